/**
 * Memory for rows that are used again and again: a thousand tallies, each with memory of its own, would
 * be slower to clear away than to read.
 */
export class RowRoom {
  #memory = new Float64Array(1 << 16);
  #used = 0;

  /** A row of zeros. */
  take(length: number): Float64Array {
    if (this.#used + length > this.#memory.length) {
      // Rows that were taken before keep theirs.
      this.#memory = new Float64Array(2 * Math.max(length, this.#memory.length));
      this.#used = 0;
    }
    const row = this.#memory.subarray(this.#used, this.#used + length);
    this.#used += length;
    return row.fill(0);
  }

  /** All rows may be taken again: nobody looks at them any more. */
  clear(): void {
    this.#used = 0;
  }
}

/** Which rows have been seen, in little memory. */

/** Places to begin with, and how much larger each next table is; powers of two. */
const FEWEST = 1 << 14;
const GROWTH = 2;
/** Share of places that may be taken. */
const FULL = 0.75;

/**
 * Rows by the hash of what they hold, in 12 bytes and some room each.
 *
 * Hashes have 53 bits: among a million different rows the odds of any two being taken for equal
 * are below 1 in 10,000.
 */
export class FirstRows {
  #hashes = new Float64Array(FEWEST);
  #rows = new Uint32Array(FEWEST);
  #size = 0;

  /** The row that came first with this hash; 0 after noting that it is `row` (at least 1). */
  firstOf(hash: number, row: number): number {
    // Before, so that what is noted last stands in a place that was free, and can be taken back.
    if (this.#size >= FULL * this.#rows.length) this.#grow();
    const at = this.#placeOf(hash);
    if (this.#rows[at] !== 0) return this.#rows[at]!;
    this.#hashes[at] = hash;
    this.#rows[at] = row;
    this.#size += 1;
    return 0;
  }

  /** Takes back what was noted last. @param hash as it was noted */
  forgetLast(hash: number): void {
    this.#rows[this.#placeOf(hash)] = 0;
    this.#size -= 1;
  }

  has(hash: number): boolean {
    return this.#size > 0 && this.#rows[this.#placeOf(hash)] !== 0;
  }

  /** Where a hash stands, or the free place where it would. */
  #placeOf(hash: number): number {
    const mask = this.#rows.length - 1;
    // The last 32 bits of it: as the remainder, but without a division of floating point numbers.
    let at = hash & mask;
    while (this.#rows[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(GROWTH * rows.length);
    this.#rows = new Uint32Array(GROWTH * rows.length);
    for (let i = 0; i < rows.length; i++) {
      if (rows[i] === 0) continue;
      const at = this.#placeOf(hashes[i]!);
      this.#hashes[at] = hashes[i]!;
      this.#rows[at] = rows[i]!;
    }
  }
}

/** Steps one after the other, to be taken back from the last: pairs of numbers, without any garbage. */
import { widened } from '../widened.ts';

export class Steps {
  #of = new Int32Array(64);
  #by = new Float64Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What a step was of. */
  of(i: number): number {
    return this.#of[i]!;
  }

  /** By how much it went. */
  by(i: number): number {
    return this.#by[i]!;
  }

  push(of: number, by: number): void {
    if (this.#length === this.#of.length) {
      [this.#of, this.#by] = [widened(this.#of), widened(this.#by)];
    }
    this.#of[this.#length] = of;
    this.#by[this.#length] = by;
    this.#length += 1;
  }

  /** Forgets all steps but the first ones. */
  shorten(length: number): void {
    this.#length = length;
  }
}

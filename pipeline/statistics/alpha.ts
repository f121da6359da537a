/** Agreement of any number of coders, with missing values and any distance. */

/** How far two values differ: 0 for the same, symmetric, as a rule at most 1. */
export type Distance<T> = (a: T, b: T) => number;

/** 0 where two values are the same, else 1. */
export function nominalDistance(a: unknown, b: unknown): number {
  return a === b ? 0 : 1;
}

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement.
 *
 * @param units per unit the values its coders gave, null for a coder who gave none; units with
 *   fewer than two values say nothing about agreement and are left out
 * @param distance between two values; `nominalDistance`, or such as `masi` for sets of codes
 * @returns 1 for full agreement, 0 for what chance gives; null where no unit has two values, or
 *   where all values are the same, so that there is nothing to agree about
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability
 * @example
 * krippendorffAlpha([['a', 'a'], ['b', 'b'], ['a', 'b'], ['b', null]]) // 0.4444
 */
export function krippendorffAlpha<T>(
  units: readonly (readonly (T | null)[])[],
  distance: Distance<T> = nominalDistance,
): number | null {
  const totals = new Counter<T>();
  let observed = 0;
  let n = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    n += values.length;
    const within = new Counter<T>();
    for (const value of values) {
      within.add(value);
      totals.add(value);
    }
    observed += within.disagreement(distance) / (values.length - 1);
  }
  const expected = totals.disagreement(distance);
  return n === 0 || expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Counts equal values once, so that work grows with distinct values, not with values. */
class Counter<T> {
  readonly #counts = new Map<unknown, { readonly value: T; count: number }>();

  add(value: T): void {
    // Equal sets are different objects; written out, they meet under one key.
    const key = typeof value === 'object' ? JSON.stringify(value) : value;
    const found = this.#counts.get(key);
    if (found === undefined) this.#counts.set(key, { value, count: 1 });
    else found.count++;
  }

  /** Σ of distances over ordered pairs of values. */
  disagreement(distance: Distance<T>): number {
    const entries = [...this.#counts.values()];
    let sum = 0;
    entries.forEach((a, i) => {
      for (let j = 0; j < i; j++) {
        const b = entries[j]!;
        sum += 2 * a.count * b.count * distance(a.value, b.value);
      }
    });
    return sum;
  }
}

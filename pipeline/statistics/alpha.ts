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
  const { pairable, between } = pairableUnits(units, distance);
  return alphaOf(pairable, between);
}

/** A unit with at least two values. */
export interface PairableUnit {
  /** How often each value was given, by its number. */
  readonly counts: ReadonlyMap<number, number>;
  readonly values: number;
  /** Σ of distances over ordered pairs of values, per value left over for a partner. */
  readonly disagreement: number;
}

export interface PairableUnits {
  readonly pairable: readonly PairableUnit[];
  /** Distance of two values by their numbers. */
  readonly between: Distance<number>;
}

/** Numbers the distinct values, so that work grows with them, and not with all values. */
export function pairableUnits<T>(
  units: readonly (readonly (T | null)[])[],
  distance: Distance<T>,
): PairableUnits {
  const numbers = new Map<unknown, number>();
  const distinct: T[] = [];
  const numberOf = (value: T) => {
    // Equal sets are different objects; written out, they meet under one key.
    const key = typeof value === 'object' ? JSON.stringify(value) : value;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, distinct.length);
    return distinct.push(value) - 1;
  };
  const between = (a: number, b: number) => distance(distinct[a]!, distinct[b]!);
  const pairable: PairableUnit[] = [];
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    if (values.length < 2) continue;
    const counts = new Map<number, number>();
    for (const value of values) addTo(counts, numberOf(value), 1);
    const disagreement = disagreementOf(counts, between) / (values.length - 1);
    pairable.push({ counts, values: values.length, disagreement });
  }
  return { pairable, between };
}

/** Alpha of units, each of which may be there more than once. */
export function alphaOf(units: readonly PairableUnit[], between: Distance<number>): number | null {
  const totals = new Map<number, number>();
  let observed = 0;
  let n = 0;
  for (const { counts, values, disagreement } of units) {
    for (const [value, count] of counts) addTo(totals, value, count);
    observed += disagreement;
    n += values;
  }
  const expected = disagreementOf(totals, between);
  return n === 0 || expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

function addTo(counts: Map<number, number>, value: number, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

/** Σ of distances over ordered pairs of values. */
function disagreementOf(counts: ReadonlyMap<number, number>, between: Distance<number>): number {
  const entries = [...counts];
  let sum = 0;
  entries.forEach(([a, ofA], i) => {
    for (let j = 0; j < i; j++) {
      const [b, ofB] = entries[j]!;
      sum += 2 * ofA * ofB * between(a, b);
    }
  });
  return sum;
}

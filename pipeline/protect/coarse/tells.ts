/** What a share under known weights tells of the hidden counts that it is made of. */
import { groupBy } from '../../group-by.ts';

/** The count of a group value in which everybody has one weight. */
export interface WeightedCount {
  readonly n: number;
  readonly base: number;
  /** Of each of its respondents. */
  readonly weight: number;
  readonly isHidden: boolean;
  /** What it lies in: the counts of a whole come to a sum that is shown. */
  readonly whole: string;
}

/** A number, known to be no less and no more. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether whoever knows the weights and the sum of all weighted counts finds a hidden count more closely
 * than `minimum`: more closely, that is, than from the head-counts alone.
 *
 * @param counts all values of a group, those shown among them
 * @param sum Σ weight · n over all of them
 * @example
 * // 8 in two values of 20 each; the second weighs 5 times as much: 8 + 4 · n is 12
 * tellsCounts([{ n: 7, base: 20, weight: 1, … }, { n: 1, base: 20, weight: 5, … }],
 *   { low: 11, high: 13 }, 5) // true
 */
export function tellsCounts(
  counts: readonly WeightedCount[],
  sum: Bounds,
  minimum: number,
): boolean {
  const hidden = groupBy(
    counts.filter(({ isHidden }) => isHidden),
    ({ whole }) => whole,
  );
  const wholes = [...hidden.values()].map((own) => ({
    own,
    bounds: weightedBounds(own, peopleIn(own)),
  }));
  const known = totalOf(counts.map(({ isHidden, weight, n }) => (isHidden ? 0 : weight * n)));
  const slack = 1e-9 * Math.max(1, Math.abs(sum.high));
  const low = sum.low - known - totalOf(wholes.map(({ bounds }) => bounds.high)) - slack;
  const high = sum.high - known - totalOf(wholes.map(({ bounds }) => bounds.low)) + slack;
  return wholes.some(
    ({ own, bounds }) =>
      // People of one weight may change places.
      bounds.low < bounds.high &&
      isNarrowedIn(own, { low: low + bounds.high, high: high + bounds.low }, minimum),
  );
}

/** The same of the hidden counts of one whole. @param sum what these come to, weighted */
function isNarrowedIn(hidden: readonly WeightedCount[], sum: Bounds, minimum: number): boolean {
  const inWhole = peopleIn(hidden);
  return hidden.some((one) => {
    const own = hidden.filter((other) => other !== one);
    const room = totalOf(own.map(({ base }) => base));
    const free = { low: Math.max(0, inWhole - room), high: Math.min(one.base, inWhole) };
    const isPossible = (n: number) => {
      const rest = weightedBounds(own, inWhole - n);
      return one.weight * n + rest.low <= sum.high && one.weight * n + rest.high >= sum.low;
    };
    const most = lastPossible(one.n, free.high, isPossible);
    const least = lastPossible(one.n, free.low, isPossible);
    return most - least < Math.min(minimum, free.high - free.low);
  });
}

function peopleIn(counts: readonly WeightedCount[]): number {
  return totalOf(counts.map(({ n }) => n));
}

function totalOf(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Σ weight · n at least and at most, of counts that come to `people`: the lightest, or heaviest, first. */
function weightedBounds(counts: readonly WeightedCount[], people: number): Bounds {
  const light = [...counts].sort((a, b) => a.weight - b.weight);
  return { low: filled(light, people), high: filled(light.toReversed(), people) };
}

function filled(counts: readonly WeightedCount[], people: number): number {
  let [left, sum] = [people, 0];
  for (const { base, weight } of counts) {
    const here = Math.min(base, left);
    sum += here * weight;
    left -= here;
  }
  return sum;
}

/** The furthest whole number on the way to `end` that is possible, as all before it then are. */
function lastPossible(from: number, end: number, isPossible: (n: number) => boolean): number {
  let [good, bad] = [from, end + Math.sign(end - from)];
  while (Math.abs(bad - good) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (isPossible(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

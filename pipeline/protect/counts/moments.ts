/**
 * The mean and the standard deviation of a scale: with its base, two equations over its points.
 *
 * The counts of kind `mean` and `square` are the sums of points, each less the lowest, and of their
 * squares.
 */
import { groupBy } from '../../group-by.ts';
import { type Count, cellName } from './count-cells.ts';
import { atMost, type Relation } from './relation.ts';
import type { Rules } from './rules.ts';

/**
 * Whether anybody can reckon with means: by weights of single respondents, which nobody else knows,
 * they are no equations over counts.
 */
export function areMeansKnown({ columns }: Rules): boolean {
  return columns.weight === null;
}

/** Σ (point − lowest)^power over who answered a scale; null of a question without points. */
export function momentOf(options: readonly Count[], power: number): number | null {
  if (options.length === 0) return null;
  const points = pointsOf(options);
  return options.reduce((sum, { n }, i) => sum + n * points[i]! ** power, 0);
}

/** What each option counts for in the sum of points. */
function pointsOf(options: readonly Count[]): readonly number[] {
  const points = options.map(({ item }) => Number(item));
  const lowest = Math.min(...points);
  return points.map((point) => point - lowest);
}

/** Both sums of each scale follow from its options. */
export function momentSums(all: readonly Count[]): readonly Relation[] {
  return scalesIn(all).flatMap(({ mean, square, options }) =>
    [mean, square].map((moment, i): Relation => {
      const points = pointsOf(options);
      const left = options.map(({ name }) => name);
      const times = [...points.map((point) => point ** (i + 1)), 1];
      return { left, right: [moment], times, is: 'zero' };
    }),
  );
}

/** The sum of points ≤ that of their squares ≤ the highest point times it ≤ its square times the base. */
export function momentLimits(all: readonly Count[]): readonly Relation[] {
  return scalesIn(all).flatMap(({ mean, square, base, options }): Relation[] => {
    const range = options.length - 1;
    const within = (less: string, more: string): Relation => ({
      ...atMost([less], [more]),
      times: [1, range],
    });
    return [atMost([mean], [square]), within(square, mean), within(mean, base)];
  });
}

/** Names of the counts of each scale at each place; other questions have no mean, or no options. */
function scalesIn(all: readonly Count[]) {
  const byBase = groupBy(
    all.filter((one) => one.kind === 'option'),
    (one) => one.over!,
  );
  return all.flatMap((one) => {
    const options = byBase.get(one.over ?? '');
    if (one.kind !== 'mean' || options === undefined) return [];
    return [{ mean: one.name, square: cellName('square', one, ''), base: one.over!, options }];
  });
}

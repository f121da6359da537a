/** Adjustment of p values within families of tests. */
import { groupBy } from '../group-by.ts';
import { adjust } from '../statistics/adjust.ts';
import type { StatisticsSettings } from '../survey/survey.ts';
import type { Direction } from './tables.ts';

/**
 * Below this an adjusted p bears something out.
 *
 * @example alphaOf({ confidence: 0.95 }) // 0.05, where 1 − 0.95 is a little more
 */
export function alphaOf({ confidence }: Pick<StatisticsSettings, 'confidence'>): number {
  return Math.round((1 - confidence) * 1e6) / 1e6;
}

/**
 * Which way a difference is borne out by its adjusted p; null p: not tested.
 *
 * @example directionOf(-0.1, 0.03, { confidence: 0.95 }) // 'down'
 */
export function directionOf(
  difference: number,
  adjusted: number | null,
  settings: Pick<StatisticsSettings, 'confidence'>,
): Direction {
  if (adjusted === null || adjusted >= alphaOf(settings)) return 'no-evidence';
  return difference > 0 ? 'up' : 'down';
}

/**
 * The p of a test, `hidden` where a figure that it needs is not published, or null where there is
 * none whatever is published.
 */
export type FoundP = number | 'hidden' | null;

/**
 * The adjusted p of each item, null where it has none; families are adjusted apart.
 *
 * What is hidden depends on the counts themselves (of rare codes 0 and 5 are shown where 1 and 4
 * are not), so that those left are the extreme ones. Hence a hidden test belongs to its family, as
 * one that bears nothing out: with 1 for its p, of which no more is told than that it is hidden,
 * the procedures hold over all of the family.
 *
 * @see Benjamini & Hochberg (1995), JRSS B 57:289: p values may be larger than they are
 */
export function adjustWithin<T>(
  items: readonly T[],
  familyOf: (item: T) => string,
  pOf: (item: T) => FoundP,
  correction: StatisticsSettings['correction'],
): readonly (number | null)[] {
  const found = items.map(pOf);
  const tested = [...items.keys()].filter((i) => found[i] !== null);
  const families = groupBy(tested, (i) => familyOf(items[i]!));
  const result: (number | null)[] = items.map(() => null);
  for (const members of families.values()) {
    const ps = members.map((i) => (found[i] === 'hidden' ? 1 : found[i]!));
    const adjusted = adjust(ps, correction);
    members.forEach((i, j) => {
      if (found[i] !== 'hidden') result[i] = adjusted[j]!;
    });
  }
  return result;
}

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

/** The adjusted p of each item, null where it has none; families are adjusted apart. */
export function adjustWithin<T>(
  items: readonly T[],
  familyOf: (item: T) => string,
  pOf: (item: T) => number | null,
  correction: StatisticsSettings['correction'],
): readonly (number | null)[] {
  const tested = [...items.keys()].filter((i) => pOf(items[i]!) !== null);
  const families = groupBy(tested, (i) => familyOf(items[i]!));
  const result: (number | null)[] = items.map(() => null);
  for (const members of families.values()) {
    const adjusted = adjust(
      members.map((i) => pOf(items[i]!)!),
      correction,
    );
    members.forEach((i, j) => {
      result[i] = adjusted[j]!;
    });
  }
  return result;
}

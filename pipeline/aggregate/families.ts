/** Adjustment of p values within families of tests. */
import { groupBy } from '../group-by.ts';
import { adjust } from '../statistics/adjust.ts';
import type { StatisticsSettings } from '../survey/survey.ts';

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

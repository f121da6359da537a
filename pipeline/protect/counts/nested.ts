/** Values that lie in others: `parent/child`. */
import type { Where } from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';

/** The value among `wholes` in which a nested one lies, the longest that it continues; else ''. */
export function wholeOf(value: string, wholes: ReadonlySet<string>): string {
  for (let end = value.lastIndexOf('/'); end > 0; end = value.lastIndexOf('/', end - 1)) {
    const whole = value.slice(0, end);
    if (wholes.has(whole)) return whole;
  }
  return '';
}

/** Of each group the values that occur in some lines. */
export function valuesByGroup(
  lines: Iterable<Pick<Where, 'group' | 'value'>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...groupBy(lines, ({ group }) => group)].map(([group, own]) => [
      group,
      new Set(own.map(({ value }) => value)),
    ]),
  );
}

/** The value of the outer group in which one lies; '' of an outermost group, or where it is in none. */
export function outerValue(
  { group, value }: Pick<Where, 'group' | 'value'>,
  groups: Survey['groups'],
  values: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const within = groups.find(({ id }) => id === group)?.within ?? null;
  return within === null ? '' : wholeOf(value, values.get(within) ?? new Set());
}

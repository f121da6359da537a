/** Values of the groups that results are broken down by. */
import type { Group } from '../survey/survey.ts';
import { remember } from './answers/answer-reader.ts';
import { plainName } from './cell.ts';
import type { Layout } from './exports/layout.ts';
import { NO_VALUE } from './respondent.ts';

/** One value a group, in the order of the survey's groups. */
export type ReadGroups = (cells: readonly string[]) => readonly string[];

/**
 * Trimmed, freed of control characters, renamed by aliases, `(未填)` where empty; nested values are written `parent/child`.
 *
 * @param positions column of each group
 */
export function groupReader(
  groups: readonly Group[],
  positions: readonly number[],
  layout: Layout,
): ReadGroups {
  const parents = new Set(groups.map((one) => one.within));
  const own = groups.map(({ aliases, id }, i) =>
    remember((written: string) => {
      const cell = plainName(written);
      if (cell === '' || layout.cellIsMissing(cell) || layout.cellIsSkipped(cell)) return NO_VALUE;
      const chosen = aliases.has(cell) ? cell : layout.choiceText(positions[i]!, cell);
      const value = aliases.get(chosen) ?? chosen;
      // The slash parts a nested value from its parent, so a parent's own is written full width.
      return parents.has(id) ? value.replaceAll('/', '／') : value;
    }),
  );
  const readers = groups.map(
    (_, i) =>
      chainOf(groups, i).reduce<ReadGroup | null>((outer, link) => {
        const inner = (cells: readonly string[]) => own[link]!(cells[positions[link]!] ?? '');
        return outer === null ? inner : nested(outer, inner);
      }, null)!,
  );
  return (cells) => readers.map((read) => read(cells));
}

type ReadGroup = (cells: readonly string[]) => string;

/** `outer/inner`; each pair is written once. */
function nested(outer: ReadGroup, inner: ReadGroup): ReadGroup {
  const within = remember((parent: string) => remember((value: string) => `${parent}/${value}`));
  return (cells) => within(outer(cells))(inner(cells));
}

/** Indices from the outermost group down to group `i`. */
function chainOf(groups: readonly Group[], i: number): readonly number[] {
  const { within } = groups[i]!;
  const parent = groups.findIndex(({ id }) => id === within);
  return within === null || parent < 0 || parent === i ? [i] : [...chainOf(groups, parent), i];
}

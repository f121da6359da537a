/** Values of the groups that results are broken down by. */
import type { Group } from '../survey/survey.ts';
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
  const own = groups.map(({ aliases }, i) => (cells: readonly string[]) => {
    const cell = plainName(cells[positions[i]!] ?? '');
    if (cell === '' || layout.cellIsMissing(cell) || layout.cellIsSkipped(cell)) return NO_VALUE;
    const value = aliases.get(cell) ?? cell;
    // The slash parts a nested value from its parent, so a parent's own is written full width.
    return parents.has(groups[i]!.id) ? value.replaceAll('/', '／') : value;
  });
  const chains = groups.map((_, i) => chainOf(groups, i).map((link) => own[link]!));
  return (cells) => chains.map((chain) => chain.map((read) => read(cells)).join('/'));
}

/** Indices from the outermost group down to group `i`. */
function chainOf(groups: readonly Group[], i: number): readonly number[] {
  const { within } = groups[i]!;
  const parent = groups.findIndex(({ id }) => id === within);
  return within === null || parent < 0 || parent === i ? [i] : [...chainOf(groups, parent), i];
}

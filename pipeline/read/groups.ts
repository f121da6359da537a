/** Values of the groups that results are broken down by. */
import type { Group } from '../survey/survey.ts';
import type { Layout } from './exports/layout.ts';
import { placeOf } from './fates.ts';
import type { Book } from './ledger.ts';
import { NO_VALUE } from './respondent.ts';

/** One value a group, in the order of the survey's groups. */
export type ReadGroups = (cells: readonly string[]) => readonly string[];

/**
 * Trimmed, renamed by aliases, `(未填)` where empty; nested values are written `parent/child`.
 *
 * @param positions column of each group
 * @param books where each group enters what it reads
 */
export function groupReader(
  groups: readonly Group[],
  positions: readonly number[],
  layout: Layout,
  books: readonly Book[],
): ReadGroups {
  const parents = new Set(groups.map((one) => one.within));
  const counts = books.map((book, i) => book.cells.row(positions[i]!));
  const own = groups.map(({ aliases }, i) => (cells: readonly string[]) => {
    const cell = (cells[positions[i]!] ?? '').trim();
    if (cell === '') return NO_VALUE;
    const skipped = layout.cellIsSkipped(cell);
    const word = skipped || layout.cellIsMissing(cell);
    counts[i]![skipped ? SKIPPED : word ? MISSING : USED]! += 1;
    if (word) return NO_VALUE;
    const value = aliases.get(cell) ?? cell;
    // The slash parts a nested value from its parent, so a parent's own is written full width.
    return parents.has(groups[i]!.id) ? value.replaceAll('/', '／') : value;
  });
  const chains = groups.map((_, i) => chainOf(groups, i));
  return (cells) => {
    const values = own.map((read) => read(cells));
    return chains.map((chain) => chain.map((link) => values[link]!).join('/'));
  };
}

const USED = placeOf('used');
const MISSING = placeOf('missing');
const SKIPPED = placeOf('skipped');

/** Indices from the outermost group down to group `i`. */
function chainOf(groups: readonly Group[], i: number): readonly number[] {
  const { within } = groups[i]!;
  const parent = groups.findIndex(({ id }) => id === within);
  return within === null || parent < 0 || parent === i ? [i] : [...chainOf(groups, parent), i];
}

/** Values of the groups that results are broken down by. */
import type { Group } from '../survey/survey.ts';
import { plainName } from './cell.ts';
import type { Layout } from './exports/layout.ts';
import { type FatePlace, placeOf } from './fates.ts';
import type { Book } from './ledger.ts';
import { isFilled } from './record.ts';
import { remember } from './remember.ts';
import { NO_VALUE } from './respondent.ts';

/** One value a group, in the order of the survey's groups. */
export type ReadGroups = (cells: readonly string[]) => readonly string[];

/**
 * Trimmed, freed of control characters, renamed by aliases, `(未填)` where empty; nested values are written `parent/child`.
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
  const own = groups.map(({ aliases, id }, i) =>
    remember((written: string): GroupCell => {
      const cell = plainName(written);
      const skipped = layout.cellIsSkipped(cell);
      if (cell === '' || skipped || layout.cellIsMissing(cell)) {
        return { value: NO_VALUE, fate: isFilled(written) ? (skipped ? SKIPPED : MISSING) : null };
      }
      const chosen = aliases.has(cell) ? cell : layout.choiceText(positions[i]!, cell);
      const value = aliases.get(chosen) ?? chosen;
      // The slash parts a nested value from its parent, so a parent's own is written full width.
      return { value: parents.has(id) ? value.replaceAll('/', '／') : value, fate: USED };
    }),
  );
  const names = groups.map((_, i) => nameOf(chainOf(groups, i)));
  return (cells) => {
    const values = own.map((read, i) => {
      const { value, fate } = read(cells[positions[i]!] ?? '');
      if (fate !== null) counts[i]![fate]! += 1;
      return value;
    });
    return names.map((name) => name(values));
  };
}

/** What a cell says, and what became of it; null of an empty one, which is nothing that came in. */
interface GroupCell {
  readonly value: string;
  readonly fate: FatePlace | null;
}

const USED = placeOf('used');
const MISSING = placeOf('missing');
const SKIPPED = placeOf('skipped');

/** A group's value under its parents' names, from the values that the groups have by themselves. */
type NameOf = (values: readonly string[]) => string;

function nameOf([outermost, ...within]: readonly number[]): NameOf {
  return within.reduce<NameOf>(
    (outer, link) => nested(outer, link),
    (values) => values[outermost!]!,
  );
}

/** `outer/inner`; each pair is written once. */
function nested(outer: NameOf, link: number): NameOf {
  const within = remember((parent: string) => remember((value: string) => `${parent}/${value}`));
  return (values) => within(outer(values))(values[link]!);
}

/** Indices from the outermost group down to group `i`. */
function chainOf(groups: readonly Group[], i: number): readonly number[] {
  const { within } = groups[i]!;
  const parent = groups.findIndex(({ id }) => id === within);
  return within === null || parent < 0 || parent === i ? [i] : [...chainOf(groups, parent), i];
}

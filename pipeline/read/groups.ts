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
        return groupCell(NO_VALUE, isFilled(written) ? (skipped ? SKIPPED : MISSING) : null);
      }
      const chosen = aliases.has(cell) ? cell : layout.choiceText(positions[i]!, cell);
      const value = aliases.get(chosen) ?? chosen;
      // The slash parts a nested value from its parent, so a parent's own is written full width.
      return groupCell(parents.has(id) ? value.replaceAll('/', '／') : value, USED);
    }),
  );
  const names = groups.map((_, i) => nameOf(chainOf(groups, i)));
  return (cells) => {
    const found = own.map((read, i) => {
      const cell = read(cells[positions[i]!] ?? '');
      if (cell.fate !== null) counts[i]![cell.fate]! += 1;
      return cell;
    });
    return names.map((name) => name(found));
  };
}

/** What a cell says, and what became of it; null of an empty one, which is nothing that came in. */
interface GroupCell {
  readonly value: string;
  readonly fate: FatePlace | null;
  /** The parent it was last met in, mostly the only one, and its name there. */
  last: { readonly parent: string; readonly name: string } | null;
}

function groupCell(value: string, fate: FatePlace | null): GroupCell {
  return { value, fate, last: null };
}

const USED = placeOf('used');
const MISSING = placeOf('missing');
const SKIPPED = placeOf('skipped');

/** A group's value under its parents' names, from what the cells of all groups say. */
type NameOf = (cells: readonly GroupCell[]) => string;

function nameOf([outermost, ...within]: readonly number[]): NameOf {
  return within.reduce<NameOf>(
    (outer, link) => nested(outer, link),
    (cells) => cells[outermost!]!.value,
  );
}

/** `outer/inner`; each pair is written once. */
function nested(outer: NameOf, link: number): NameOf {
  const within = remember((parent: string) => remember((value: string) => `${parent}/${value}`));
  return (cells) => {
    const cell = cells[link]!;
    const parent = outer(cells);
    if (cell.last?.parent !== parent) {
      cell.last = { parent, name: within(parent)(cell.value) };
    }
    return cell.last.name;
  };
}

/** Indices from the outermost group down to group `i`. */
function chainOf(groups: readonly Group[], i: number): readonly number[] {
  const { within } = groups[i]!;
  const parent = groups.findIndex(({ id }) => id === within);
  return within === null || parent < 0 || parent === i ? [i] : [...chainOf(groups, parent), i];
}

/** The tables of the report: no figure where its key is hidden. */
import type { HiddenKeys } from './hidden-keys.ts';
import type { HtmlTable } from './html-tables.ts';
import {
  isWithheld,
  type Names,
  type Part,
  partsOf,
  type Subject,
  withoutFigure,
} from './names.ts';

/** The cells of a table that hold figures of hidden keys, in words: `row · column`. */
export function leaksInTable(
  { heads, rows, lang }: HtmlTable,
  subject: Subject,
  names: Names,
  hidden: HiddenKeys,
): readonly string[] {
  const resolve = (text: string) => partsOf(text, lang, subject, names);
  const columns = heads.map(resolve);
  const isChange = columns.some((parts) => parts.some(isFigure('change')));
  return rows.flatMap((cells) => {
    const named = cells.flatMap((cell, at) =>
      at === 0 || columns[at]?.length === 0 ? namesIn(cell, resolve) : [],
    );
    // Of a change both rounds are named.
    const rounds = isChange ? named.flatMap((parts) => parts.filter(isRound)) : [];
    const own = isChange ? named.filter((parts) => !parts.some(isRound)) : named;
    const ids = rounds.map((one) => one.id);
    const isTold = !isChange || ids.length === 2;
    const label = cells[0] ?? '';
    const found = cells.flatMap((cell, at) => {
      const parts = columns[at] ?? [];
      if (!isTold || at === 0 || parts.length === 0 || !/\d/.test(cell)) return [];
      const isLeak = isWithheld([...own, parts], subject, hidden, ids);
      return isLeak ? [`${label} · ${heads[at]}`] : [];
    });
    return leaksInLabel(label, subject, resolve, hidden) ? [...found, label] : found;
  });
}

function isRound({ is }: Part): boolean {
  return is === 'round';
}

function isFigure(id: string): (part: Part) => boolean {
  return (part) => part.is === 'figure' && part.id === id;
}

/** A cell is one name, or two: a pair of problems, a round and the one it is compared with. */
function namesIn(
  cell: string,
  resolve: (text: string) => readonly Part[],
): readonly (readonly Part[])[] {
  const whole = resolve(cell);
  if (whole.length > 0) return [whole];
  const halves = cell.split(/ \+ |→/);
  return halves.length === 2 ? halves.map(resolve) : [];
}

/** Whether a text is the name of a hidden key with a figure behind it. */
export function leaksInLabel(
  label: string,
  subject: Subject,
  resolve: (text: string) => readonly Part[],
  hidden: HiddenKeys,
): boolean {
  if (!/\d/.test(label) || resolve(label).length > 0) return false;
  const name = withoutFigure(label);
  return name !== null && isWithheld([resolve(name)], subject, hidden);
}

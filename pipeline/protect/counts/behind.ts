/** The counts behind each line of the tables: a line is shown if all of them are. */
import type { CountTables } from '../../aggregate/tables.ts';
import type { Count, Counts } from './count-cells.ts';
import { rowCells } from './counts.ts';
import { furtherCells } from './further-counts.ts';

/** Tables with lines that are hidden. */
export type Protected =
  | 'problems'
  | 'themes'
  | 'closed'
  | 'pairs'
  | 'sensitivity'
  | 'bases'
  | 'response'
  | 'coding';

/** Counts, by table and line, in the order of its rows. */
export type Behind = Readonly<Record<Protected, readonly (readonly Count[])[]>>;

export function countsBehind(tables: CountTables, counts: Counts): Behind {
  const one = (name: string) => [counts.get(name)!];
  const both = ({ n, base }: { readonly n: string; readonly base: string }) =>
    [n, base].map((name) => counts.get(name)!);
  // A count knows what it is over: that has a name which was looked up before.
  const withBase = ({ n }: { readonly n: string }) => {
    const count = counts.get(n)!;
    return [count, counts.get(count.over!)!];
  };
  return {
    problems: tables.problems.map((row) => withBase(rowCells.problem(row))),
    themes: tables.themes.map((row) => withBase(rowCells.theme(row))),
    closed: tables.closed.map((row) => withBase(rowCells.closed(row))),
    pairs: tables.pairs.map((row) => one(rowCells.pair(row))),
    sensitivity: tables.sensitivity.map((row) => withBase(furtherCells.sensitivity(row))),
    // A share of all asked, or of all mentions, is of what is over something else.
    bases: tables.bases.map((row) => both(furtherCells.bases(row))),
    response: tables.response.map((row) => one(furtherCells.response(row))),
    coding: tables.coding.map((row) => one(rowCells.coding(row))),
  };
}

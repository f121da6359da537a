/** The counts behind each line of the tables: a line is shown if all of them are. */
import type { CountTables } from '../../aggregate/tables.ts';
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

/** Names of counts, by table and line, in the order of its rows. */
export type Behind = Readonly<Record<Protected, readonly (readonly string[])[]>>;

export function countsBehind(tables: CountTables): Behind {
  const both = ({ n, base }: { readonly n: string; readonly base: string }) => [n, base];
  return {
    problems: tables.problems.map((row) => both(rowCells.problem(row))),
    themes: tables.themes.map((row) => both(rowCells.theme(row))),
    closed: tables.closed.map((row) => both(rowCells.closed(row))),
    pairs: tables.pairs.map((row) => [rowCells.pair(row)]),
    sensitivity: tables.sensitivity.map((row) => both(furtherCells.sensitivity(row))),
    bases: tables.bases.map((row) => both(furtherCells.bases(row))),
    response: tables.response.map((row) => [furtherCells.response(row)]),
    coding: tables.coding.map((row) => [rowCells.coding(row)]),
  };
}

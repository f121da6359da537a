/** How much of the tables protection left to be seen. */
import type { CountTables } from '../aggregate/tables.ts';
import type { Counts } from './counts/count-cells.ts';
import { rowCells } from './counts/counts.ts';
import { furtherCells } from './counts/further-counts.ts';

/** Lines of a table in which somebody is counted. */
export interface Kept {
  readonly table:
    | 'problems'
    | 'themes'
    | 'closed'
    | 'pairs'
    | 'coding'
    | 'sensitivity'
    | 'bases'
    | 'response';
  /** Hidden for what they, or their bases, are. */
  readonly primary: number;
  /** All others; of these, those hidden to protect the former. */
  readonly others: number;
  readonly complementary: number;
}

/** The counts behind a line. */
interface Line {
  readonly names: readonly string[];
  readonly n: number;
}

export function keptOf(
  tables: CountTables,
  counts: Counts,
  hidden: ReadonlySet<string>,
): readonly Kept[] {
  const ofTwo = ({ n, base }: { n: string; base: string }) => [n, base];
  const line = (names: readonly string[], n: number | null): Line => ({ names, n: n ?? 0 });
  const lines: Readonly<Record<Kept['table'], readonly Line[]>> = {
    problems: tables.problems.map((row) => line(ofTwo(rowCells.problem(row)), row.n)),
    themes: tables.themes.map((row) => line(ofTwo(rowCells.theme(row)), row.n)),
    closed: tables.closed.map((row) =>
      line(ofTwo(rowCells.closed(row)), row.option === '' ? row.base : row.n),
    ),
    pairs: tables.pairs.map((row) => line([rowCells.pair(row)], row.n)),
    coding: tables.coding.map((row) => line([rowCells.coding(row)], row.n)),
    sensitivity: tables.sensitivity.map((row) => line(ofTwo(furtherCells.sensitivity(row)), row.n)),
    bases: tables.bases.map((row) => line(ofTwo(furtherCells.bases(row)), row.n)),
    response: tables.response.map((row) => line([furtherCells.response(row)], row.respondents)),
  };
  return Object.entries(lines).flatMap(([table, all]) => {
    const counted = all.filter(({ n }) => n > 0);
    const others = counted.filter(({ names }) => !names.some((name) => counts.get(name)!.primary));
    const complementary = others.filter(({ names }) => names.some((name) => hidden.has(name)));
    const primary = counted.length - others.length;
    return all.length === 0
      ? []
      : [
          {
            table: table as Kept['table'],
            primary,
            others: others.length,
            complementary: complementary.length,
          },
        ];
  });
}

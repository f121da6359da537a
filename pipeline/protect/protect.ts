/** Hides in the tables every figure that could point at a person, and nothing else. */
import type { CountTables, ShareFigures } from '../aggregate/tables.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { coarsen } from './coarse.ts';
import { publishedCounts, rowCells } from './counts.ts';
import { furtherCells, furtherRelations } from './further-counts.ts';
import { relationsOf } from './relations.ts';
import { suppress } from './suppress.ts';

/** How much was hidden: cells small in themselves, and cells hidden to protect those. */
export interface Protection {
  readonly primary: number;
  readonly complementary: number;
}

/**
 * The tables with every figure of a hidden cell removed.
 *
 * Unweighted head-counts decide. Rows stay in place: a hidden one keeps its keys, has the status
 * `suppressed`, and looks the same whether it was hidden for itself or for another.
 */
export function protectTables<T extends CountTables>(
  tables: T,
  survey: Survey,
  codebook: Codebook,
): { tables: T; protection: Protection } {
  const counts = publishedCounts(tables, survey.privacy.minimum);
  const relations = [...relationsOf(counts, survey, codebook), ...furtherRelations(tables, counts)];
  const hidden = suppress(counts, relations);
  const gone = ({ n, base }: { n: string; base: string }) => hidden.has(n) || hidden.has(base);
  const own = [...counts.values()].filter((one) => one.primary).length;
  const kept = {
    ...tables,
    problems: tables.problems.map((row) => (gone(rowCells.problem(row)) ? blank(row) : row)),
    themes: tables.themes.map((row) => (gone(rowCells.theme(row)) ? blank(row) : row)),
    closed: tables.closed.map((row) =>
      gone(rowCells.closed(row)) ? { ...blank(row), mean: null, sd: null } : row,
    ),
    pairs: tables.pairs.map((row) =>
      hidden.has(rowCells.pair(row)) ? { ...row, ...NOTHING, lift: null, ...NO_ODDS } : row,
    ),
    sensitivity: tables.sensitivity.map((row) =>
      hidden.has(furtherCells.sensitivity(row)) ? blank(row) : row,
    ),
    bases: tables.bases.map((row) => (gone(furtherCells.bases(row)) ? blank(row) : row)),
    response: tables.response.map((row) =>
      hidden.has(furtherCells.response(row))
        ? { ...row, respondents: null, rate: null, status: 'suppressed' as const }
        : row,
    ),
    coding: tables.coding.map((row) =>
      hidden.has(rowCells.coding(row)) ? { ...row, n: null, shown: 'no' as const } : row,
    ),
  };
  return {
    protection: { primary: own, complementary: hidden.size - own },
    tables: coarsen(kept, survey),
  };
}

const NOTHING = {
  base: null,
  n: null,
  share: null,
  low: null,
  high: null,
  status: 'suppressed',
} as const;

const NO_ODDS = { odds_ratio: null, odds_low: null, odds_high: null } as const;

function blank<Row extends ShareFigures>(row: Row): Row {
  return { ...row, ...NOTHING, n_effective: null };
}

/** Hides in the tables every figure that could point at a person, and nothing else. */
import type { CountTables, ShareFigures } from '../aggregate/tables.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { type Network, networkOf } from './attack/network.ts';
import { attack } from './attack.ts';
import { coarsen } from './coarse.ts';
import { publishedCounts, rowCells } from './counts/counts.ts';
import { furtherCells } from './counts/further-counts.ts';
import { furtherSums } from './counts/further-sums.ts';
import { limitsOf } from './counts/limits.ts';
import { sumsAmong } from './counts/sums.ts';
import { type Kept, keptOf } from './kept.ts';
import { suppress } from './suppress.ts';

/** How much was hidden. */
export interface Protection {
  /** Counts hidden for themselves, and counts hidden to protect those. */
  readonly primary: number;
  readonly complementary: number;
  /** Lines hidden and kept, by table. */
  readonly kept: readonly Kept[];
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
  const network = tablesNetwork(tables, survey, codebook);
  const hidden = suppress(network, survey.privacy.minimum, attack);
  const primary = network.cells.filter((one) => one.primary).length;
  return {
    protection: {
      ...{ primary, complementary: hidden.size - primary },
      kept: keptOf(tables, network, hidden),
    },
    tables: coarsen(without(tables, network, hidden), survey),
  };
}

/** Every published count of the tables, and all that ties them together. */
export function tablesNetwork(tables: CountTables, survey: Survey, codebook: Codebook): Network {
  const counts = publishedCounts(tables, survey);
  return networkOf(counts, [
    ...sumsAmong(counts, survey, codebook),
    ...furtherSums(tables, counts, survey),
    ...limitsOf(counts, codebook),
  ]);
}

/** The tables without the figures of hidden counts. */
function without<T extends CountTables>(
  tables: T,
  network: Network,
  numbers: ReadonlySet<number>,
): T {
  const hidden = new Set([...numbers].map((cell) => network.cells[cell]!.name));
  const gone = ({ n, base }: { n: string; base: string }) => hidden.has(n) || hidden.has(base);
  return {
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
      gone(furtherCells.sensitivity(row)) ? blank(row) : row,
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

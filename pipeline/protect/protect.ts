/** Hides in the tables every figure that could point at a person, and nothing else. */
import type { CountTables, ResponseRow, ShareFigures } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';
import type { Survey } from '../survey/survey.ts';
import type { Codebook } from '../tally/codebook.ts';
import { type Network, networkOf } from './attack/network.ts';
import { coarsen } from './coarse.ts';
import { type Behind, countsBehind, type Protected } from './counts/behind.ts';
import type { Count, Counts } from './counts/count-cells.ts';
import { publishedCounts } from './counts/counts.ts';
import { impliedLimits } from './counts/implied.ts';
import { limitsOf } from './counts/limits.ts';
import { presentIn } from './counts/present.ts';
import { responseSums } from './counts/response-sums.ts';
import { sumsAmong } from './counts/sums.ts';
import { tellingLate, tellingNext, toldBefore } from './earlier/differences.ts';
import type { Release } from './earlier/release.ts';
import { type Kept, keptOf } from './kept.ts';
import { gridsOf } from './suppress/grids.ts';
import { suppress } from './suppress.ts';

/** How much was hidden. */
export interface Protection {
  /** Counts hidden for themselves, and counts hidden to protect those. */
  readonly primary: number;
  readonly complementary: number;
  /** Rounds with counts that are hidden for what they would tell beside earlier ones. */
  readonly late: readonly string[];
  /** Lines hidden and kept, by table. */
  readonly kept: readonly Kept[];
}

/** What these results may be laid beside. */
export interface Earlier {
  /** Null where nothing was given away before. */
  readonly release: Release | null;
  /** Of each round, what identifies its input files, as the release has it. */
  readonly inputs: ReadonlyMap<string, string>;
}

export const NOTHING_EARLIER: Earlier = { release: null, inputs: new Map() };

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
  earlier: Earlier = NOTHING_EARLIER,
): { tables: T; protection: Protection } {
  const counts = publishedCounts(tables, survey);
  const telling = tellingBeside(counts, survey, earlier);
  const small = mapValues(counts, (one) =>
    telling.has(one.name) && !one.primary ? { ...one, primary: true } : one,
  );
  const hidden = hideIn(small, tables, survey, codebook, earlier);
  const primary = [...small.values()].filter((one) => one.primary).length;
  const behind = countsBehind(tables);
  return {
    protection: {
      ...{ primary, complementary: hidden.size - primary },
      late: [...new Set([...telling].map((name) => counts.get(name)!.round))],
      kept: keptOf(tables, small, behind, hidden),
    },
    tables: coarsen(without(tables, behind, hidden), survey),
  };
}

/** Names of counts that would tell of a few people beside an earlier release, or the round before. */
function tellingBeside(
  counts: Counts,
  { rounds, privacy: { minimum } }: Survey,
  { release, inputs }: Earlier,
): ReadonlySet<string> {
  const ids = rounds.map(({ id }) => id);
  const late = release === null ? [] : tellingLate(counts, release, inputs, minimum);
  return new Set([...late, ...tellingNext(counts, ids, minimum)]);
}

/** Names of the counts to hide. No sum ties rounds together, so each is looked at by itself. */
function hideIn(
  counts: Counts,
  tables: CountTables,
  survey: Survey,
  codebook: Codebook,
  earlier: Earlier,
): ReadonlySet<string> {
  const rounds = groupBy([...counts.values()], ({ round }) => round);
  const hidden = [...rounds].flatMap(([round, own]) => {
    const response = tables.response.filter((row) => row.round === round);
    const inRound = new Map(own.map((one) => [one.name, one]));
    return hideInRound(inRound, response, survey, codebook, earlier);
  });
  return new Set(hidden);
}

/** Anew, with what is known, where an earlier release shows what would be hidden now. */
function hideInRound(
  counts: Counts,
  response: readonly ResponseRow[],
  survey: Survey,
  codebook: Codebook,
  { release, inputs }: Earlier,
): readonly string[] {
  const { minimum } = survey.privacy;
  const namesWith = (some: Counts) => {
    const network = networkOver(some, response, survey, codebook);
    const grids = gridsOf(some, network.index, survey);
    const hidden = suppress(network, minimum, grids);
    return [...hidden].map((cell) => network.cells[cell]!.name).filter((name) => counts.has(name));
  };
  const names = namesWith(counts);
  const told = release === null ? new Set() : toldBefore(counts, release, inputs);
  if (!names.some((name) => told.has(name))) return names;
  return namesWith(mapValues(counts, (one) => ({ ...one, told: told.has(one.name) })));
}

/** Every published count of the tables, and all that ties them together. */
export function tablesNetwork(tables: CountTables, survey: Survey, codebook: Codebook): Network {
  return networkOver(publishedCounts(tables, survey), tables.response, survey, codebook);
}

function networkOver(
  counts: Counts,
  response: readonly ResponseRow[],
  survey: Survey,
  codebook: Codebook,
): Network {
  const present = presentIn(counts, survey);
  const named = present.counts.map((one) => [one.name, one] as const);
  return networkOf(
    new Map([...counts, ...named]),
    [
      ...present.relations,
      ...sumsAmong(counts, survey, codebook),
      ...responseSums(response, counts),
      ...limitsOf(counts, survey, codebook),
    ],
    impliedLimits(counts, survey, codebook),
    present.together,
  );
}

function mapValues(counts: Counts, change: (one: Count) => Count): Counts {
  return new Map([...counts].map(([name, one]) => [name, change(one)]));
}

/** The tables without the figures of hidden counts. */
function without<T extends CountTables>(tables: T, behind: Behind, hidden: ReadonlySet<string>): T {
  const gone = (table: Protected, i: number) => behind[table][i]!.some((name) => hidden.has(name));
  return {
    ...tables,
    problems: tables.problems.map((row, i) => (gone('problems', i) ? blank(row) : row)),
    themes: tables.themes.map((row, i) => (gone('themes', i) ? blank(row) : row)),
    closed: tables.closed.map((row, i) =>
      gone('closed', i) ? { ...blank(row), mean: null, sd: null } : row,
    ),
    pairs: tables.pairs.map((row, i) =>
      gone('pairs', i) ? { ...row, ...NOTHING, lift: null, ...NO_ODDS } : row,
    ),
    sensitivity: tables.sensitivity.map((row, i) => (gone('sensitivity', i) ? blank(row) : row)),
    bases: tables.bases.map((row, i) => (gone('bases', i) ? blank(row) : row)),
    response: tables.response.map((row, i) =>
      gone('response', i)
        ? { ...row, respondents: null, rate: null, status: 'suppressed' as const }
        : row,
    ),
    coding: tables.coding.map((row, i) =>
      gone('coding', i) ? { ...row, n: null, shown: 'no' as const } : row,
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

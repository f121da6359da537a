/** Hides in the tables every figure that could point at a person, and nothing else. */
import type { CountTables, ShareFigures } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';
import { rowOf } from '../row.ts';
import type { Survey } from '../survey/survey.ts';
import { type Codebook, withoutExamples } from '../tally/codebook.ts';
import { coarsen } from './coarse.ts';
import { type Behind, countsBehind, type Protected } from './counts/behind.ts';
import { type Count, type Counts, countsByName } from './counts/count-cells.ts';
import { publishedCounts } from './counts/counts.ts';
import { rulesIn } from './counts/rules.ts';
import { tellingLate, tellingNext, toldBefore } from './earlier/differences.ts';
import type { Release } from './earlier/release.ts';
import { hideInRound, type RoundToHide } from './hide.ts';
import { type Kept, keptOf } from './kept.ts';

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
  const plan = planProtection(tables, survey, codebook, earlier);
  const names = plan.rounds.flatMap((round) => hideInRound(round).names);
  return protectedBy(plan, tables, survey, names);
}

/** What is to be hidden, but for what must be hidden beside it; each round can be settled by itself. */
export interface ProtectionPlan {
  readonly counts: Counts;
  /** Names of counts that would tell of a few people beside others. */
  readonly telling: ReadonlySet<string>;
  readonly rounds: readonly RoundToHide[];
}

export function planProtection(
  tables: CountTables,
  survey: Survey,
  codebook: Codebook,
  earlier: Earlier,
): ProtectionPlan {
  const published = publishedCounts(tables, survey);
  const telling = tellingBeside(published, survey, earlier);
  const counts = new Map(published);
  for (const name of telling) counts.set(name, { ...published.get(name)!, primary: true });
  return { counts, telling, rounds: roundsIn(counts, tables, survey, codebook, earlier) };
}

/** The tables without what is hidden. @param names of all counts to hide */
export function protectedBy<T extends CountTables>(
  { counts, telling }: ProtectionPlan,
  tables: T,
  survey: Survey,
  names: readonly string[],
): { tables: T; protection: Protection } {
  const hidden = new Set(names.map((name) => counts.get(name)!));
  const primary = [...counts.values()].filter((one) => one.primary).length;
  const behind = countsBehind(tables, counts);
  return {
    protection: {
      ...{ primary, complementary: hidden.size - primary },
      late: [...new Set([...telling].map((name) => counts.get(name)!.round))],
      kept: keptOf(tables, behind, hidden),
    },
    tables: coarsen(without(tables, behind, hidden), survey),
  };
}

/**
 * Names of counts that would tell of a few people beside an earlier release, or the round before; none
 * of those that are published in any case.
 */
function tellingBeside(
  counts: Counts,
  { rounds, privacy: { minimum } }: Survey,
  { release, inputs }: Earlier,
): ReadonlySet<string> {
  const ids = rounds.map(({ id }) => id);
  const late = release === null ? [] : tellingLate(counts, release, inputs, minimum);
  const telling = [...late, ...tellingNext(counts, ids, minimum)];
  return new Set(telling.filter((name) => !counts.get(name)!.fixed));
}

/** No sum ties rounds together, so each is looked at by itself. */
function roundsIn(
  counts: Counts,
  tables: CountTables,
  survey: Survey,
  { taxonomies, themes }: Codebook,
  { release, inputs }: Earlier,
): readonly RoundToHide[] {
  const codebook = withoutExamples({ taxonomies, themes });
  const rounds = groupBy([...counts.values()], ({ round }) => round);
  return [...rounds].map(([round, own]) => ({
    counts: own,
    response: tables.response.filter((row) => row.round === round),
    rules: rulesIn(survey, round),
    codebook,
    told: release === null ? NOTHING_TOLD : toldBefore(countsByName(own), release, inputs),
  }));
}

const NOTHING_TOLD: ReadonlySet<string> = new Set();

/** The tables without the figures of hidden counts. */
function without<T extends CountTables>(tables: T, behind: Behind, hidden: ReadonlySet<Count>): T {
  const gone = (table: Protected, i: number) => behind[table][i]!.some((one) => hidden.has(one));
  return {
    ...tables,
    problems: tables.problems.map((row, i) => (gone('problems', i) ? blank(row) : row)),
    themes: tables.themes.map((row, i) => (gone('themes', i) ? blank(row) : row)),
    closed: tables.closed.map((row, i) =>
      gone('closed', i) ? rowOf(blank(row), { mean: null, sd: null }) : row,
    ),
    pairs: tables.pairs.map((row, i) => (gone('pairs', i) ? rowOf(row, NOTHING, NO_ODDS) : row)),
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

const NO_ODDS = { lift: null, odds_ratio: null, odds_low: null, odds_high: null } as const;

function blank<Row extends ShareFigures>(row: Row): Row {
  return rowOf(row, NOTHING, { n_effective: null });
}

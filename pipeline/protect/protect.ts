/** Hides in the tables every figure that could point at a person, and nothing else. */
import type { CountTables, ShareFigures } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';
import { rowOf } from '../row.ts';
import type { Survey } from '../survey/survey.ts';
import { type Codebook, type CodeList, codesIn } from '../tally/codebook.ts';
import { byRound, roundsTogether } from './by-round.ts';
import { type Behind, countsBehind, type Protected } from './counts/behind.ts';
import { type Count, type Counts, whereOf } from './counts/count-cells.ts';
import { publishedCounts } from './counts/counts.ts';
import { rulesIn } from './counts/rules.ts';
import { changedSince, isRevised } from './earlier/changed.ts';
import { tellingOf, toldBefore } from './earlier/differences.ts';
import {
  type LeftOut,
  leftOut,
  leftOutTogether,
  NOTHING_LEFT_OUT,
  roundsLeftOut,
} from './earlier/left-out.ts';
import type { Joined } from './earlier/lone-counts.ts';
import { asNamedNow, withNobody } from './earlier/new-values.ts';
import { tellingNext } from './earlier/one-more.ts';
import { type Ids, type PeopleIn, peopleIn } from './earlier/people-in.ts';
import type { Release } from './earlier/release.ts';
import {
  type Changes,
  changesOf,
  changesTogether,
  fewestTold,
  revisedTogether,
} from './earlier/remembered.ts';
import { tellingBeside, tellingNearly } from './earlier/telling.ts';
import type { RoundToHide } from './hide.ts';
import { type Kept, keptOf, keptTogether } from './kept.ts';

/** How much was hidden. */
export interface Protection {
  /** Counts hidden for themselves, and counts hidden to protect those. */
  readonly primary: number;
  readonly complementary: number;
  /** Rounds with counts that are hidden for what they would tell beside earlier ones. */
  readonly late: readonly string[];
  /** Rounds of which an earlier release told otherwise, see `isRevised`. */
  readonly revised: readonly string[];
  /** How the respondents of rounds have changed from release to release. */
  readonly changes: Changes;
  /** Questions of rounds that could be of the people of an earlier one and a few more or fewer. */
  readonly joined: readonly Joined[];
  /** What earlier releases told and this one leaves out. */
  readonly leftOut: LeftOut;
  /** Lines hidden and kept, by table. */
  readonly kept: readonly Kept[];
}

/** What these results may be laid beside. */
export interface Earlier {
  /** Null where nothing was given away before. */
  readonly release: Release | null;
  /** Of each round, what identifies its input files, as the release has it. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What the answers of this run are coded by, as the release has it. */
  readonly coding: string | null;
  /** Of each round of a panel, who its respondents are. */
  readonly ids: ReadonlyMap<string, Ids>;
}

export const NOTHING_EARLIER: Earlier = {
  release: null,
  inputs: new Map(),
  coding: null,
  ids: new Map(),
};

/** A round before it is settled what is to be hidden in it. */
export interface RoundPlan {
  readonly round: string;
  /** Its own lines. */
  readonly tables: CountTables;
  readonly counts: Counts;
  /** Whether some would tell of a few people beside earlier ones. */
  readonly isLate: boolean;
  readonly isRevised: boolean;
  readonly changes: Changes;
  readonly joined: readonly Joined[];
  readonly leftOut: LeftOut;
  readonly toHide: RoundToHide;
}

export interface ProtectedRound {
  readonly tables: CountTables;
  readonly protection: Protection;
}

/**
 * The rounds, oldest first, each as it is asked for: no sum ties rounds together, so that each can be
 * settled by itself, and what it was settled by let go.
 */
export function* planRounds(
  tables: CountTables,
  survey: Survey,
  codebook: Codebook,
  earlier: Earlier,
): Iterable<RoundPlan> {
  const tablesIn = byRound(tables);
  const earlierIn = earlierByRound(earlier);
  const codes = codesIn(codebook);
  const before: PeopleIn[] = [];
  for (const { id: round } of survey.rounds) {
    const own = tablesIn(round);
    const published = publishedCounts(own, survey);
    if (published.size === 0) continue;
    const told = earlierIn(round);
    const people = peopleIn(published, earlier.ids.get(round));
    yield planRound({ round, tables: own, published, people, before }, survey, codes, told);
    before.push(people);
  }
}

interface Published {
  readonly round: string;
  readonly tables: CountTables;
  readonly published: Counts;
  readonly people: PeopleIn;
  /** Of all rounds before it. */
  readonly before: readonly PeopleIn[];
}

function planRound(
  { round, tables, published, people, before }: Published,
  survey: Survey,
  codebook: CodeList,
  { release: last, inputs, coding }: Beside,
): RoundPlan {
  const { minimum } = survey.privacy;
  const release = last === null ? null : asNamedNow(last, published);
  const isChanged = release === null ? NOTHING_CHANGED : changedSince(published, release, inputs);
  const changes =
    release === null
      ? NO_CHANGES
      : changesOf(round, published, release, {
          ...{ isChanged, minimum },
          isCodedAlike: coding !== null && release.coding === coding,
        });
  const ruleIn = (group: string) =>
    tellingOf(fewestTold(release?.changes ?? NO_CHANGES, changes, minimum, round, group));
  const rules = rulesIn(survey, round);
  const ties = { rules, codebook };
  const late =
    release === null
      ? []
      : tellingBeside(published, withNobody(release, published), isChanged, ruleIn, ties);
  const next = tellingNext(published, people, before, minimum);
  const telling = [
    ...late,
    ...tellingNearly(published, next, () => tellingOf(minimum), ties),
  ].filter((name) => !published.get(name)!.fixed);
  const counts = new Map(published);
  for (const name of telling) counts.set(name, { ...published.get(name)!, primary: true });
  return {
    round,
    tables,
    counts,
    isLate: telling.length > 0,
    isRevised: release !== null && isRevised(published, release, isChanged),
    changes,
    joined: [...next.questions].map((question) => ({ round, question })),
    leftOut: last === null ? NOTHING_LEFT_OUT : leftOut(last, published),
    toHide: {
      counts: [...counts.values()],
      response: tables.response,
      rules,
      codebook,
      told: release === null ? NOTHING_TOLD : toldBefore(counts, release, isChanged),
    },
  };
}

const NOTHING_TOLD: ReadonlySet<string> = new Set();
const NOTHING_CHANGED = () => false;
const NO_CHANGES: Changes = new Map();

type Beside = Omit<Earlier, 'ids'>;

/** What each round may be laid beside: of a release its own counts, since no other's are asked for. */
function earlierByRound({ release, inputs, coding }: Earlier): (round: string) => Beside {
  if (release === null) return () => ({ release, inputs, coding });
  const known = groupBy(release.known, ([name]) => whereOf(name).round);
  return (round) => ({ release: { ...release, known: new Map(known.get(round)) }, inputs, coding });
}

/** The lines of a round without what is hidden. @param places of all counts to hide */
export function protectRound(
  { round, tables, counts, isLate, isRevised, changes, joined, leftOut, toHide }: RoundPlan,
  places: readonly number[],
): ProtectedRound {
  const hidden = new Set(places.map((at) => toHide.counts[at]!));
  const primary = [...counts.values()].filter((one) => one.primary).length;
  const behind = countsBehind(tables, counts);
  return {
    protection: {
      ...{ primary, complementary: hidden.size - primary },
      late: isLate ? [round] : [],
      revised: isRevised ? [round] : [],
      changes,
      joined,
      leftOut,
      kept: keptOf(tables, behind, hidden),
    },
    tables: without(tables, behind, hidden),
  };
}

/** @param rounds all of them, oldest first */
export function together<T extends CountTables>(
  tables: T,
  rounds: readonly ProtectedRound[],
  { release }: Earlier,
): { tables: T; protection: Protection } {
  const protections = rounds.map(({ protection }) => protection);
  const absent = roundsLeftOut(release, new Set(tables.rows.map(({ round }) => round)));
  const sumOf = (figure: 'primary' | 'complementary') =>
    protections.reduce((sum, one) => sum + one[figure], 0);
  return {
    tables: roundsTogether(
      tables,
      rounds.map((one) => one.tables),
    ),
    protection: {
      ...{ primary: sumOf('primary'), complementary: sumOf('complementary') },
      late: protections.flatMap(({ late }) => late),
      revised: revisedTogether(
        release,
        protections.flatMap(({ revised }) => revised),
      ),
      changes: changesTogether(
        release,
        protections.flatMap(({ changes }) => [...changes]),
      ),
      joined: protections.flatMap(({ joined }) => joined),
      leftOut: leftOutTogether([absent, ...protections.map((one) => one.leftOut)]),
      kept: keptTogether(protections.flatMap(({ kept }) => kept)),
    },
  };
}

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
    bases: tables.bases.map((row, i) =>
      // Of few who hold the weight of all asked there are no figures, though everybody knows how many
      // were asked.
      gone('bases', i) || row.status === 'suppressed' ? blank(row) : row,
    ),
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

/** Of a pair that is hidden, or of which the share is. */
export const NO_ODDS = { lift: null, odds_ratio: null, odds_low: null, odds_high: null } as const;

function blank<Row extends ShareFigures>(row: Row): Row {
  return rowOf(row, NOTHING, { n_effective: null });
}

/** Reads every file of a survey and counts it: one tally a round, and an account of every row. */
import type { Effects } from '../effects.ts';
import type { Problem } from '../errors.ts';
import { isTally } from '../survey/counted-elsewhere.ts';
import type { Survey } from '../survey/survey.ts';
import { balanceOf, type FileBalance } from './balance.ts';
import type { Codebook } from './codebook.ts';
import type { HygieneCount } from './hygiene.ts';
import { type OpenedRound, openRounds } from './open-rounds.ts';
import { holdsPersonal } from './personal.ts';
import { type Counter, createCounter } from './pool.ts';
import { Meter, type Watch } from './progress.ts';
import {
  keptRound,
  type PrivateSinks,
  type ReadFile,
  type ReadRound,
  type Repeated,
  readRound,
  refuseUseless,
  type TakeBatch,
} from './read-round.ts';
import { type Keeper, keepNothing } from './saved/kept-round.ts';
import { roundKey } from './saved/round-key.ts';
import { requireBalance } from './settle.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

export interface CountOptions {
  /** Stop at the first row or cell that would be set aside. */
  readonly strict: boolean;
  /** Working threads, the main one included. */
  readonly jobs: number;
}

/** What was read, and what came of it. */
export interface Counted {
  /** One for each round, oldest first. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly files: readonly CountedFile[];
  /** Why no figures may be made of this: too much set aside, no respondents, no weight … */
  readonly refusals: readonly Problem[];
  /** Respondent ids that occur more than once in a round. */
  readonly duplicates: ReadonlyMap<string, readonly Repeated[]>;
  /** What each rule of hygiene flagged, round by round. */
  readonly hygiene: readonly HygieneCount[];
  /** Ids of rounds that were counted before, and not again. */
  readonly kept: readonly string[];
}

export interface CountedFile extends ReadFile {
  readonly balance: FileBalance;
}

/**
 * Counts all rounds of a survey; of those that were kept, what they came to is taken from there.
 *
 * @throws InputError if a file cannot be read, or with `strict` at the first thing set aside
 * @throws Error if something that was read is not accounted for (our bug)
 */
export async function countRounds(
  survey: Survey,
  codebook: Codebook,
  options: CountOptions,
  sinks: PrivateSinks,
  fx: Effects,
  watched: Watched = UNWATCHED,
): Promise<Counted> {
  const counted = await countParts(survey, codebook, options, sinks, fx, watched);
  const useless = survey.rounds.flatMap((round) =>
    refuseUseless(
      round,
      counted.files.filter((one) => one.round === round.id),
    ),
  );
  return { ...counted, refusals: [...counted.refusals, ...useless] };
}

interface Watched {
  readonly keeper: Keeper;
  readonly watch: Watch;
}

/** The same of rounds of which this may be a part: one alone may be without respondents. */
export async function countParts(
  survey: Survey,
  codebook: Codebook,
  options: CountOptions,
  sinks: PrivateSinks,
  fx: Effects,
  { keeper, watch }: Watched = UNWATCHED,
): Promise<Counted> {
  const { program } = keeper;
  const { strict, jobs } = options;
  const meter = new Meter(fx, watch);
  const opened = await openRounds(survey, codebook, { program, jobs }, meter.fx);
  const sizes = await sizesOf(survey, fx);
  const bytes = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  meter.start(bytes);
  const counter = createCounter(survey, codebook, options.jobs, sinks.codeLines);
  try {
    const read: ReadRound[] = [];
    for (const one of opened) {
      const { round, files } = one;
      const key = roundKey(survey, round.id, files, codebook, { program, strict });
      const kept = one.elsewhere === null ? await keeper.take(round.id, key) : null;
      if (kept !== null) meter.skip(sizes.get(round.id)!);
      const handOn = takerOf(round.id, counter, sinks, meter);
      read.push(
        kept === null
          ? { key, ...(await readRound(survey, round, files, options, handOn)) }
          : keptRound(round, files, kept),
      );
    }
    const atHand = await counter.finish();
    const whole = read.map((one, i) => withElsewhere(one, opened[i]!, atHand.get(one.round)));
    const tallies = new Map(whole.map(({ round, tally }) => [round, tally]));
    const files = whole.flatMap(({ round, files: own }) =>
      own.map((one) => ({
        ...one,
        balance: balanceOf(one.file, one.account, tallies.get(round)!),
      })),
    );
    requireBalance(survey, files, tallies);
    for (const [i, one] of read.entries()) {
      const isNew = one.tally === null && opened[i]!.elsewhere === null;
      if (isNew) await keepRound(one, tallies.get(one.round)!, keeper);
    }
    return {
      ...{ tallies, files },
      refusals: read.flatMap((one) => one.problems),
      duplicates: new Map(
        read.flatMap(({ round, duplicates }) =>
          duplicates.length > 0 ? [[round, duplicates] as const] : [],
        ),
      ),
      hygiene: whole.flatMap((one) => one.hygiene),
      kept: read.flatMap(({ round, tally }) => (tally === null ? [] : [round])),
    };
  } catch (error) {
    await counter.stop();
    throw error;
  }
}

/** A round that is counted, with what was counted elsewhere of it. */
function withElsewhere(
  read: ReadRound,
  { elsewhere, inOrder }: OpenedRound,
  atHand: Tally | undefined,
): ReadRound & { readonly tally: Tally } {
  const tally = read.tally ?? atHand ?? emptyTally();
  if (elsewhere === null) return { ...read, tally };
  mergeTally(tally, elsewhere.tally);
  const { files, hygiene } = read;
  return { ...read, tally, files: inOrder(files), hygiene: elsewhere.withHygiene(hygiene) };
}

/** A round that gives figures, in which no personal data would be kept. */
async function keepRound(
  { round, key, files, problems, duplicates, hygiene }: ReadRound,
  tally: Tally,
  keeper: Keeper,
): Promise<void> {
  if (problems.length > 0 || holdsPersonal(tally)) return;
  const kept = files.map(({ file, account }) => {
    return { account, notes: file.notes(), counts: file.counts() };
  });
  await keeper.keep(round, { key, tally, files: kept, duplicates, hygiene });
}

const UNWATCHED: Watched = { keeper: keepNothing(''), watch: () => {} };

/** Bytes of the files at hand of each round. */
async function sizesOf({ rounds }: Survey, fx: Effects): Promise<ReadonlyMap<string, number>> {
  const sizes = rounds.map(async ({ id, files }) => {
    const atHand = files.filter((one) => !isTally(one));
    const stats = await Promise.all(atHand.map(({ path }) => fx.stat(path)));
    return [id, stats.reduce((sum, { size }) => sum + size, 0)] as const;
  });
  return new Map(await Promise.all(sizes));
}

/** Hands batches of a round on: to the private files, and to be counted. */
function takerOf(round: string, counter: Counter, sinks: PrivateSinks, meter: Meter): TakeBatch {
  return async ({ rows, respondents, setAside, flagged }, file) => {
    if (setAside.length > 0) await sinks.setAside(round, file, setAside);
    if (flagged.length > 0) await sinks.flags(round, file, flagged);
    if (respondents.length > 0) await counter.add({ round, file, respondents });
    meter.add(rows);
  };
}

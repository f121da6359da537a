/** Reads every file of a survey and counts it: one tally a round, and an account of every row. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { adviseAsked, type FailedFile } from '../read/asked.ts';
import { emptyMemory } from '../read/hygiene/hygiene.ts';
import { openRoundFile, type RespondentFile } from '../read/respondents.ts';
import type { Round, Survey } from '../survey/survey.ts';
import { balanceOf, type FileBalance } from './balance.ts';
import type { Codebook } from './codebook.ts';
import type { HygieneCount } from './hygiene.ts';
import { type Keeper, NOTHING_KEPT } from './saved/kept-round.ts';
import { roundKey } from './saved/round-key.ts';
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
  type TakeBatch,
} from './read-round.ts';
import { requireBalance } from './settle.ts';
import { emptyTally, type Tally } from './tally.ts';

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
  { keeper, watch }: { readonly keeper: Keeper; readonly watch: Watch } = UNWATCHED,
): Promise<Counted> {
  const { program } = keeper;
  const { strict } = options;
  const meter = new Meter(fx, watch);
  const opened = await openAll(survey, meter.fx);
  const sizes = await sizesOf(survey, fx);
  const bytes = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  meter.start(bytes);
  fx.saveMemory(bytes > LARGE);
  const counter = createCounter(survey, codebook, options.jobs, sinks.codeLines);
  try {
    const read: ReadRound[] = [];
    for (const { round, files } of opened) {
      const key = roundKey(survey, round.id, files, codebook, { program, strict });
      const kept = await keeper.take(round.id, key);
      if (kept !== null) meter.skip(sizes.get(round.id)!);
      const handOn = takerOf(round.id, counter, sinks, meter);
      read.push(
        kept === null
          ? { key, ...(await readRound(survey, round, files, options, handOn)) }
          : keptRound(round, files, kept),
      );
    }
    const counted = await counter.finish();
    const tallies = new Map(
      read.map(({ round, tally }) => [round, tally ?? counted.get(round) ?? emptyTally()] as const),
    );
    const files = read.flatMap(({ round, files: own }) =>
      own.map((one) => ({
        ...one,
        balance: balanceOf(one.file, one.account, tallies.get(round)!),
      })),
    );
    requireBalance(survey, files, tallies);
    for (const one of read) {
      if (one.tally === null) await keepRound(one, tallies.get(one.round)!, keeper);
    }
    return {
      ...{ tallies, files },
      refusals: read.flatMap((one) => one.problems),
      duplicates: new Map(
        read.flatMap(({ round, duplicates }) =>
          duplicates.length > 0 ? [[round, duplicates] as const] : [],
        ),
      ),
      hygiene: read.flatMap((one) => one.hygiene),
      kept: read.flatMap(({ round, tally }) => (tally === null ? [] : [round])),
    };
  } catch (error) {
    await counter.stop();
    throw error;
  } finally {
    fx.saveMemory(false);
  }
}

/** Files of more bytes than this leave more behind while they are read than is in use. */
const LARGE = 1 << 25;

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

const UNWATCHED = { keeper: NOTHING_KEPT, watch: () => {} };

/** Bytes of the files of each round. */
async function sizesOf({ rounds }: Survey, fx: Effects): Promise<ReadonlyMap<string, number>> {
  const sizes = rounds.map(async ({ id, files }) => {
    const stats = await Promise.all(files.map(({ path }) => fx.stat(path)));
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

/** Opens every file, so that all that cannot be read is told at once. */
async function openAll(
  survey: Survey,
  fx: Effects,
): Promise<{ round: Round; files: RespondentFile[] }[]> {
  const failed: FailedFile[] = [];
  const opened: { round: Round; files: RespondentFile[] }[] = [];
  for (const round of survey.rounds) {
    const files: RespondentFile[] = [];
    const memory = emptyMemory();
    for (const file of round.files) {
      try {
        files.push(await openRoundFile(file, survey, fx, round.id, memory));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failed.push({ round: round.id, file: file.name, problems: error.problems });
      }
    }
    opened.push({ round, files });
  }
  const problems = adviseAsked(failed, survey);
  problems.push(...sameBytes(opened.flatMap((one) => one.files)));
  if (problems.length > 0) throw new InputError(problems);
  return opened;
}

/** One export, or sheet of one, in two places counts everybody twice, or makes a round that changes nothing. */
function sameBytes(files: readonly RespondentFile[]): Problem[] {
  return files.flatMap((file, i) => {
    const first =
      files.slice(0, i).find((one) => one.sha256 === file.sha256 && one.sheet === file.sheet) ??
      files
        .flatMap(({ twin }) => (twin === null ? [] : [twin]))
        .find((one) => one.sha256 === file.sha256);
    return first === undefined
      ? []
      : [problem('file-twice', { file: file.name }, { first: first.name })];
  });
}

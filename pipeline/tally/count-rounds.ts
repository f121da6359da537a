/** Reads every file of a survey and counts it: one tally a round, and an account of every row. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { ownCopy } from '../own-copy.ts';
import { adviseAsked, type FailedFile } from '../read/asked.ts';
import { emptyMemory } from '../read/hygiene/hygiene.ts';
import { isDropped } from '../read/hygiene/rules.ts';
import type { Batch, Flagged, SetAside } from '../read/respondent.ts';
import { openRoundFile, type RespondentFile } from '../read/respondents.ts';
import type { Round, Survey } from '../survey/survey.ts';
import { type Account, emptyAccount, enter, refuseTooMuch } from './account.ts';
import { balanceOf, type FileBalance } from './balance.ts';
import type { Codebook } from './codebook.ts';
import { HygieneAccount, type HygieneCount } from './hygiene.ts';
import { createCounter, type TakeLines } from './pool.ts';
import { RepeatedIds } from './repeated-file.ts';
import { setAsideProblem } from './set-aside-problem.ts';
import { requireBalance } from './settle.ts';
import { emptyTally, type Tally } from './tally.ts';
import { refuseColumns } from './unusable.ts';

/** Respondents handed on at once. */
const BATCH = 500;

export interface CountOptions {
  /** Stop at the first row or cell that would be set aside. */
  readonly strict: boolean;
  /** Working threads, the main one included. */
  readonly jobs: number;
}

/** Where what is said of single respondents goes. */
export interface PrivateSinks {
  readonly codeLines: TakeLines;
  setAside(round: string, file: string, entries: readonly SetAside[]): Promise<void>;
  flags(file: string, entries: readonly Flagged[]): Promise<void>;
}

/** A respondent id that came again, and where it did so first. */
export interface Repeated {
  readonly id: string;
  readonly file: string;
  readonly row: number;
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
}

export interface CountedFile {
  readonly round: string;
  readonly file: RespondentFile;
  readonly account: Account;
  readonly balance: FileBalance;
}

/** A file that is read, while others are and answers are still being coded. */
type ReadFile = Omit<CountedFile, 'balance'>;

/**
 * Counts all rounds of a survey.
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
): Promise<Counted> {
  const opened = await openAll(survey, fx);
  const counter = createCounter(survey, codebook, options.jobs, sinks.codeLines);
  const read: ReadFile[] = [];
  const duplicates = new Map<string, readonly Repeated[]>();
  const hygiene: HygieneCount[] = [];
  const problems: Problem[] = [];
  try {
    for (const { round, files: own } of opened) {
      const twice = new Map<string, Repeated>();
      const flags = new HygieneAccount();
      for (const file of own) {
        const account = emptyAccount();
        const ids = new RepeatedIds();
        for await (const batch of file.batches(BATCH)) {
          enter(batch, account);
          if (options.strict) refuseAny(batch, file.name);
          if (batch.setAside.length > 0) await sinks.setAside(round.id, file.name, batch.setAside);
          flags.enter(batch);
          noteTwice(batch, file.name, twice);
          ids.enter(batch);
          if (batch.flagged.length > 0) await sinks.flags(file.name, batch.flagged);
          const { respondents } = batch;
          if (respondents.length > 0)
            await counter.add({ round: round.id, file: file.name, respondents });
        }
        flags.apply(file.appliedRules());
        problems.push(...refusalsOf(file, account, survey.maximumSetAside));
        if (survey.hygiene.duplicates === 'drop') problems.push(...ids.refusal(account, file, own));
        read.push({ round: round.id, file, account });
      }
      if (twice.size > 0) duplicates.set(round.id, [...twice.values()]);
      hygiene.push(...flags.counts(round.id, survey.hygiene));
      problems.push(...refuseUseless(round, read));
    }
    const tallies = await counter.finish();
    const files = read.map((one) => {
      const tally = tallies.get(one.round) ?? emptyTally();
      return { ...one, balance: balanceOf(one.file, one.account, tally) };
    });
    requireBalance(survey, files, tallies);
    return { tallies, files, duplicates, hygiene, refusals: problems };
  } catch (error) {
    await counter.stop();
    throw error;
  }
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

/** Why a file that was read gives no figures. A column with a wrong range is told of once. */
function refusalsOf(file: RespondentFile, account: Account, maximum: number): Problem[] {
  const told = file.refusals();
  const columns = refuseColumns(file.name, file.counts().columns, account.examples, maximum);
  return [
    ...told,
    ...refuseTooMuch(account, file.name, maximum),
    ...columns.filter((one) => !told.some(({ column }) => column === one.column)),
  ];
}

function noteTwice({ flagged }: Batch, file: string, twice: Map<string, Repeated>): void {
  for (const { id, row, rules } of flagged) {
    const bare = id.trim();
    if (!rules.includes('duplicates') || twice.has(bare)) continue;
    const own = ownCopy(bare);
    twice.set(own, { id: own, file, row });
  }
}

function refuseAny(batch: Batch, file: string): void {
  const first = batch.setAside.find(({ reason }) => !isDropped(reason));
  if (first === undefined) return;
  throw new InputError([setAsideProblem(file, first)]);
}

function refuseUseless(round: Round, files: readonly ReadFile[]): Problem[] {
  const own = files.filter((one) => one.round === round.id);
  const place = { file: round.files.map((one) => one.name).join(', ') };
  const used = own.reduce((sum, one) => sum + one.account.used, 0);
  if (used === 0) return [problem('no-respondents', place, { round: round.id })];
  if (own.every((one) => one.account.weightless)) {
    return [problem('all-weights-zero', place, { round: round.id })];
  }
  return [];
}

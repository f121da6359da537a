/** Reads every file of a survey and counts it: one tally a round, and an account of every row. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { adviseAsked, type FailedFile } from '../read/asked.ts';
import { emptyMemory } from '../read/hygiene/hygiene.ts';
import { isDropped } from '../read/hygiene/rules.ts';
import type { Batch, Flagged, SetAside } from '../read/respondent.ts';
import { openRoundFile, type RespondentFile } from '../read/respondents.ts';
import type { Round, Survey } from '../survey/survey.ts';
import { type Account, emptyAccount, enter, refuseTooMuch } from './account.ts';
import type { Codebook } from './codebook.ts';
import { HygieneAccount, type HygieneCount } from './hygiene.ts';
import { createCounter, type TakeLines } from './pool.ts';
import { setAsideProblem } from './set-aside-problem.ts';
import type { Tally } from './tally.ts';

/** Respondents handed on at once. */
const BATCH = 2000;

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

/** What was read, and what came of it. */
export interface Counted {
  /** One for each round, oldest first. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly files: readonly CountedFile[];
  /** Why no figures may be made of this: too much set aside, no respondents, no weight. */
  readonly refusals: readonly Problem[];
  /** Respondent ids that occur more than once in a round. */
  readonly duplicates: ReadonlyMap<string, readonly string[]>;
  /** What each rule of hygiene flagged, round by round. */
  readonly hygiene: readonly HygieneCount[];
}

export interface CountedFile {
  readonly round: string;
  readonly file: RespondentFile;
  readonly account: Account;
}

/**
 * Counts all rounds of a survey.
 *
 * @throws InputError if a file cannot be read, or with `strict` at the first thing set aside
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
  const files: CountedFile[] = [];
  const duplicates = new Map<string, readonly string[]>();
  const hygiene: HygieneCount[] = [];
  const problems: Problem[] = [];
  try {
    for (const { round, files: own } of opened) {
      const twice = new Set<string>();
      const flags = new HygieneAccount();
      for (const file of own) {
        const account = emptyAccount();
        for await (const batch of file.batches(BATCH)) {
          enter(batch, account);
          if (options.strict) refuseAny(batch, file.name);
          if (batch.setAside.length > 0) await sinks.setAside(round.id, file.name, batch.setAside);
          flags.enter(batch);
          noteTwice(batch, twice);
          if (batch.flagged.length > 0) await sinks.flags(file.name, batch.flagged);
          const { respondents } = batch;
          if (respondents.length > 0)
            await counter.add({ round: round.id, file: file.name, respondents });
        }
        flags.apply(file.appliedRules());
        problems.push(...file.refusals());
        problems.push(...refuseTooMuch(account, file.name, survey.maximumSetAside));
        files.push({ round: round.id, file, account });
      }
      if (twice.size > 0) duplicates.set(round.id, [...twice]);
      hygiene.push(...flags.counts(round.id, survey.hygiene));
      problems.push(...refuseUseless(round, files));
    }
    const tallies = await counter.finish();
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

/** One export in two places counts everybody twice, or makes a round that changes nothing. */
function sameBytes(files: readonly RespondentFile[]): Problem[] {
  return files.flatMap((file, i) => {
    const first =
      files.slice(0, i).find((one) => one.sha256 === file.sha256) ??
      files
        .flatMap(({ twin }) => (twin === null ? [] : [twin]))
        .find((one) => one.sha256 === file.sha256);
    return first === undefined
      ? []
      : [problem('file-twice', { file: file.name }, { first: first.name })];
  });
}

function noteTwice(batch: Batch, twice: Set<string>): void {
  for (const { id, rules } of batch.flagged) if (rules.includes('duplicates')) twice.add(id);
}

function refuseAny(batch: Batch, file: string): void {
  const first = batch.setAside.find(({ reason }) => !isDropped(reason));
  if (first === undefined) return;
  throw new InputError([setAsideProblem(file, first)]);
}

function refuseUseless(round: Round, files: readonly CountedFile[]): Problem[] {
  const own = files.filter((one) => one.round === round.id);
  const place = { file: round.files.map((one) => one.name).join(', ') };
  const used = own.reduce((sum, one) => sum + one.account.used, 0);
  if (used === 0) return [problem('no-respondents', place, { round: round.id })];
  if (own.every((one) => one.account.weightless)) {
    return [problem('all-weights-zero', place, { round: round.id })];
  }
  return [];
}

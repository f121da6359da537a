/** Reads every file of a survey and counts it: one tally a round, and an account of every row. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import type { Batch, SetAside } from '../read/respondent.ts';
import { openRoundFile, type RespondentFile } from '../read/respondents.ts';
import type { Round, Survey } from '../survey/survey.ts';
import { type Account, emptyAccount, enter, refuseTooMuch } from './account.ts';
import { balanceOf, type FileBalance } from './balance.ts';
import type { Codebook } from './codebook.ts';
import { createCounter, type TakeLines } from './pool.ts';
import { requireBalance } from './settle.ts';
import { emptyTally, type Tally } from './tally.ts';
import { refuseColumns } from './unusable.ts';

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
}

/** What was read, and what came of it. */
export interface Counted {
  /** One for each round, oldest first. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly files: readonly CountedFile[];
  /** Why no figures may be made of this: too much set aside, no respondents, no weight … */
  readonly refusals: readonly Problem[];
  /** Respondent ids that occur more than once in a round. */
  readonly duplicates: ReadonlyMap<string, readonly string[]>;
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
  const duplicates = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  try {
    for (const { round, files: own } of opened) {
      const seen = new Set<string>();
      const twice = new Set<string>();
      for (const file of own) {
        const account = emptyAccount();
        for await (const batch of file.batches(BATCH)) {
          enter(batch, account);
          if (options.strict) refuseAny(batch, file.name);
          if (batch.setAside.length > 0) await sinks.setAside(round.id, file.name, batch.setAside);
          if (survey.columns.respondent !== null) noteTwice(batch, seen, twice);
          const { respondents } = batch;
          if (respondents.length > 0)
            await counter.add({ round: round.id, file: file.name, respondents });
        }
        problems.push(...refuseTooMuch(account, file.name, survey.maximumSetAside));
        const { columns } = file.counts();
        problems.push(
          ...refuseColumns(file.name, columns, account.examples, survey.maximumSetAside),
        );
        read.push({ round: round.id, file, account });
      }
      if (twice.size > 0) duplicates.set(round.id, [...twice]);
      problems.push(...refuseUseless(round, read));
    }
    const tallies = await counter.finish();
    const files = read.map((one) => {
      const tally = tallies.get(one.round) ?? emptyTally();
      return { ...one, balance: balanceOf(one.file, one.account, tally) };
    });
    requireBalance(survey, files, tallies);
    return { tallies, files, duplicates, refusals: problems };
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
  const problems: Problem[] = [];
  const opened: { round: Round; files: RespondentFile[] }[] = [];
  for (const round of survey.rounds) {
    const files: RespondentFile[] = [];
    for (const file of round.files) {
      try {
        files.push(await openRoundFile(file, survey, fx));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
    opened.push({ round, files });
  }
  problems.push(...sameBytes(opened.flatMap((one) => one.files)));
  if (problems.length > 0) throw new InputError(problems);
  return opened;
}

/** One export in two places counts everybody twice, or makes a round that changes nothing. */
function sameBytes(files: readonly RespondentFile[]): Problem[] {
  return files.flatMap((file, i) => {
    const first = files.slice(0, i).find((one) => one.sha256 === file.sha256);
    return first === undefined
      ? []
      : [problem('file-twice', { file: file.name }, { first: first.name })];
  });
}

function noteTwice(batch: Batch, seen: Set<string>, twice: Set<string>): void {
  for (const { id } of batch.respondents) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
}

function refuseAny(batch: Batch, file: string): void {
  const [first] = batch.setAside;
  if (first === undefined) return;
  const { row, column, reason, found } = first;
  const place = { file, row, ...(column === '' ? {} : { column }) };
  throw new InputError([problem('set-aside', place, { reason, found })]);
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

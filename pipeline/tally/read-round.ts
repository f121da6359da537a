/** Reads the files of a round, hands their respondents on to be counted, and accounts for every row. */
import { InputError, type Problem, problem } from '../errors.ts';
import { ownCopy } from '../own-copy.ts';
import { isDropped } from '../read/hygiene/rules.ts';
import type { Batch, Flagged, SetAside } from '../read/respondent.ts';
import type { InputFile, RespondentFile } from '../read/respondents.ts';
import type { Round, Survey } from '../survey/survey.ts';
import { type Account, emptyAccount, enter, refuseTooMuch } from './account.ts';
import { HygieneAccount, type HygieneCount } from './hygiene.ts';
import type { TakeLines } from './pool.ts';
import { RepeatedIds } from './repeated-file.ts';
import type { KeptRound } from './saved/kept-round.ts';
import { setAsideProblem } from './set-aside-problem.ts';
import type { Tally } from './tally.ts';
import { refuseColumns } from './unusable.ts';

/** Respondents handed on at once. */
const BATCH = 500;

/** Where what is said of single respondents goes. */
export interface PrivateSinks {
  readonly codeLines: TakeLines;
  setAside(round: string, file: string, entries: readonly SetAside[]): Promise<void>;
  flags(round: string, file: string, entries: readonly Flagged[]): Promise<void>;
}

/** A respondent id that came again, and where it did so first. */
export interface Repeated {
  readonly id: string;
  readonly file: string;
  readonly row: number;
}

/** A file that is read, while others are and answers are still being coded. */
export interface ReadFile {
  readonly round: string;
  readonly file: InputFile;
  readonly account: Account;
  /** The tally that tells of it; null of a file at hand. */
  readonly tallyName: string | null;
}

/** A round that is read, and what came of it but for what is still being counted. */
export interface ReadRound {
  readonly round: string;
  /** What its counts depend on. */
  readonly key: string;
  /** Null where it is still being counted. */
  readonly tally: Tally | null;
  readonly files: readonly ReadFile[];
  /** Respondent ids that occur more than once. */
  readonly duplicates: readonly Repeated[];
  readonly hygiene: readonly HygieneCount[];
  readonly problems: readonly Problem[];
}

/** Takes what was read of a file, batch by batch. */
export type TakeBatch = (batch: Batch, file: string) => Promise<void>;

/** @throws InputError if a file cannot be read, or with `strict` at the first thing set aside */
export async function readRound(
  survey: Survey,
  round: Round,
  files: readonly RespondentFile[],
  { strict }: { readonly strict: boolean },
  handOn: TakeBatch,
): Promise<Omit<ReadRound, 'key'>> {
  const twice = new Map<string, Repeated>();
  const flags = new HygieneAccount();
  const read: ReadFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const account = emptyAccount();
    const ids = new RepeatedIds();
    for await (const batch of file.batches(BATCH)) {
      enter(batch, account);
      if (strict) refuseAny(batch, file.name);
      flags.enter(batch);
      noteTwice(batch, file.name, twice);
      ids.enter(batch);
      await handOn(batch, file.name);
    }
    flags.apply(file.appliedRules());
    problems.push(...refusalsOf(file, account, survey));
    if (survey.hygiene.duplicates === 'drop') problems.push(...ids.refusal(account, file, files));
    read.push({ round: round.id, file, account, tallyName: null });
  }
  return {
    ...{ round: round.id, tally: null, files: read, duplicates: [...twice.values()] },
    hygiene: flags.counts(round.id, survey.hygiene),
    problems,
  };
}

/** A round that was counted before. */
export function keptRound(
  round: Round,
  files: readonly RespondentFile[],
  { key, tally, duplicates, hygiene, files: kept }: KeptRound,
): ReadRound {
  const read = files.map((file, i): ReadFile => {
    const { account, notes, counts } = kept[i]!;
    return {
      round: round.id,
      file: { ...file, notes: () => notes, counts: () => counts },
      account,
      tallyName: null,
    };
  });
  return { round: round.id, key, tally, files: read, duplicates, hygiene, problems: [] };
}

/** Why a file that was read gives no figures. A column with a wrong range is told of once. */
function refusalsOf(file: RespondentFile, account: Account, survey: Survey): Problem[] {
  const told = file.refusals();
  const columns = refuseColumns(file.name, file.counts().columns, account.examples, survey);
  return [
    ...told,
    ...refuseTooMuch(account, file.name, survey.maximumSetAside),
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

/** Why a round that was read gives no figures. @param own all its files */
export function refuseUseless(round: Round, own: readonly ReadFile[]): Problem[] {
  const place = { file: round.files.map((one) => one.name).join(', ') };
  const used = own.reduce((sum, one) => sum + one.account.used, 0);
  if (used === 0) return [problem('no-respondents', place, { round: round.id })];
  if (own.every((one) => one.account.weightless)) {
    return [problem('all-weights-zero', place, { round: round.id })];
  }
  return [];
}

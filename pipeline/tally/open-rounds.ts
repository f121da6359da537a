/** Opens every input of a survey, so that all that cannot be used is told at once. */
import { basename } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { adviseAsked, type FailedFile } from '../read/asked.ts';
import { emptyMemory, type RoundMemory } from '../read/hygiene/hygiene.ts';
import { openRoundFile, type RespondentFile } from '../read/respondents.ts';
import { isCountedElsewhere, isTally } from '../survey/counted-elsewhere.ts';
import { locateMissing } from '../survey/locate.ts';
import type { Round, RoundFile, Survey } from '../survey/survey.ts';
import type { Codebook } from './codebook.ts';
import { Elsewhere } from './elsewhere.ts';
import type { ReadFile } from './read-round.ts';

/** A round whose inputs can be read, or were. */
export interface OpenedRound {
  readonly round: Round;
  /** Files at hand, to be read. */
  readonly files: readonly RespondentFile[];
  /** What was counted elsewhere; null of a round that is all at hand. */
  readonly elsewhere: Elsewhere | null;
  /** All files of the round in the order in which they are named, once those at hand are read. */
  inOrder(read: readonly ReadFile[]): readonly ReadFile[];
}

type Input = { readonly atHand: RespondentFile } | { readonly counted: readonly ReadFile[] };

export interface OpenOptions {
  /** Which program counts: see `programHash`. */
  readonly program: string;
  /** Working threads, the calling one included. */
  readonly jobs: number;
}

/** @throws InputError with every file that cannot be used, and every one that comes twice */
export async function openRounds(
  survey: Survey,
  codebook: Codebook,
  { program, jobs }: OpenOptions,
  fx: Effects,
): Promise<readonly OpenedRound[]> {
  const failed: FailedFile[] = [];
  const opened: OpenedRound[] = [];
  const named: NamedInput[] = [];
  for (const round of survey.rounds) {
    const inputs: Input[] = [];
    const memory = emptyMemory();
    const elsewhere = isCountedElsewhere(round)
      ? new Elsewhere(survey, round, codebook, program)
      : null;
    const taken = (await elsewhere?.takeAll(round.files.filter(isTally), jobs, fx)) ?? [];
    const inTurn = taken.values();
    for (const file of round.files) {
      const input = isTally(file)
        ? inTurn.next().value!
        : await atHandIn(file, survey, fx, round.id, memory);
      if ('problems' in input)
        failed.push({ round: round.id, file: file.name, problems: input.problems });
      else inputs.push(input);
    }
    named.push(...inputs.flatMap(namesIn));
    opened.push(openedRound(round, inputs, elsewhere));
  }
  const unread = await locateMissing(adviseAsked(failed, survey), survey, fx);
  const problems = [...withoutFiles(survey), ...unread, ...sameBytes(named)];
  if (problems.length > 0) throw new InputError(problems);
  return opened;
}

/** A file at hand, or why it cannot be read. */
async function atHandIn(
  file: RoundFile,
  survey: Survey,
  fx: Effects,
  round: string,
  memory: RoundMemory,
): Promise<Input | { readonly problems: readonly Problem[] }> {
  try {
    return { atHand: await openRoundFile(file, survey, fx, round, memory) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problems: error.problems };
  }
}

function openedRound(
  round: Round,
  inputs: readonly Input[],
  elsewhere: Elsewhere | null,
): OpenedRound {
  const files = inputs.flatMap((one) => ('atHand' in one ? [one.atHand] : []));
  return {
    ...{ round, files, elsewhere },
    inOrder: (read) =>
      inputs.flatMap((one) => ('atHand' in one ? read[files.indexOf(one.atHand)]! : one.counted)),
  };
}

function withoutFiles({ file, rounds }: Survey): readonly Problem[] {
  return rounds.flatMap(({ id, files }, i) =>
    files.length > 0
      ? []
      : [
          problem(
            'round-without-files',
            { file: basename(file), key: `rounds[${i + 1}]` },
            { round: id },
          ),
        ],
  );
}

/** What two inputs may have in common, with the name to tell one by. */
interface NamedInput {
  readonly name: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly twin: { readonly name: string; readonly sha256: string } | null;
}

function namesIn(input: Input): readonly NamedInput[] {
  if ('atHand' in input) return [input.atHand];
  return input.counted.map(({ file, tallyName }) => {
    const { name, sha256, sheet, twin } = file;
    const ending = ` [${tallyName}]`;
    return { name: name.endsWith(ending) ? name : name + ending, sha256, sheet, twin };
  });
}

/** One export, or sheet of one, in two places counts everybody twice, or makes a round that changes nothing. */
function sameBytes(files: readonly NamedInput[]): readonly Problem[] {
  const twins = new Map(
    files.flatMap(({ twin }) => (twin === null ? [] : [[twin.sha256, twin.name] as const])),
  );
  const before = new Map<string, string>();
  return files.flatMap(({ name, sha256, sheet }) => {
    const key = JSON.stringify([sha256, sheet]);
    const first = before.get(key) ?? twins.get(sha256);
    if (!before.has(key)) before.set(key, name);
    return first === undefined ? [] : [problem('file-twice', { file: name }, { first })];
  });
}

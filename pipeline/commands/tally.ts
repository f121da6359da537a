/** `canvass tally`: export files of one round in, one file of counts out, to be merged elsewhere. */
import { dirname, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { countedLines } from '../messages/counted.ts';
import { handCodeListener } from '../messages/hand-codes.ts';
import { notice } from '../messages/notices.ts';
import { progressTeller } from '../messages/progress.ts';
import { leadsOut, nameIn } from '../paths.ts';
import { exposingFolder } from '../publish/exposed.ts';
import { isTally } from '../survey/counted-elsewhere.ts';
import { loadSurvey } from '../survey/load.ts';
import { READ_AS_FOUND, type RoundFile, type Survey } from '../survey/survey.ts';
import { countParts } from '../tally/count-rounds.ts';
import { loadCodebook } from '../tally/load-codebook.ts';
import { keepNothing } from '../tally/saved/kept-round.ts';
import { writePart } from '../tally/saved/part.ts';
import { TallyReader } from '../tally/saved/part-tally.ts';
import { programHash } from '../tally/saved/program.ts';
import { parsePart } from '../tally/saved/read-part.ts';
import { countedBy } from '../tally/saved/round-key.ts';
import { emptyTally } from '../tally/tally.ts';
import { writeWhole } from '../write-whole.ts';
import { type Context, quietly } from './context.ts';
import { onlyRounds } from './inputs.ts';

export interface TallyFlags {
  readonly survey: string;
  readonly round: string;
  readonly out: string;
  readonly strict?: boolean;
  /** Working threads, the main one included. */
  readonly jobs: number;
  readonly quiet?: boolean;
}

/** Of single respondents nothing is written. */
const NOWHERE = { codeLines: async () => {}, setAside: async () => {}, flags: async () => {} };

/** @throws InputError with all that the user can mend, as `run` would for these files */
export async function tallyCommand(
  files: readonly string[],
  flags: TallyFlags,
  context: Context,
): Promise<void> {
  const { lang, cwd } = context;
  const fx = quietly(context.fx, flags.quiet);
  const paths = files.map((file) => resolve(cwd, file));
  const out = resolve(cwd, flags.out);
  await refuseOut(flags.out, out, paths, fx);
  const whole = onlyRounds(await loadSurvey(resolve(cwd, flags.survey), fx), [flags.round]);
  const survey = { ...whole, rounds: whole.rounds.map((round) => withFiles(round, paths, whole)) };
  const codebook = await loadCodebook(survey, fx, handCodeListener(lang, fx.log));
  const program = await programHash(fx);
  const watched = { keeper: keepNothing(program), watch: progressTeller(fx, lang) };
  const { strict = false, jobs } = flags;
  const counted = await countParts(survey, codebook, { strict, jobs }, NOWHERE, fx, watched);
  fx.status(null);
  if (counted.refusals.length > 0) throw new InputError(counted.refusals);
  for (const line of countedLines(counted, survey, lang, () => false)) fx.log(line);
  const by = countedBy(survey, flags.round, codebook, program);
  const tally = counted.tallies.get(flags.round) ?? emptyTally();
  const part = { round: flags.round, by, tally, files: counted.files, hygiene: counted.hygiene };
  const content = writePart(part);
  if (content === null) throw new InputError([problem('tally-too-large', { file: flags.out })]);
  // What is written must be taken elsewhere: better to find out here.
  const reader = new TallyReader(survey, flags.round, codebook);
  parsePart(Buffer.from(content), flags.out, { survey, round: flags.round, by, reader });
  await writeWhole(out, { fx }, (write) => write(content), { secret: true });
  const respondents = counted.files.reduce((sum, { account }) => sum + account.used, 0);
  const values = { out: flags.out, round: flags.round, files: counted.files.length, respondents };
  await fx.print(`${notice('tallied', lang, values)}\n`);
}

/** Where counts may be written: never over an input, nor to where results are passed on from. */
async function refuseOut(
  name: string,
  out: string,
  inputs: readonly string[],
  fx: Effects,
): Promise<void> {
  const place = { file: name };
  if (!isTally({ name: out })) throw new InputError([problem('tally-name', place)]);
  const { kind } = await fx.stat(out);
  if (kind === 'folder') throw new InputError([problem('file-is-folder', place, { path: name })]);
  if (inputs.includes(out)) throw new InputError([problem('output-is-input', place)]);
  const folder = await exposingFolder(out, fx);
  if (folder !== null) throw new InputError([problem('tally-exposed', place, { folder })]);
}

/** The round with these files, each read as survey.yaml says where it names them. */
function withFiles(
  round: Survey['rounds'][number],
  paths: readonly string[],
  { folder }: Survey,
): Survey['rounds'][number] {
  const apart = commonFolder(paths.filter((path) => !liesIn(path, folder)));
  const files = paths.flatMap((path): readonly RoundFile[] => {
    const listed = round.files.filter((one) => one.path === path);
    const name = nameIn(liesIn(path, folder) ? folder : apart, path);
    return listed.length > 0 ? listed : [{ ...READ_AS_FOUND, path, name }];
  });
  return { ...round, files };
}

function liesIn(path: string, folder: string): boolean {
  return nameIn(folder, path) !== '' && !leadsOut(folder, path);
}

/** The innermost folder that holds all of some files. */
function commonFolder([first = '', ...more]: readonly string[]): string {
  let folder = dirname(first);
  while (folder !== dirname(folder) && !more.every((path) => liesIn(path, folder))) {
    folder = dirname(folder);
  }
  return folder;
}

/** `canvass init`: exports in, a commented survey.yaml with the guessed use of each column out. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { draftNoteText, draftSummary } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import { type SeenFile, seeFile } from '../read/guess/file.ts';
import { draftSurvey } from '../read/guess/survey.ts';
import { type Draft, partsApart, takenQuestions, wantsTaxonomy } from '../survey/draft.ts';
import { doubtsOf } from '../survey/draft-doubts.ts';
import { OWN_TAXONOMY } from '../survey/draft-nodes.ts';
import { draftYaml } from '../survey/draft-yaml.ts';
import { writeWhole } from '../write-whole.ts';
import type { Context } from './context.ts';

export interface InitFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/** Writes to `--out`, with a summary on standard output; else the file itself goes there. */
export async function initCommand(
  files: readonly string[],
  flags: InitFlags,
  context: Context,
): Promise<void> {
  const { fx, lang, cwd } = context;
  const out = flags.out === undefined ? null : await outFile(resolve(cwd, flags.out), fx);
  const paths = files.map((file) => resolve(cwd, file));
  if (out !== null) refuseOut(out, paths, flags, fx);
  const folder = out === null ? cwd : dirname(out);
  refuseOutside(files, paths, folder, cwd);
  const seen = await seeAll(files, paths, fx);
  const draft = draftSurvey(seen, ({ path }) => nameIn(folder, path));
  refuseUseless(draft, seen);
  const text = draftYaml(draft, lang);
  if (out === null) {
    await fx.print(text);
    return;
  }
  const name = flags.out!;
  if (flags.force) await writeWhole(out, context, (write) => write(text));
  else if (!fx.claim(out, text)) throw exists(name);
  await fx.print(`${summary(draft, seen, relative(cwd, out) || name, lang).join('\n')}\n`);
}

/** A folder means the survey.yaml in it. */
async function outFile(path: string, fx: Effects): Promise<string> {
  return (await fx.stat(path)).kind === 'folder' ? join(path, 'survey.yaml') : path;
}

function exists(out: string): InputError {
  return new InputError([problem('init-exists', { file: out }, { out })]);
}

function refuseOut(out: string, paths: readonly string[], flags: InitFlags, fx: Effects): void {
  if (paths.includes(out)) throw new InputError([problem('output-is-input', { file: flags.out! })]);
  if (!flags.force && fx.exists(out)) throw exists(flags.out!);
}

/** As survey.yaml names it, with slashes on every system. */
function nameIn(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

function refuseOutside(
  files: readonly string[],
  paths: readonly string[],
  folder: string,
  cwd: string,
): void {
  const outside = files.flatMap((file, i): Problem[] => {
    const way = nameIn(folder, paths[i]!);
    // An absolute way leads to another drive.
    if (way !== '..' && !way.startsWith('../') && resolve(folder, way) !== way) return [];
    const better = join(relative(cwd, dirname(paths[i]!)), 'survey.yaml');
    const values = { path: file, folder: relative(cwd, folder) || '.', better };
    return [problem('init-outside', { file }, values)];
  });
  if (outside.length > 0) throw new InputError(outside);
}

/** Reads one file after the other, and tells all that cannot be read at once. */
async function seeAll(
  files: readonly string[],
  paths: readonly string[],
  fx: Effects,
): Promise<readonly SeenFile[]> {
  const seen: SeenFile[] = [];
  const problems: Problem[] = [];
  for (const [i, file] of files.entries()) {
    try {
      const one = await seeFile(paths[i]!, file, fx);
      const twice = seen.find(({ sha256 }) => sha256 === one.sha256);
      if (twice !== undefined)
        problems.push(problem('file-twice', { file }, { first: twice.name }));
      if (one.rows === one.unusable) {
        problems.push(problem('no-respondents', { file }, { round: basename(file) }));
      }
      seen.push(one);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return seen;
}

function refuseUseless(draft: Draft, seen: readonly SeenFile[]): void {
  const { questions, unused } = draft;
  if (takenQuestions(draft).length > 0) return;
  const file = seen.map(({ name }) => name).join(', ');
  if (questions.length > 0) throw new InputError([problem('init-no-common-question', { file })]);
  const headers = unused.map(({ header }) => header).filter((one) => one !== '');
  const reasons = headers.join(' | ');
  throw new InputError([problem('init-no-question', { file }, { reasons })]);
}

/** What was written and what to look at; headers, and never what somebody answered. */
function summary(
  draft: Draft,
  seen: readonly SeenFile[],
  out: string,
  lang: MessageLang,
): readonly string[] {
  const { groups, questions, unused, rounds, respondent, weight } = draft;
  const used = takenQuestions(draft);
  const count = (type: string) => used.filter(({ answer }) => answer.type === type).length;
  const types = ['open', 'scale', 'single', 'multiple', 'number'];
  const left = partsApart(draft);
  const apart = left.groups.length + left.questions.length;
  const lines = doubtsOf(draft).map(({ note, names }) =>
    draftSummary('look-one', lang, { name: names.join(', '), note: draftNoteText(note, lang) }),
  );
  if (apart > 0) lines.push(draftSummary('look-apart', lang, { count: apart }));
  if (questions.every(({ answer }) => answer.type !== 'open'))
    lines.push(draftSummary('look-no-open', lang));
  const values = {
    rounds: rounds.length,
    columns: Math.max(...seen.map(({ columns }) => columns.length)),
    respondent: respondent === null ? 0 : 1,
    weight: weight === null ? 0 : 1,
    groups: groups.filter(({ absent }) => absent.length === 0).length,
    unused: unused.length,
    personal: unused.filter(({ note }) => note.key.startsWith('unused-personal')).length,
  };
  return [
    draftSummary('wrote', lang, { out }),
    draftSummary('counts', lang, {
      ...values,
      ...Object.fromEntries(types.map((type) => [type, count(type)])),
    }),
    ...(lines.length === 0 ? [] : [draftSummary('look', lang), ...lines]),
    // Nothing can be run before its answers can be coded.
    used.some(wantsTaxonomy)
      ? draftSummary('next-taxonomy', lang, { out, taxonomy: OWN_TAXONOMY })
      : draftSummary('next', lang, { out }),
  ];
}

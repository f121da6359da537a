/** Reads survey.yaml and makes a Survey of it, or tells everything that is wrong at once. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { completeSurvey } from './complete.ts';
import { surveyJsonSchema, surveySchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import type { Survey } from './survey.ts';
import { readWritten } from './written-text.ts';
import { parseYaml } from './yaml.ts';

/**
 * Loads a survey.
 *
 * @param path a survey.yaml, or the folder that holds one
 * @throws InputError with every problem found: file, line, key, and the nearest valid name
 * @example await loadSurvey('surveys', fx) // { title: …, rounds: [ … ], … }
 */
export async function loadSurvey(path: string, fx: Effects): Promise<Survey> {
  const file = await surveyFile(path, fx);
  const { text } = await readWritten(file, fx);
  const name = basename(file);
  const yaml = parseYaml(text, name);
  if (!('value' in yaml)) throw new InputError(yaml);
  const checked = surveySchema.safeParse(yaml.value ?? {});
  if (!checked.success)
    throw new InputError(schemaProblems(checked.error, yaml, surveyJsonSchema()));
  const problems: Problem[] = [];
  const context = { yaml, folder: dirname(file), report: (one: Problem) => problems.push(one) };
  const survey = completeSurvey(checked.data, file, context);
  if (problems.length > 0) throw new InputError(problems);
  return survey;
}

/** The survey.yaml that a path means. */
async function surveyFile(path: string, fx: Effects): Promise<string> {
  const given = resolve(path);
  const { kind } = await fx.stat(given);
  const file = kind === 'folder' ? join(given, 'survey.yaml') : given;
  const found = kind === 'folder' ? (await fx.stat(file)).kind : kind;
  if (found === 'file') return file;
  if (found === 'folder')
    throw new InputError([problem('file-is-folder', { file: path }, { path: file })]);
  const key = kind === 'folder' ? 'no-survey-in-folder' : 'file-missing';
  throw new InputError([problem(key, { file: path }, { path, hint: '' })]);
}

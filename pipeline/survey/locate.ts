/** Where in survey.yaml stands what is found wrong once other files are read. */
import { basename, dirname, join } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, nearest, type Place, type Problem, problem } from '../errors.ts';
import type { Survey } from './survey.ts';
import { readWritten } from './written-text.ts';
import { at, type KeyPath, keyName, parseYaml, valueAt, type YamlFile } from './yaml.ts';
import { membersMeant } from './yaml-lists.ts';

/** The place of a key, with its line; survey.yaml is read anew, for its values do not tell. */
export async function placesIn(
  survey: Pick<Survey, 'file'>,
  fx: Effects,
): Promise<(path: KeyPath) => Place> {
  const yaml = await yamlOf(survey, fx);
  const file = basename(survey.file);
  return (path) => (yaml === null ? { file, key: keyName(path) } : at(yaml, path));
}

/** Does what reads a file that survey.yaml names. @throws InputError where it is not there, as `locateMissing` tells */
export async function locating<Result>(
  survey: Survey,
  fx: Effects,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(await locateMissing(error.problems, survey, fx));
  }
}

/** Files that survey.yaml names and that are not there: where it does, and which name may be meant. */
export async function locateMissing(
  problems: readonly Problem[],
  survey: Survey,
  fx: Effects,
): Promise<Problem[]> {
  if (!problems.some(({ message }) => message === 'file-missing')) return [...problems];
  const yaml = await yamlOf(survey, fx);
  if (yaml === null) return [...problems];
  const paths = namedFiles(yaml);
  const located = async (one: Problem) => {
    const named = paths.find(({ name }) => isOf(one, name));
    if (one.message !== 'file-missing' || named === undefined) return one;
    const { name, path } = named;
    const members = membersMeant(name);
    if (members !== null && path[2] === 'files') {
      return problem('files-missing', at(yaml, path), { path: name, files: members.join(', ') });
    }
    const hint = await hintOf(name, survey, fx);
    return problem('file-missing', at(yaml, path), { path: name, hint });
  };
  return Promise.all(problems.map(located));
}

async function yamlOf({ file }: Pick<Survey, 'file'>, fx: Effects): Promise<YamlFile | null> {
  if ((await fx.stat(file)).kind !== 'file') return null;
  const yaml = parseYaml((await readWritten(file, fx)).text, basename(file));
  return 'value' in yaml ? yaml : null;
}

/** Several sheets of a workbook are told apart by their names: `a.xlsx [二处]`. */
function isOf({ file = '' }: Problem, name: string): boolean {
  return file === name || file.startsWith(`${name} [`);
}

interface Named {
  readonly name: string;
  readonly path: KeyPath;
}

/** Every file that survey.yaml names, and where. */
function namedFiles({ value }: YamlFile): readonly Named[] {
  const one = (path: KeyPath): readonly Named[] => {
    const name = valueAt(value, path);
    return typeof name === 'string' ? [{ name, path }] : [];
  };
  const within = (path: KeyPath) => {
    const items = valueAt(value, path);
    return Array.isArray(items) ? items.map((_, i) => [...path, i]) : [];
  };
  return [
    ...within(['rounds'])
      .flatMap((round) => within([...round, 'files']))
      .flatMap((file) => [...one(file), ...one([...file, 'path']), ...one([...file, 'twin'])]),
    ...one(['population']),
    ...one(['coding', 'examples']),
  ];
}

/** ` → NAME?`, the nearest name in the folder where the file should be, or ''. */
async function hintOf(name: string, { folder }: Survey, fx: Effects): Promise<string> {
  const inside = dirname(name);
  const where = join(folder, inside);
  if ((await fx.stat(where)).kind !== 'folder') return '';
  const near = nearest(basename(name), await fx.list(where));
  return near === null ? '' : ` → ${inside === '.' ? near : `${inside}/${near}`}?`;
}

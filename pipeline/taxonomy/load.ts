/** Taxonomies from files: the built-in ones by id, a user's own by path. */

import { createHash } from 'node:crypto';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { dataFile } from '../package-root.ts';
import { leadsOut } from '../paths.ts';
import { readWritten } from '../survey/written-text.ts';
import { parseExamplesFile } from './examples.ts';
import { type ParsedTaxonomy, parseTaxonomy } from './parse.ts';
import { codesOf, type Example, type Taxonomy } from './taxonomy.ts';
import { hintFor, readYaml, type YamlReader } from './yaml-reader.ts';

const BUILT_IN = ['organ', 'grassroots'] as const;

/** Ids of the built-in taxonomies. */
export function listTaxonomies(): readonly string[] {
  return BUILT_IN;
}

/**
 * Loads and checks a taxonomy.
 *
 * @param idOrPath a built-in id, or a path of a YAML file
 * @param folder what a relative path is relative to
 * @throws InputError with every problem found, each with file, line and key
 */
export async function loadTaxonomy(
  idOrPath: string,
  folder: string,
  fx: Effects,
): Promise<Taxonomy> {
  const builtIn = BUILT_IN.some((id) => id === idOrPath);
  const path = builtIn
    ? dataFile('taxonomy', idOrPath, 'taxonomy.yaml')
    : resolve(folder, idOrPath);
  const file = builtIn ? `taxonomy/${idOrPath}/taxonomy.yaml` : idOrPath;
  if ((await fx.stat(path)).kind !== 'file') {
    const names = [...BUILT_IN, ...(await ownFiles(folder, fx))];
    const values = { id: idOrPath, known: BUILT_IN.join(', '), hint: hintFor(idOrPath, names) };
    throw new InputError([problem('taxonomy-unknown', {}, values)]);
  }
  const { text, bytes } = await readWritten(path, fx);
  const reader = readYaml(text, file);
  // Half a tree would only give follow-up errors.
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  const parsed = parseTaxonomy(reader, builtIn);
  const beside = await examplesBeside(parsed, builtIn, path, file, reader, fx);
  const shared = builtIn ? await withoutCode(fx) : NOTHING_BESIDE;
  const problems = [...reader.problems, ...beside.problems, ...shared.problems];
  const examples = [...parsed.examples, ...beside.examples, ...shared.examples];
  if (problems.length === 0 && examples.length === 0 && !hasTerms(parsed)) {
    problems.push(problem('taxonomy-empty', { file }));
  }
  if (problems.length > 0) throw new InputError(problems);
  const hash = createHash('sha256').update(bytes).update(beside.bytes).update(shared.bytes);
  return {
    id: parsed.id,
    labels: parsed.labels,
    problems: parsed.problems,
    examples,
    sha256: hash.digest('hex'),
  };
}

/** Files of a folder that may be taxonomies. */
async function ownFiles(folder: string, fx: Effects): Promise<readonly string[]> {
  if ((await fx.stat(folder)).kind !== 'folder') return [];
  return (await fx.list(folder)).filter((name) => /\.ya?ml$/i.test(name));
}

interface Beside {
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
  readonly bytes: Uint8Array;
}

const NOTHING_BESIDE: Beside = { examples: [], problems: [], bytes: new Uint8Array(0) };

/** Examples in a CSV: examples.csv of a built-in taxonomy, else the file that `examples:` names. */
async function examplesBeside(
  parsed: ParsedTaxonomy,
  builtIn: boolean,
  path: string,
  file: string,
  reader: YamlReader,
  fx: Effects,
): Promise<Beside> {
  const named = parsed.examplesFile;
  if (named === null && !builtIn) return NOTHING_BESIDE;
  const name = named === null ? 'examples.csv' : reader.text(named);
  if (name === null) return NOTHING_BESIDE;
  const where = resolve(dirname(path), name);
  if (named !== null && leadsOut(dirname(path), where)) {
    reader.report('taxonomy-path-outside', named, { path: name });
    return NOTHING_BESIDE;
  }
  const shown = join(
    dirname(file),
    basename(file) === file ? name : relative(dirname(path), where),
  );
  if ((await fx.stat(where)).kind !== 'file') {
    const place = named === null ? { file } : { file, line: named.line, key: named.key };
    const missing = problem('file-missing', place, { path: shown, hint: '' });
    return { ...NOTHING_BESIDE, problems: [missing] };
  }
  const { text, bytes } = await readWritten(where, fx);
  const ids = new Set(codesOf(parsed));
  return { ...parseExamplesFile(text, shown, ids), bytes };
}

/** Answers that carry no code of either built-in taxonomy. */
async function withoutCode(fx: Effects): Promise<Beside> {
  const bytes = await fx.read(dataFile('taxonomy', 'without-code.csv'));
  const source = new TextDecoder().decode(bytes);
  return { ...parseExamplesFile(source, 'taxonomy/without-code.csv', new Set()), bytes };
}

function hasTerms(parsed: ParsedTaxonomy): boolean {
  return parsed.problems.some((one) =>
    [one, ...one.subproblems].some((entry) => entry.terms.length > 0),
  );
}

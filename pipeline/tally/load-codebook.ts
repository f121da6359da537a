/** Loads the taxonomies and themes that a survey uses, and checks what refers to their codes. */
import { basename } from 'node:path';
import { type HandCodes, loadHandCodes } from '../code/learn/hand-codes.ts';
import { loadLearnt } from '../code/learn/load-learnt.ts';
import type { Learnt } from '../code/trained.ts';
import type { Effects } from '../effects.ts';
import { InputError, nearest, type Problem, problem } from '../errors.ts';
import { locating, placesIn } from '../survey/locate.ts';
import type { Survey } from '../survey/survey.ts';
import type { KeyPath } from '../survey/yaml.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import { codesOf, type Example, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { loadThemes } from '../taxonomy/themes.ts';
import type { Codebook } from './codebook.ts';

/** Who is told of hand codes, before anything is learnt from them. */
export interface HandCodeListener {
  found(handCodes: HandCodes): void;
  /** A coder learns, which takes a while; not called where what it learnt before was kept. */
  learning(taxonomy: string, answers: number): void;
}

/**
 * The codebook of a survey: its taxonomies in order of first use, the themes they share, and what
 * their coders have learnt, from the survey's hand-coded answers too.
 *
 * @throws InputError for a broken taxonomy, for a link or scale that names no code of one, and for
 *   hand codes that are not sound
 */
export async function loadCodebook(
  survey: Survey,
  fx: Effects,
  listener: HandCodeListener,
): Promise<Codebook> {
  const taxonomies = new Map<string, Taxonomy>();
  const problems: Problem[] = [];
  for (const [reference, path] of references(survey)) {
    try {
      taxonomies.set(reference, await loadTaxonomy(reference, survey.folder, fx));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const placeOf = await placesIn(survey, fx);
      // What has no file of its own is the name in survey.yaml.
      problems.push(
        ...error.problems.map((one) => (one.file ? one : { ...one, ...placeOf(path) })),
      );
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  checkDistinct(survey, taxonomies);
  await checkLinks(survey, taxonomies, fx);
  const used = new Set([...taxonomies.values()].map((one) => one.id));
  const themes = (await loadThemes([...taxonomies.values()], fx)).filter((theme) =>
    [...theme.members.keys()].some((id) => used.has(id)),
  );
  const { handCodes, examples } = await handCodesOf(survey, taxonomies, fx);
  if (handCodes !== null) listener.found(handCodes);
  const learnt = new Map<string, Learnt>();
  for (const [reference, taxonomy] of taxonomies) {
    const tell = (answers: number) => {
      if (answers > 0) listener.learning(taxonomy.id, answers);
    };
    learnt.set(reference, await loadLearnt(taxonomy, examples.get(reference) ?? [], fx, tell));
  }
  return { taxonomies, learnt, handCodes, themes };
}

async function handCodesOf(
  survey: Survey,
  taxonomies: ReadonlyMap<string, Taxonomy>,
  fx: Effects,
): Promise<{ handCodes: HandCodes | null; examples: ReadonlyMap<string, readonly Example[]> }> {
  const { examples } = survey.coding;
  if (examples === null) return { handCodes: null, examples: new Map() };
  return locating(survey, fx, () => loadHandCodes(examples, taxonomies, fx));
}

/** Names of taxonomies in order of first use, and where each is used first. */
function references({ questions }: Survey): ReadonlyMap<string, KeyPath> {
  const found = new Map<string, KeyPath>();
  questions.forEach((one, i) => {
    if (one.type !== 'open') return;
    const path = ['questions', i, 'taxonomy'];
    const named: (readonly [string, KeyPath])[] =
      one.taxonomy.by === null
        ? [[one.taxonomy.taxonomy, path]]
        : [...one.taxonomy.taxonomies].map(([value, name]) => [name, [...path, value]]);
    for (const [name, at] of named) if (!found.has(name)) found.set(name, at);
  });
  return found;
}

/** Tables name a code without its taxonomy, so two taxonomies of a survey may share neither id nor code. */
function checkDistinct(survey: Survey, taxonomies: ReadonlyMap<string, Taxonomy>): void {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [reference, taxonomy] of taxonomies) {
    for (const code of [taxonomy.id, ...codesOf(taxonomy)]) {
      const first = owners.get(code);
      if (first !== undefined && first !== reference) {
        problems.push(
          problem(
            'code-shared',
            { file: basename(survey.file) },
            { code, first, second: reference },
          ),
        );
      } else owners.set(code, reference);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Options linked to codes, and scales that measure one, must name a code in use. */
async function checkLinks(
  { file, questions }: Survey,
  taxonomies: ReadonlyMap<string, Taxonomy>,
  fx: Effects,
): Promise<void> {
  const codes = new Set([...taxonomies.values()].flatMap(codesOf));
  const wrong: { readonly code: string; readonly path: KeyPath; readonly option?: string }[] = [];
  questions.forEach((question, i) => {
    const path = ['questions', i];
    if (question.type === 'single' || question.type === 'multiple') {
      for (const [option, code] of question.links) {
        if (!codes.has(code)) wrong.push({ code, path: [...path, 'options', option], option });
      }
    }
    if (question.type !== 'scale' || question.measures === null) return;
    const code = question.measures;
    if (!codes.has(code)) wrong.push({ code, path: [...path, 'measures'] });
  });
  if (wrong.length === 0) return;
  const placeOf = await placesIn({ file }, fx);
  throw new InputError(
    wrong.map(({ code, path, option }) => {
      const values = { code, nearest: nearest(code, codes) ?? [...codes].slice(0, 8).join(', ') };
      return option === undefined
        ? problem('unknown-measure', placeOf(path), values)
        : problem('unknown-link', placeOf(path), { ...values, option });
    }),
  );
}

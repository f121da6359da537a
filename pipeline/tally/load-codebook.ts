/** Loads the taxonomies and themes that a survey uses, and checks what refers to their codes. */
import { basename } from 'node:path';
import { type HandCodes, loadHandCodes } from '../code/learn/hand-codes.ts';
import { loadLearnt } from '../code/learn/load-learnt.ts';
import type { Learnt } from '../code/trained.ts';
import type { Effects } from '../effects.ts';
import { InputError, nearest, type Problem, problem } from '../errors.ts';
import type { OpenQuestion, Survey } from '../survey/survey.ts';
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
  for (const reference of new Set(
    survey.questions.flatMap((one) => (one.type === 'open' ? references(one) : [])),
  )) {
    try {
      taxonomies.set(reference, await loadTaxonomy(reference, survey.folder, fx));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  checkDistinct(survey, taxonomies);
  checkLinks(survey, taxonomies);
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
  return examples === null
    ? { handCodes: null, examples: new Map() }
    : loadHandCodes(examples, taxonomies, fx);
}

function references(question: OpenQuestion): readonly string[] {
  const choice = question.taxonomy;
  return choice.by === null ? [choice.taxonomy] : [...choice.taxonomies.values()];
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
function checkLinks(survey: Survey, taxonomies: ReadonlyMap<string, Taxonomy>): void {
  const codes = new Set([...taxonomies.values()].flatMap(codesOf));
  const problems: Problem[] = [];
  survey.questions.forEach((question, i) => {
    const check = (option: string, code: string) => {
      if (codes.has(code)) return;
      const place = { file: basename(survey.file), key: `questions[${i + 1}]` };
      problems.push(
        problem('unknown-link', place, {
          option,
          code,
          nearest: nearest(code, codes) ?? [...codes].slice(0, 8).join(', '),
        }),
      );
    };
    if (question.type === 'single' || question.type === 'multiple') {
      for (const [option, code] of question.links) check(option, code);
    }
    if (question.type === 'scale' && question.measures !== null)
      check(question.id, question.measures);
  });
  if (problems.length > 0) throw new InputError(problems);
}

/** Codes and counts respondents: read/ in, tally and private lines out. Pure but for the tally. */

import { codingCells } from '../code/cells.ts';
import type { Coder, Coding, Status } from '../code/coding.ts';
import type { Cell } from '../csv.ts';
import { hashOf } from '../hash.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import type { ClosedQuestion, OpenQuestion, Survey } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Codebook } from './codebook.ts';
import {
  ANSWERED,
  codeItem,
  MISSING,
  optionItem,
  pairItem,
  SKIPPED,
  statusItem,
  themeItem,
  X,
  XX,
} from './items.ts';
import { addTo, addToSample, type Increment, increment, itemIndex, type Tally } from './tally.ts';

/** What counting needs to know; the same for every respondent of a round. */
export interface CountPlan {
  readonly survey: Survey;
  readonly round: string;
  readonly codebook: Codebook;
  /** By the reference that survey.yaml uses. */
  readonly coders: ReadonlyMap<string, Coder>;
}

/** A line of private/codes/ROUND.csv, without the file. */
export type CodeLine = readonly Cell[];

export const CODE_COLUMNS = [
  'file',
  'row',
  'respondent',
  'question',
  'status',
  'codes',
  'confidence',
  'evidence',
];

/**
 * Adds respondents to a tally and returns one line for each of their open questions.
 *
 * A question that the round did not ask is counted nowhere: there is no base, not even of 0.
 */
export function countRespondents(
  respondents: readonly Respondent[],
  file: string,
  plan: CountPlan,
  tally: Tally,
): CodeLine[] {
  const lines: CodeLine[] = [];
  const asked = plan.survey.questions.map((one) => one.asked.includes(plan.round));
  for (const respondent of respondents) {
    const amount = increment(respondent.weight);
    plan.survey.questions.forEach((question, i) => {
      const answer = respondent.answers[i]!;
      if (question.type === 'open') {
        const { row, id } = respondent;
        const coding = asked[i]
          ? countOpen(question, answer, respondent, amount, plan, tally)
          : NOT_ASKED;
        sampleOpen(question, respondent, { file, answer, coding }, plan, tally);
        lines.push([file, row, id, question.id, ...codingCells(coding)]);
      } else if (asked[i]) {
        countClosed(question, answer, respondent, amount, plan.survey, tally);
      }
    });
  }
  return lines;
}

/** Stands for the taxonomy of respondents whose group has none: they were not asked. */
export const NO_TAXONOMY = '';

const NOT_ASKED: Coding = { status: 'skipped', codes: [] };

function countOpen(
  question: OpenQuestion,
  answer: Answer,
  respondent: Respondent,
  amount: Increment,
  plan: CountPlan,
  tally: Tally,
): Coding {
  const reference = taxonomyOf(question, respondent, plan);
  const taxonomy = plan.codebook.taxonomies.get(reference ?? '');
  const coder = plan.coders.get(reference ?? '');
  if (taxonomy === undefined || coder === undefined) {
    const nobody = itemIndex(tally, question.id, statusItem(NO_TAXONOMY, 'skipped'));
    addTo(tally, question.id, 'all', '', [nobody], amount);
    return NOT_ASKED;
  }
  const coding = answer.kind === 'text' ? coder.code(answer.text) : NOT_ASKED;
  const index = (item: string) => itemIndex(tally, question.id, item);
  const status = [index(statusItem(taxonomy.id, coding.status))];
  const { problems, leaves } = codesOf(coding, taxonomy);
  const codes = problems.map((code) => index(codeItem(taxonomy.id, code)));
  const fine = leaves.map((code) => index(codeItem(taxonomy.id, code)));
  const themes = plan.codebook.themes
    .filter((theme) =>
      theme.members
        .get(taxonomy.id)
        ?.some((code) => problems.includes(code) || leaves.includes(code)),
    )
    .map((theme) => index(themeItem(theme.id)));
  const pairs = problems.flatMap((a, i) =>
    problems.slice(i + 1).map((b) => index(pairItem(taxonomy.id, a, b))),
  );
  addTo(tally, question.id, 'all', '', [...status, ...codes, ...fine, ...themes, ...pairs], amount);
  plan.survey.groups.forEach((group, g) => {
    const items = [...status, ...codes, ...themes, ...(group.within === null ? fine : [])];
    addTo(tally, question.id, group.id, respondent.groups[g]!, items, amount);
  });
  return coding;
}

/** Statuses of which answers are sampled: those no code fits, and those to compare them with. */
export const SAMPLED: readonly Status[] = ['uncoded', 'coded'];

function sampleOpen(
  question: OpenQuestion,
  respondent: Respondent,
  { file, answer, coding }: { file: string; answer: Answer; coding: Coding },
  plan: CountPlan,
  tally: Tally,
): void {
  if (answer.kind !== 'text' || !SAMPLED.includes(coding.status)) return;
  const taxonomy = plan.codebook.taxonomies.get(taxonomyOf(question, respondent, plan)!)!;
  const hash = hashOf([plan.round, file, respondent.row, answer.text].join('\u0000'));
  const item = statusItem(taxonomy.id, coding.status);
  addToSample(tally, question.id, item, hash, answer.text, respondent.groups);
}

/** The taxonomy (as survey.yaml names it) that codes this respondent's answer; undefined: none. */
export function taxonomyOf(
  question: OpenQuestion,
  respondent: Respondent,
  { survey, round }: Pick<CountPlan, 'survey' | 'round'>,
): string | undefined {
  const choice = question.taxonomy;
  if (choice.by === null) return choice.taxonomy;
  if (choice.by === 'round') return choice.taxonomies.get(round);
  return choice.taxonomies.get(
    respondent.groups[survey.groups.findIndex((one) => one.id === choice.by)]!,
  );
}

/** The problems an answer states, itself or through a leaf, and its leaves; in the taxonomy's order. */
function codesOf(coding: Coding, taxonomy: Taxonomy): { problems: string[]; leaves: string[] } {
  if (coding.codes.length === 0) return { problems: [], leaves: [] };
  const hit = new Set(coding.codes.map((one) => one.code));
  const problems: string[] = [];
  const leaves: string[] = [];
  for (const one of taxonomy.problems) {
    const own = one.subproblems.filter((leaf) => hit.has(leaf.id)).map((leaf) => leaf.id);
    leaves.push(...own);
    if (own.length > 0 || hit.has(one.id)) problems.push(one.id);
  }
  return { problems, leaves };
}

function countClosed(
  question: ClosedQuestion,
  answer: Answer,
  respondent: Respondent,
  amount: Increment,
  survey: Survey,
  tally: Tally,
): void {
  const add = (items: readonly string[], by: Increment) => {
    const indexes = items.map((item) => itemIndex(tally, question.id, item));
    addTo(tally, question.id, 'all', '', indexes, by);
    survey.groups.forEach((group, g) => {
      addTo(tally, question.id, group.id, respondent.groups[g]!, indexes, by);
    });
  };
  switch (answer.kind) {
    case 'skipped':
      add([SKIPPED], amount);
      break;
    case 'missing':
    case 'text':
      add([MISSING], amount);
      break;
    case 'options':
      add([ANSWERED, ...[...new Set(answer.options)].map(optionItem)], amount);
      break;
    case 'number':
      if (question.type === 'scale') {
        add([ANSWERED, optionItem(String(answer.value))], amount);
      } else {
        add([ANSWERED], amount);
        add([X], increment(respondent.weight, answer.value));
        add([XX], increment(respondent.weight, answer.value ** 2));
      }
  }
}

/** Statuses in which an answer says something, so that it counts into the base. */
export const SUBSTANTIVE: readonly Status[] = ['coded', 'uncoded', 'no-problem'];

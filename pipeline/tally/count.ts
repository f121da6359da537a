/** Codes and counts respondents: read/ in, tally and private lines out. Pure but for the tally. */

import { codingCells } from '../code/cells.ts';
import type { Coder, Coding, Status, TwoCodings } from '../code/coding.ts';
import type { Cell } from '../csv.ts';
import { hashOf } from '../hash.ts';
import { isFilled } from '../read/record.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import type { ClosedQuestion, OpenQuestion, Survey } from '../survey/survey.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Codebook } from './codebook.ts';
import { designCells } from './design-cell.ts';
import {
  ANSWERED,
  codeItem,
  MISSING,
  optionItem,
  pairItem,
  SKIPPED,
  statusItem,
  themeItem,
  USED,
  X,
  XX,
} from './items.ts';
import { enterPerson, enterSaid } from './panel.ts';
import {
  type AnswersRead,
  addAnswers,
  addTo,
  addToSample,
  type Increment,
  increment,
  itemIndex,
  noAnswers,
  type Place,
  type Tally,
} from './tally.ts';

/** What counting needs to know; the same for every respondent of a round. */
export interface CountPlan {
  readonly survey: Survey;
  readonly round: string;
  readonly codebook: Codebook;
  /** By the reference that survey.yaml uses. */
  readonly coders: ReadonlyMap<string, Coder>;
}

/** What a respondent adds to a cell, and the design cell they are counted in. */
interface Amount {
  readonly own: Increment;
  readonly design: string;
}

/** The id under which respondents are counted, whatever they were asked; no question has it. */
export const RESPONDENTS = '';

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
  const read = plan.survey.questions.map(noAnswers);
  const cellOf = designCells(plan.survey);
  for (const respondent of respondents) {
    const amount = { own: increment(respondent.weight), design: cellOf(respondent) };
    countRespondent(respondent, amount, plan.survey, tally);
    plan.survey.questions.forEach((question, i) => {
      const answer = respondent.answers[i]!;
      if (question.type === 'open') {
        const { row, id } = respondent;
        const coding = asked[i]
          ? countOpen(question, answer, respondent, amount, plan, tally)
          : NOT_ASKED;
        if (answer.kind === 'text') enterText(answer.text, coding, read[i]!);
        sampleOpen(question, respondent, { file, answer, coding }, plan, tally);
        lines.push([file, row, id, question.id, ...codingCells(coding)]);
      } else if (asked[i]) {
        countClosed(question, answer, respondent, amount, plan.survey, tally);
      }
    });
  }
  plan.survey.questions.forEach(({ id, type }, i) => {
    if (type === 'open') addAnswers(tally, file, id, read[i]!);
  });
  return lines;
}

function everybody(question: string, { design }: Amount): Place {
  return { question, grouping: 'all', value: '', design };
}

function inGroup(question: string, group: string, value: string, { design }: Amount): Place {
  return { question, grouping: group, value, design };
}

/** Counts a respondent as one of a round and of its groups. */
function countRespondent(
  respondent: Respondent,
  amount: Amount,
  { groups, panel }: Survey,
  tally: Tally,
): void {
  if (panel) {
    const outermost = respondent.groups.filter((_, g) => groups[g]!.within === null);
    enterPerson(tally.people, respondent.id, outermost);
  }
  const used = [itemIndex(tally, RESPONDENTS, USED)];
  addTo(tally, everybody(RESPONDENTS, amount), used, amount.own);
  groups.forEach((group, g) => {
    addTo(tally, inGroup(RESPONDENTS, group.id, respondent.groups[g]!, amount), used, amount.own);
  });
}

/** Enters an answer as coded, or as one that has no taxonomy to code it by. */
function enterText(text: string, coding: Coding, read: AnswersRead): void {
  const sum = coding === NOT_ASKED ? read.notAsked : read.coded;
  sum.characters += text.length;
  if (isFilled(text)) sum.cells += 1;
}

/** Stands for the taxonomy of respondents whose group has none: they were not asked. */
export const NO_TAXONOMY = '';

const NOT_ASKED = { status: 'skipped', codes: [] } as const satisfies Coding;
const NOT_ASKED_TWICE: TwoCodings = { coding: NOT_ASKED, byTerms: NOT_ASKED };

/** Groupings beside those of the survey, for tables made again in another way. */
/** Respondents flagged by a rule of hygiene. */
export const FLAGGED = '~flagged';
/** Everybody, coded by the taxonomy's terms alone. */
export const BY_TERMS = '~by-terms';

function countOpen(
  question: OpenQuestion,
  answer: Answer,
  respondent: Respondent,
  amount: Amount,
  plan: CountPlan,
  tally: Tally,
): Coding {
  const reference = taxonomyOf(question, respondent, plan);
  const taxonomy = plan.codebook.taxonomies.get(reference ?? '');
  const coder = plan.coders.get(reference ?? '');
  if (taxonomy === undefined || coder === undefined) {
    const nobody = itemIndex(tally, question.id, statusItem(NO_TAXONOMY, 'skipped'));
    addTo(tally, everybody(question.id, amount), [nobody], amount.own);
    return NOT_ASKED;
  }
  const { coding, byTerms } =
    answer.kind === 'text' ? coder.codeTwice(answer.text) : NOT_ASKED_TWICE;
  const index = (item: string) => itemIndex(tally, question.id, item);
  const { status, problems, leaves, stated } = itemsOf(
    coding.status,
    codesIn(coding),
    taxonomy,
    index,
  );
  const codes = new Set([...stated.problems, ...stated.leaves]);
  const themes = plan.codebook.themes
    .filter((theme) => theme.members.get(taxonomy.id)?.some((code) => codes.has(code)))
    .map((theme) => index(themeItem(theme.id)));
  const pairs = stated.problems.flatMap((a, i) =>
    stated.problems.slice(i + 1).map((b) => index(pairItem(taxonomy.id, a, b))),
  );
  const main = [status, ...problems, ...leaves];
  addTo(tally, everybody(question.id, amount), [...main, ...themes, ...pairs], amount.own);
  plan.survey.groups.forEach((group, g) => {
    const own = [status, ...problems, ...themes, ...(group.within === null ? leaves : [])];
    addTo(tally, inGroup(question.id, group.id, respondent.groups[g]!, amount), own, amount.own);
  });
  const terms = itemsOf(byTerms.status, byTerms.codes, taxonomy, index);
  const again = [terms.status, ...terms.problems, ...terms.leaves];
  addTo(tally, inGroup(question.id, BY_TERMS, '', amount), again, amount.own);
  if (plan.survey.panel && SUBSTANTIVE.includes(coding.status)) {
    const said = { taxonomy: taxonomy.id, problems: stated.problems };
    enterSaid(tally.panel, question.id, respondent.id, said);
  }
  if (respondent.flags.length > 0) {
    addTo(tally, inGroup(question.id, FLAGGED, '', amount), main, amount.own);
  }
  return coding;
}

/** Places of the items of an answer, and the codes they stand for. */
function itemsOf(
  status: Status,
  codes: readonly string[],
  taxonomy: Taxonomy,
  index: (item: string) => number,
) {
  const stated = codesOf(codes, taxonomy);
  return {
    status: index(statusItem(taxonomy.id, status)),
    problems: stated.problems.map((code) => index(codeItem(taxonomy.id, code))),
    leaves: stated.leaves.map((code) => index(codeItem(taxonomy.id, code))),
    stated,
  };
}

function codesIn({ codes }: Coding): readonly string[] {
  return codes.map((one) => one.code);
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
function codesOf(
  codes: readonly string[],
  taxonomy: Taxonomy,
): { problems: readonly string[]; leaves: readonly string[] } {
  if (codes.length === 0) return { problems: [], leaves: [] };
  const hit = new Set(codes);
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
  amount: Amount,
  survey: Survey,
  tally: Tally,
): void {
  const add = (items: readonly string[], by: Amount['own']) => {
    const indexes = items.map((item) => itemIndex(tally, question.id, item));
    addTo(tally, everybody(question.id, amount), indexes, by);
    survey.groups.forEach((group, g) => {
      addTo(tally, inGroup(question.id, group.id, respondent.groups[g]!, amount), indexes, by);
    });
  };
  switch (answer.kind) {
    case 'skipped':
      add([SKIPPED], amount.own);
      break;
    case 'missing':
    case 'text':
      add([MISSING], amount.own);
      break;
    case 'options':
      add([ANSWERED, ...[...new Set(answer.options)].map(optionItem)], amount.own);
      break;
    case 'number':
      if (question.type === 'scale') {
        add([ANSWERED, optionItem(String(answer.value))], amount.own);
      } else {
        add([ANSWERED], amount.own);
        add([X], increment(respondent.weight, answer.value));
        add([XX], increment(respondent.weight, answer.value ** 2));
      }
  }
}

/** Statuses in which an answer says something, so that it counts into the base. */
export const SUBSTANTIVE: readonly Status[] = ['coded', 'uncoded', 'no-problem'];

/** Codes and counts respondents: read/ in, tally and private lines out. Pure but for the tally. */

import { codingCells } from '../code/cells.ts';
import type { Coding } from '../code/coding.ts';
import type { Cell } from '../csv.ts';
import { isFilled } from '../read/record.ts';
import type { Answer, Respondent } from '../read/respondent.ts';
import { findPersonal } from '../redact/find.ts';
import type { ClosedQuestion, Survey } from '../survey/survey.ts';
import { countOpen, NOT_ASKED, sampleOpen } from './count-open.ts';
import { type Amount, type CountPlan, everybody, inGroup, RESPONDENTS } from './count-plan.ts';
import { designCells } from './design-cell.ts';
import { ANSWERED, MISSING, optionItem, SKIPPED, USED, X, XX } from './items.ts';
import { enterPerson } from './panel.ts';
import { countPersonal, withoutPersonal } from './personal.ts';
import {
  type AnswersRead,
  addAnswers,
  addTo,
  increment,
  itemIndex,
  noAnswers,
  type Tally,
} from './tally.ts';

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
        const text = answer.kind === 'text' ? answer.text : '';
        if (answer.kind === 'text') enterText(text, coding, read[i]!);
        const hits = asked[i] ? findPersonal(text) : [];
        countPersonal(question.id, hits, amount, tally);
        sampleOpen(question, respondent, { file, answer, coding }, plan, tally);
        const fit = withoutPersonal(coding, text, hits, plan.survey);
        lines.push([file, row, id, question.id, ...codingCells(fit)]);
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

/** Codes and counts respondents: read/ in, tally and private lines out. Pure but for the tally. */

import { codingCells } from '../code/cells.ts';
import type { Coding } from '../code/coding.ts';
import type { Cell } from '../csv.ts';
import { isFilled } from '../read/record.ts';
import type { Respondent } from '../read/respondent.ts';
import { findPersonal } from '../redact/find.ts';
import type { OpenQuestion } from '../survey/survey.ts';
import { ClosedCounter } from './count-closed.ts';
import { NOT_ASKED, OpenCounter, sampleOpen } from './count-open.ts';
import { type Amount, type CountPlan, RESPONDENTS } from './count-plan.ts';
import { type DesignCellOf, designCells } from './design-cell.ts';
import { USED } from './items.ts';
import { enterPerson } from './panel.ts';
import { countPersonal, withoutPersonal } from './personal.ts';
import { Profiles } from './profiles.ts';
import {
  type AnswersRead,
  addAnswers,
  increment,
  noAnswers,
  setIncrement,
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

/** Adds respondents to a tally, and returns one line for each of their open questions. */
export function countRespondents(
  respondents: readonly Respondent[],
  file: string,
  plan: CountPlan,
  tally: Tally,
): CodeLine[] {
  const counter = new RoundCounter(plan, tally);
  const lines = counter.count(respondents, file);
  counter.settle();
  return lines;
}

/**
 * Counts the respondents of a round, some after others; the tally has them all once settled.
 *
 * A question that the round did not ask is counted nowhere: there is no base, not even of 0.
 */
export class RoundCounter {
  readonly #plan: CountPlan;
  readonly #tally: Tally;
  readonly #profiles: Profiles;
  readonly #cellOf: DesignCellOf;
  readonly #asked: readonly boolean[];
  readonly #closed: readonly ClosedCounter[];
  readonly #open: readonly OpenCounter[];
  /** The item that everybody counts as. */
  readonly #used: readonly number[];
  /** Of the respondent at hand. */
  readonly #own = increment(0);

  constructor(plan: CountPlan, tally: Tally) {
    const { questions, groups } = plan.survey;
    const ids = [...questions.map(({ id }) => id), RESPONDENTS];
    this.#plan = plan;
    this.#tally = tally;
    this.#profiles = new Profiles(groups, ids, tally);
    this.#cellOf = designCells(plan.survey);
    this.#asked = questions.map((one) => one.asked.includes(plan.round));
    this.#closed = questions.map((_, q) => new ClosedCounter(q, this.#profiles));
    this.#open = questions.map((_, q) => new OpenCounter(q, plan, this.#profiles, tally));
    this.#used = [this.#profiles.item(questions.length, USED, 'everywhere')];
  }

  /** @returns one line for each open question of each respondent */
  count(respondents: readonly Respondent[], file: string): CodeLine[] {
    const { questions } = this.#plan.survey;
    const lines: CodeLine[] = [];
    const read = questions.map(noAnswers);
    for (const respondent of respondents) {
      const amount = this.#countRespondent(respondent);
      for (let q = 0; q < questions.length; q++) {
        const question = questions[q]!;
        if (question.type === 'open') {
          const { row, id } = respondent;
          const fit = this.#countOpen(question, q, { respondent, file }, amount, read[q]!);
          const [status, codes, confidence, evidence] = codingCells(fit);
          lines.push([file, row, id, question.id, status, codes, confidence, evidence]);
        } else if (this.#asked[q]) {
          this.#closed[q]!.count(question, respondent.answers[q]!, respondent.weight, amount);
        }
      }
    }
    questions.forEach(({ id, type }, q) => {
      if (type === 'open') addAnswers(this.#tally, file, id, read[q]!);
    });
    return lines;
  }

  /** Lets the tally have all that was counted. */
  settle(): void {
    this.#profiles.settle();
  }

  /** Counts a respondent as one of a round and of its groups. */
  #countRespondent(respondent: Respondent): Amount {
    const { groups, panel } = this.#plan.survey;
    if (panel) {
      const outermost = respondent.groups.filter((_, g) => groups[g]!.within === null);
      enterPerson(this.#tally.people, respondent.id, outermost);
    }
    const profile = this.#profiles.of(respondent.groups, this.#cellOf(respondent));
    setIncrement(this.#own, respondent.weight);
    this.#profiles.add(profile, this.#used, this.#own);
    return { own: this.#own, profile };
  }

  /** @returns the coding, for the private lines */
  #countOpen(
    question: OpenQuestion,
    q: number,
    { respondent, file }: { readonly respondent: Respondent; readonly file: string },
    amount: Amount,
    read: AnswersRead,
  ): Coding {
    const answer = respondent.answers[q]!;
    const asked = this.#asked[q]!;
    const coding = asked ? this.#open[q]!.count(question, answer, respondent, amount) : NOT_ASKED;
    const text = answer.kind === 'text' ? answer.text : '';
    if (answer.kind === 'text') enterText(text, coding, read);
    const hits = asked ? findPersonal(text) : [];
    countPersonal(q, hits, amount, this.#profiles);
    sampleOpen(question, respondent, { file, answer, coding, hits }, this.#plan, this.#tally);
    return withoutPersonal(coding, text, hits, this.#plan.survey);
  }
}

/** Enters an answer as coded, or as one that has no taxonomy to code it by. */
function enterText(text: string, coding: Coding, read: AnswersRead): void {
  const sum = coding === NOT_ASKED ? read.notAsked : read.coded;
  sum.characters += text.length;
  if (isFilled(text)) sum.cells += 1;
}

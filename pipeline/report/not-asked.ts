/** What the report says of questions that a round did not ask. */
import { questionName, roundName } from '../chart/names.ts';
import { unaskedRounds } from '../chart/panels.ts';
import type { Question } from '../survey/survey.ts';
import { asWritten, type Context, plainly, say } from './context.ts';
import { type Content, type Html, html, join } from './html.ts';

/** A sentence naming the rounds that did not ask a question; null where all did. */
export function notAskedNote(context: Context, question: Question): Html | null {
  const rounds = unaskedRounds(context.model, question);
  if (rounds.length === 0) return null;
  const names = rounds.map((round) => asWritten(context, roundName(round, context.lang)));
  const values = {
    question: asWritten(context, questionName(question, context.lang)),
    rounds: join(names, plainly(context, 'listComma')),
  };
  return html`<p class="aside">${say(context, 'notAskedNote', values)}</p>`;
}

/** Cells of a line that has no figures because the question was not asked. */
export function notAskedCells(context: Context, n: number): readonly Content[] {
  const text = html`<i class="hidden">${plainly(context, 'notAsked')}</i>`;
  return Array.from({ length: n }, (_, at) => (at === 0 ? text : null));
}

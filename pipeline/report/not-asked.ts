/** What the report says of questions that a round did not ask. */
import { unaskedRounds } from '../chart/panels.ts';
import type { Question } from '../survey/survey.ts';
import { type Context, plainly } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { notAskedSentence } from './sentences/rounds.ts';

/** A sentence naming the rounds that did not ask a question; null where all did. */
export function notAskedNote(context: Context, question: Question): Html | null {
  const rounds = unaskedRounds(context.model, question).map(({ id }) => id);
  if (rounds.length === 0) return null;
  const verdict = { kind: 'not-asked', question: question.id, taxonomy: '', rounds } as const;
  return html`<p class="aside">${notAskedSentence(context, verdict)}</p>`;
}

/** Cells of a line that has no figures because the question was not asked. */
export function notAskedCells(context: Context, n: number): readonly Content[] {
  const text = html`<i class="hidden">${plainly(context, 'notAsked')}</i>`;
  return Array.from({ length: n }, (_, at) => (at === 0 ? text : null));
}

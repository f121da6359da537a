/** How much of an answer is quoted: all of a short one, else a clause. */
import { splitClauses } from '../../code/clauses.ts';
import { evidenceOf } from '../../code/evidence.ts';
import { normalise } from '../../code/normalise.ts';
import type { Stretch } from '../../redact/redact.ts';
import type { QuotableAnswer } from '../../tally/quotable.ts';

/** Characters of a quote: fewer say nothing, more begin to tell who speaks. */
const SHORTEST = 4;
const LONGEST = 60;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

export interface QuotedStretch extends Stretch {
  /** Whether it is all of the answer. */
  readonly isWhole: boolean;
}

/**
 * The whole answer, if it is short, of one line, and states one problem only; else the clause that
 * speaks for the problem. An answer is cut where clauses meet and nowhere else.
 *
 * @returns null where no such piece is of a length to be quoted
 */
export function quotedStretch({
  text,
  at,
  alone,
}: Pick<QuotableAnswer, 'text' | 'at' | 'alone'>): QuotedStretch | null {
  const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  if (alone && fits(text, whole)) return { ...whole, isWhole: true };
  const normalised = normalise(text);
  const clause = splitClauses(normalised, [])
    .list.map((span) => evidenceOf(span, normalised, text))
    .find(({ start, end }) => start <= at && at < end);
  return clause !== undefined && fits(text, clause)
    ? { start: clause.start, end: clause.end, isWhole: false }
    : null;
}

function fits(text: string, { start, end }: Stretch): boolean {
  const quote = text.slice(start, end);
  const { length } = [...quote];
  return length >= SHORTEST && length <= LONGEST && !CONTROL.test(quote);
}

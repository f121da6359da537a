/** The words of an answer that speak for a code. */

import type { Clauses } from './clauses.ts';
import type { Evidence } from './coding.ts';
import type { Span } from './found.ts';
import { gramsOf } from './grams.ts';
import type { Normalised } from './normalise.ts';
import type { Piece } from './pieces.ts';
import { drawnToWords, withoutMarksAround } from './word-edges.ts';

/** A clause of at most this many units is shown whole; of a longer one the telling part. */
const SHOWN_WHOLE = 24;
/** The telling part has at least so many units. */
const LEAST_SHOWN = 8;
/** So far a term, and the telling part of a clause, may be from where its words begin and end. */
const LEFT_OVER = { ofTerm: 2, ofClause: 8 };
/** Clauses that add at least this share of what the best one adds are shown, up to `MOST_SHOWN`. */
const WORTH_SHOWING = 0.6;
const MOST_SHOWN = 3;

/** A span of the normalised text as words of the original, without punctuation around them. */
export function evidenceOf(span: Span, { units, from, to }: Normalised, answer: string): Evidence {
  const words = withoutMarksAround(span, units);
  const start = from[words.start]!;
  const end = to[words.end - 1]!;
  return { text: answer.slice(start, end), start, end };
}

/**
 * Spans as a reader wants them: overlapping ones joined, and drawn out a little, so that fewer end
 * inside a word.
 *
 * @param spans in order of `start`
 */
export function tidySpans(
  spans: readonly Span[],
  clauses: Clauses,
  { units }: Normalised,
): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ start: span.start, end: span.end });
  }
  return joined.map((span) => {
    const first = clauses.list[clauses.at(span.start)];
    const last = clauses.list[clauses.at(span.end - 1)];
    const within = { start: first?.start ?? span.start, end: last?.end ?? span.end };
    return drawnToWords(span, within, units, LEFT_OVER.ofTerm);
  });
}

/** How clauses speak for a label; see `Scorer`. */
export interface Witness {
  /** What a clause adds to the label's score, but for a common factor. */
  sumOf(clause: Piece): number;
  /** What each gram of it adds. */
  weightsIn(clause: string): readonly number[];
}

/**
 * Where a label's words stand: in the clauses that add most to its score; of a long clause the
 * stretch that adds most.
 *
 * @param pieces the clauses as pieces
 * @returns in order of `start`; none only where the answer has no clause
 */
export function tellingSpans(
  { list }: Clauses,
  pieces: readonly Piece[],
  witness: Witness,
  { units }: Normalised,
): readonly Span[] {
  const weighed = list.map(({ start, end }, index) => {
    const piece = pieces[index]!;
    return { start, end, text: piece.text, sum: witness.sumOf(piece) };
  });
  const most = weighed.reduce((best, { sum }) => Math.max(best, sum), Number.NEGATIVE_INFINITY);
  const least = most > 0 ? most * WORTH_SHOWING : most;
  return weighed
    .filter(({ sum }) => sum >= least)
    .slice(0, MOST_SHOWN)
    .map(({ start, end, text }) => {
      if (end - start <= SHOWN_WHOLE) return { start, end };
      const span = strongest(text, witness.weightsIn(text));
      const telling = { start: start + span.start, end: start + span.end };
      return drawnToWords(telling, { start, end }, units, LEFT_OVER.ofClause);
    });
}

/** The stretch of a clause with the greatest sum (Kadane); grams lend their weight to their units. */
function strongest(clause: string, weights: readonly number[]): Span {
  const grams = gramsOf(clause);
  const perUnit = new Float64Array(clause.length);
  weights.forEach((weight, i) => {
    const [from, to] = [grams.start[i]!, grams.end[i]!];
    for (let at = from; at < to; at++) perUnit[at]! += weight / (to - from);
  });
  let best = { start: 0, end: 1, sum: Number.NEGATIVE_INFINITY };
  let from = 0;
  let sum = 0;
  for (let at = 0; at < perUnit.length; at++) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += perUnit[at]!;
    if (sum > best.sum) best = { start: from, end: at + 1, sum };
  }
  return best.end - best.start < LEAST_SHOWN
    ? widened(best, { start: 0, end: clause.length })
    : { start: best.start, end: best.end };
}

/** A few units on either side, so that a scrap of a word becomes words. */
function widened(span: Span, within: Span): Span {
  const more = Math.ceil((LEAST_SHOWN - (span.end - span.start)) / 2);
  return {
    start: Math.max(within.start, span.start - more),
    end: Math.min(within.end, span.end + more),
  };
}

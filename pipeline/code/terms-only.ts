/**
 * From terms alone to codes: the leaf where known, each code with a confidence.
 *
 * For taxonomies without examples. Confidence is fixed by the kind and number of hits: a literal
 * is surer than a pair, a long one surer than a short one, and each further hit of the same code
 * takes away part of the remaining doubt.
 */

import type { CodeHit } from './coding.ts';
import { evidenceOf, tidySpans } from './evidence.ts';
import type { Hit } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reader.ts';

const PAIR = 0.8;
/** Confidence of a literal of 1, 2, 3 and of more characters. */
const LITERAL = [0.6, 0.72, 0.84, 0.9] as const;
/** Share of the remaining doubt that a further hit leaves. */
const LEFT_BY_FURTHER_HIT = 0.6;
const MOST = 0.98;

/**
 * Codes of the hits that count, in the taxonomy's order.
 *
 * A problem found beside one of its own sub-problems is not given again; its words then count
 * as no evidence of their own.
 *
 * @param hits none denied, none contained in another, in order of `start`
 */
export function decideByTerms(
  hits: readonly Hit[],
  lexicon: Lexicon,
  { normalised, clauses }: Pick<Reading, 'normalised' | 'clauses'>,
  answer: string,
): CodeHit[] {
  return [...hitsByCode(hits, lexicon)].map(([code, own]) => ({
    code: lexicon.codes[code]!,
    confidence: confidenceOf(own),
    evidence: tidySpans(own, clauses, normalised).map((span) =>
      evidenceOf(span, normalised, answer),
    ),
  }));
}

/** The codes that `decideByTerms` gives. */
export function codesByTerms(hits: readonly Hit[], lexicon: Lexicon): readonly string[] {
  return hits.length === 0
    ? []
    : [...hitsByCode(hits, lexicon)].map(([code]) => lexicon.codes[code]!);
}

/** Hits by the code they speak for, in the taxonomy's order; no problem beside its sub-problem. */
function hitsByCode(
  hits: readonly Hit[],
  lexicon: Lexicon,
): readonly (readonly [number, readonly Hit[]])[] {
  const byCode = new Map<number, Hit[]>();
  for (const hit of hits) {
    const own = byCode.get(hit.code);
    if (own === undefined) byCode.set(hit.code, [hit]);
    else own.push(hit);
  }
  for (const code of [...byCode.keys()]) {
    const problem = lexicon.problemOf[code]!;
    if (problem !== code) byCode.delete(problem);
  }
  return [...byCode].sort(([a], [b]) => a - b);
}

/** Rough probability that a hand coder would give the code, in (0, 1). */
function confidenceOf(hits: readonly Hit[]): number {
  const single = hits.map((hit) =>
    hit.kind === 'pair' ? PAIR : LITERAL[Math.min(hit.end - hit.start, LITERAL.length) - 1]!,
  );
  const doubt = 1 - Math.max(...single.slice(0, 50));
  const value = 1 - doubt * LEFT_BY_FURTHER_HIT ** (hits.length - 1);
  return Math.round(Math.min(value, MOST) * 1000) / 1000;
}

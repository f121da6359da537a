/**
 * A linear model: for each label a weight a feature, and their sum as the score of an answer.
 *
 * Features are the answer's grams (each counts `gramValue`, so that long answers weigh no more
 * than short ones) and what the rules found (each counts `RULE_VALUE`). Weights are whole numbers of 8 bits times one scale a label: small to ship,
 * and what was judged is what is used.
 */

/** What a found rule counts, against 1 for all grams together. */
export const RULE_VALUE = 0.3;

/** The score of an answer with no known feature: what is not known gets no label. */
export const UNKNOWN_SCORE = -1;

export interface Model {
  readonly labels: readonly string[];
  /** Features that are rules come first, one row each; then one row a gram. */
  readonly rules: number;
  /** Hash of the gram of row `rules + i`. */
  readonly grams: Uint32Array;
  /** Row after row, one weight a label. */
  readonly weights: Int8Array;
  /** Per label what a weight of 1 stands for. */
  readonly scale: Float64Array;
}

/** A statement of several counts this much less than the whole answer. */
export const STATEMENT_HANDICAP = 0.1;

/** Clauses with terms, without the rest of their answer, count this much less than all of it. */
export const EXCERPT_HANDICAP = 0.2;

/** So many grams count as known in any answer: one known word among unknown ones weighs little. */
const AT_LEAST = 1;

/** What a gram counts in an answer that holds `known` of the grams that a model knows. */
export function gramValue(known: number): number {
  return 1 / Math.sqrt(known + AT_LEAST);
}

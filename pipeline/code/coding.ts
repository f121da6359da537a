/** What coding gives for one answer. */

/**
 * - `coded`: states at least one problem of the taxonomy
 * - `uncoded`: a real answer that no code fits
 * - `no-problem`: says that there is none (无, 没有, 挺好的)
 * - `empty`: blank, (空), a lone symbol, 不清楚
 * - `skipped`: not asked
 */
export type Status = 'coded' | 'uncoded' | 'no-problem' | 'empty' | 'skipped';

export const STATUSES: readonly Status[] = ['coded', 'uncoded', 'no-problem', 'empty', 'skipped'];

export interface Coding {
  readonly status: Status;
  /** In the taxonomy's order; the leaf where known, never a problem beside its own leaf for one statement. */
  readonly codes: readonly CodeHit[];
}

export interface CodeHit {
  readonly code: string;
  /** Calibrated probability that a hand coder would give this code, in [0, 1]. */
  readonly confidence: number;
  /** At least one; in order of `start`. */
  readonly evidence: readonly Evidence[];
}

/** Words of the original answer: `text === answer.slice(start, end)` (UTF-16 units). */
export interface Evidence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One answer coded in two ways, to see how much the way matters. */
export interface TwoCodings {
  readonly coding: Coding;
  /** By terms alone, whatever models and hand codes say. */
  readonly byTerms: { readonly status: Status; readonly codes: readonly string[] };
}

/** How an answer came to its codes, for `explain`. */
export interface Explanation {
  readonly status: Status;
  readonly decision: Decision;
  /** A person coded the same words before; the codes are theirs. */
  readonly byHand: boolean;
  /** With score and cut-off where a model took part. */
  readonly codes: readonly (CodeHit & Scored)[];
  readonly clauses: readonly Evidence[];
  /** What spoke for a code that was not given, and why. */
  readonly ruledOut: readonly RuledOut[];
}

/**
 * What settled the status of an answer.
 *
 * - `codes`: codes were given, or a person coded the same words
 * - `rules`: no clause says anything else; of no problem, `words` are those that say so (挺好的)
 * - `model`: the model of answers without a problem; `words` weighed most
 * - `states`: the status model took it for content, which what it states overruled
 * - `rest`: nothing spoke enough for a code, nor for there being no problem
 */
export interface Decision extends Scored {
  readonly by: 'codes' | 'rules' | 'model' | 'states' | 'rest';
  readonly words: readonly Evidence[];
}

export interface Scored {
  readonly score: number | null;
  /** The score from which on the code is given. */
  readonly cutoff: number | null;
}

/**
 * - `denied`, `contrast`: a term that the words `by` turn round
 * - `contained`: a term inside a longer one of another code
 * - `near-miss`: words of a pair that stand too far apart
 * - `weak`: a score not far below the cut-off
 * - `outweighed`: a score that would do, of a problem whose sub-problem or denial scores more
 */
export interface RuledOut extends Scored {
  readonly code: string;
  readonly evidence: Evidence;
  readonly reason: 'denied' | 'contrast' | 'contained' | 'near-miss' | 'weak' | 'outweighed';
  /** The words that ruled it out, if any. */
  readonly by: Evidence | null;
}

/** Codes answers of one taxonomy. Pure: equal answers give equal codings. */
export interface Coder {
  code(answer: string): Coding;
  /** As `code`, and what the taxonomy's terms alone would have given. */
  codeTwice(answer: string): TwoCodings;
  explain(answer: string): Explanation;
}

/** What training gives: models with the cut-offs and the quality found on held-out examples. */

import type { Cutoffs } from './choose.ts';
import type { Model } from './model.ts';

/** A logistic curve from a score to the probability that a hand coder gives the label. */
export interface Curve {
  readonly slope: number;
  readonly intercept: number;
}

/** How well a code was found on examples that took no part in training. */
export interface CodeQuality {
  readonly code: string;
  /** Examples that have the code; of a problem, also through a sub-problem. */
  readonly support: number;
  readonly predicted: number;
  readonly hits: number;
}

/** The model of a taxonomy's codes. */
export interface CodeModel {
  readonly model: Model;
  readonly cutoffs: Cutoffs;
  readonly curves: { readonly problem: Curve; readonly leaf: Curve };
  readonly quality: Quality;
}

/**
 * From so many answers on a coder is judged: by those coded by hand where they are enough, else
 * by the taxonomy's own examples.
 */
export const ENOUGH_TO_JUDGE = 100;

/** Problems, then sub-problems; by what, and on how many examples, they were judged. */
export interface Quality {
  readonly source: 'examples' | 'hand-codes';
  /** 0 where there were too few examples to judge by. */
  readonly answers: number;
  readonly codes: readonly CodeQuality[];
}

/** Of a model that there was too little to judge by. */
export const NOT_JUDGED: Quality = { source: 'examples', answers: 0, codes: [] };

/** The model that tells answers that state no problem, whatever the taxonomy. */
export interface StatusModel {
  /** Labels `NONE` (no problem, or no answer) and `EMPTY` (no answer). */
  readonly model: Model;
  /** Score of `NONE` from which on an answer without codes states no problem. */
  readonly none: number;
  /** Score of `EMPTY` from which on it is no answer at all. */
  readonly empty: number;
}

/** What a coder uses beside a taxonomy's terms. */
export interface Learnt {
  /** Null where a taxonomy has no examples. */
  readonly codes: CodeModel | null;
  readonly status: StatusModel | null;
  /** Folded answers that a person coded, with the codes given (or `NONE`, `EMPTY`, `OTHER`). */
  readonly handCodes: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_LEARNT: Learnt = { codes: null, status: null, handCodes: new Map() };

export function probability({ slope, intercept }: Curve, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + intercept)));
}

/**
 * Pieces of folded text that many answers share, each with what was found out about it so far, so
 * that it is found out once.
 */

import type { Hit } from './found.ts';
import { remember } from './remember.ts';

export interface Piece {
  readonly text: string;
  /** Words in it: word, start and end of each in a row; null before it is looked through. */
  words: Int32Array | null;
  /** Pairs in it, where it is a clause; null before they are sought. */
  pairs: readonly Hit[] | null;
  /** What its grams add up to, by model; see `Scorer`. */
  readonly sums: (PieceSums | undefined)[];
}

/** What the grams of a clause add up to in a model. */
export interface PieceSums {
  /** Grams that the model knows. */
  readonly known: number;
  /** Per label the sum of their weights. */
  readonly sums: Int32Array;
}

/** Gives the piece of a text, the same one for the same text as long as it is remembered. */
export type Pieces = (text: string) => Piece;

export function createPieces(): Pieces {
  return remember((text) => ({ text, words: null, pairs: null, sums: [] }));
}

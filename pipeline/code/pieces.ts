/**
 * Pieces of folded text that many answers share, each with what was found out about it so far, so
 * that it is found out once.
 *
 * They are looked up by their units, without making a string of them first: that, and hashing the
 * string, took as long as all that is done with a piece that is known.
 */

import type { Clause } from './clauses.ts';
import type { Hit } from './found.ts';
import { textOfUnits } from './normalise.ts';
import type { Reading } from './reader.ts';
import { LONGEST_REMEMBERED, MOST_REMEMBERED } from './remember.ts';

export interface Piece {
  readonly text: string;
  /** Pairs in it, where it is a clause; null before they are sought. */
  pairs: readonly Hit[] | null;
  /** What its grams add up to, by model; see `Scorer`. */
  readonly sums: (PieceSums | undefined)[];
  /** What stands between two marks, read by itself; null before it is. */
  alone: Alone | null;
}

/** A piece read as if it were the answer; kept small, since many are kept. */
export interface Alone extends Pick<Reading, 'pieces' | 'kept' | 'denied' | 'contained' | 'kind'> {
  readonly clauses: readonly Clause[];
  /** Whether it is read the same wherever it stands, but for what `reachesBack` says. */
  readonly settled: boolean;
  /** Whether it may say that a problem of an earlier clause is over (…，已解决). */
  readonly reachesBack: boolean;
}

/**
 * What the grams of a clause add up to in a model: per label the sum of their weights, and at the
 * end how many of them the model knows. One array, as it is looked up for every clause.
 */
export type PieceSums = Int32Array;

/** Gives the piece of some units, the same one for the same units as long as it is remembered. */
export type Pieces = (units: Uint16Array, start: number, end: number) => Piece;

/** A power of two, and so large that half of the slots stay free of `MOST_REMEMBERED` pieces. */
const SLOTS = 1 << 16;

/** Memory is bounded: when the younger generation is full, the older one goes. */
export function createPieces(): Pieces {
  let young = newGeneration();
  let old = newGeneration();
  return (units, start, end) => {
    if (end - start > LONGEST_REMEMBERED) return newPiece(textOfUnits(units, start, end));
    const hash = hashOf(units, start, end);
    const known = find(young, hash, units, start, end);
    if (known !== null) return known;
    const piece = find(old, hash, units, start, end) ?? newPiece(textOfUnits(units, start, end));
    if (young.pieces.length >= MOST_REMEMBERED) {
      old = young;
      young = newGeneration();
    }
    insert(young, hash, piece);
    return piece;
  };
}

function newPiece(text: string): Piece {
  return { text, pairs: null, sums: [], alone: null };
}

/** A hash table with open addressing. */
interface Generation {
  /** Per slot the hash and 1 + the place of its piece, side by side: both come with one look. */
  readonly slots: Int32Array;
  readonly pieces: Piece[];
}

function newGeneration(): Generation {
  return { slots: new Int32Array(2 * SLOTS), pieces: [] };
}

function find(
  { slots, pieces }: Generation,
  hash: number,
  units: Uint16Array,
  start: number,
  end: number,
): Piece | null {
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const place = slots[2 * slot + 1]! - 1;
    if (place < 0) return null;
    if (slots[2 * slot] === hash && isText(pieces[place]!.text, units, start, end)) {
      return pieces[place]!;
    }
  }
}

function insert({ slots, pieces }: Generation, hash: number, piece: Piece): void {
  let slot = hash & (SLOTS - 1);
  while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (SLOTS - 1);
  slots[2 * slot] = hash;
  slots[2 * slot + 1] = pieces.push(piece);
}

function isText(text: string, units: Uint16Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== units[start + i]) return false;
  return true;
}

/** FNV-1a over units, its upper bits folded into the lower ones; 32 bits. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

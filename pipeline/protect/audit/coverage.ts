/**
 * Which characters of a text are explained: a report is put together from the program's words, the
 * survey's and the taxonomies' texts and the names that tables publish, so that all of it is a row
 * of such pieces, of figures and of punctuation. What is left over came from elsewhere.
 */
import { normal } from './normal.ts';

/** A text in its normal form, and how each of its units is explained. */
export interface Coverage {
  readonly text: string;
  /** One a unit of `text`. */
  readonly marks: Uint8Array;
}

/** Marks of a unit. */
export const PIECE = 0;
/** Part of a piece of one letter, of which chance can make anything. */
export const SINGLE = 1;
/** Digit in no piece, blank, punctuation. */
export const FREE = 2;
/** Letter in no piece. */
export const UNKNOWN = 3;

/** What is spent on a unit: pieces are free, and longer ones are better. */
const COST = { letter: 1000, single: 20, piece: 2, digit: 10, other: 1 } as const;

const LETTER = /[\p{L}\p{M}]/u;

export type Cover = (text: string) => Coverage;

/** Units by which longer pieces are looked up; shorter ones are by their first. */
const PREFIX = 4;
const NONE: readonly number[] = [];

function startOf(piece: string): string {
  return piece.length < PREFIX ? piece[0]! : piece.slice(0, PREFIX);
}

/**
 * @param texts known pieces as they are written; a piece that begins or ends with a Latin letter or
 *   digit stands for whole words only
 */
export function coverBy(texts: Iterable<string>): Cover {
  const known = new Set<string>();
  for (const text of texts) known.add(normal(text));
  known.delete('');
  const sizes = new Map<string, number[]>();
  const begins = new Uint8Array(0x10000);
  for (const piece of known) {
    begins[piece.charCodeAt(0)] = 1;
    const start = startOf(piece);
    const own = sizes.get(start);
    if (own === undefined) sizes.set(start, [piece.length]);
    else if (!own.includes(piece.length)) own.push(piece.length);
  }

  return (raw) => {
    const text = normal(raw);
    const { length } = text;
    const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
    /** Where the piece began that ends here on the cheapest way. */
    const from = new Int32Array(length + 1);
    cost[0] = 0;
    const reach = (start: number, end: number, spent: number) => {
      if (cost[start]! + spent >= cost[end]!) return;
      cost[end] = cost[start]! + spent;
      from[end] = start;
    };
    const tryPiece = (start: number, end: number) => {
      if (end > length || !known.has(text.slice(start, end))) return;
      if (!standsAlone(text, start, end)) return;
      reach(
        start,
        end,
        end - start === 1 && isLetter(text.charCodeAt(start)) ? COST.single : COST.piece,
      );
    };
    const tryAll = (start: number, of: readonly number[] | undefined) => {
      for (const size of of ?? NONE) tryPiece(start, start + size);
    };
    for (let start = 0; start < length; start++) {
      const unit = text.charCodeAt(start);
      reach(start, start + 1, ownCost(unit));
      if (begins[unit] === 0) continue;
      tryAll(start, sizes.get(text[start]!));
      tryAll(start, sizes.get(text.slice(start, start + PREFIX)));
    }
    return { text, marks: marksOf(text, cost, from) };
  };
}

function marksOf(text: string, cost: Float64Array, from: Int32Array): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (let end = text.length; end > 0; end = from[end]!) {
    const start = from[end]!;
    const spent = cost[end]! - cost[start]!;
    if (end - start > 1 || spent === COST.piece) marks.fill(PIECE, start, end);
    else if (spent === COST.single) marks[start] = SINGLE;
    else marks[start] = spent === COST.letter ? UNKNOWN : FREE;
  }
  return marks;
}

function ownCost(unit: number): number {
  if (isLetter(unit)) return COST.letter;
  return unit >= 48 && unit <= 57 ? COST.digit : COST.other;
}

/** Halves of characters beyond the first plane count as letters: most are rare Chinese ones. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 97 && unit <= 122;
  return (unit >= 0xd800 && unit <= 0xdfff) || LETTER.test(String.fromCharCode(unit));
}

/** Latin pieces are whole words: `in` is none of `minister`. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !(
    (start > 0 && isWord(text.charCodeAt(start)) && isWord(text.charCodeAt(start - 1))) ||
    (end < text.length && isWord(text.charCodeAt(end - 1)) && isWord(text.charCodeAt(end)))
  );
}

function isWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 0xdf && unit <= 0x24f)
  );
}

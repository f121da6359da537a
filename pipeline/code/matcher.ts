/**
 * Words found in answers, piece by piece: what stands between two marks is said by many, and what
 * is found in it is remembered.
 */

import {
  type Automaton,
  addMatch,
  compileAutomaton,
  emptyMatches,
  type Matches,
} from './automaton.ts';
import type { Span } from './found.ts';
import { type Normalised, textOf, unitsInto } from './normalise.ts';
import type { Piece, Pieces } from './pieces.ts';

/** A piece where it stands in an answer. */
export interface PlacedPiece extends Span {
  readonly piece: Piece;
}

export interface Matcher {
  /** As `Automaton.scan`; returns the pieces between marks. */
  scan(normalised: Normalised, out: Matches): readonly PlacedPiece[];
}

const MARKS = '。!?;\n|｡…~,:()[]{}【】〔〕—–→↵<> ';
const isMark = new Uint8Array(0x10000);
for (const mark of MARKS) isMark[mark.charCodeAt(0)] = 1;

/** A match is three numbers: word, start, end. */
const FIELDS = 3;

/** @param words none empty, no two equal; a match names its word by index */
export function createMatcher(words: readonly string[], pieces: Pieces): Matcher {
  const across = [...words.keys()].filter((word) => hasMark(words[word]!));
  const within = [...words.keys()].filter((word) => !hasMark(words[word]!));
  const inPiece = compileAutomaton(within.map((word) => words[word]!));
  const inAll = across.length === 0 ? null : compileAutomaton(across.map((word) => words[word]!));
  const scratch = emptyMatches();
  let units: Uint16Array = new Uint16Array(64);

  function wordsIn({ text }: Piece): Int32Array {
    units = unitsInto(text, units);
    inPiece.scan(units, text.length, scratch);
    const matches = new Int32Array(scratch.length * FIELDS);
    for (let i = 0; i < scratch.length; i++) {
      matches[i * FIELDS] = within[scratch.pattern[i]!]!;
      matches[i * FIELDS + 1] = scratch.start[i]!;
      matches[i * FIELDS + 2] = scratch.end[i]!;
    }
    return matches;
  }

  return {
    scan(normalised, out) {
      const placed: PlacedPiece[] = [];
      out.length = 0;
      let start = 0;
      for (let at = 0; at <= normalised.length; at++) {
        if (at < normalised.length && isMark[normalised.units[at]!] === 0) continue;
        if (at > start) {
          const piece = pieces(textOf(normalised, start, at));
          piece.words ??= wordsIn(piece);
          addAll(out, piece.words, start);
          placed.push({ start, end: at, piece });
        }
        start = at + 1;
      }
      if (inAll !== null) addAcross(inAll, across, normalised, scratch, out);
      return placed;
    },
  };
}

function hasMark(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isMark[word.charCodeAt(i)] === 1) return true;
  return false;
}

function addAll(out: Matches, matches: Int32Array, offset: number): void {
  for (let i = 0; i < matches.length; i += FIELDS) {
    addMatch(out, matches[i]!, matches[i + 1]! + offset, matches[i + 2]! + offset);
  }
}

/** Adds the words that hold marks; there are few, and rarely any in an answer. */
function addAcross(
  automaton: Automaton,
  across: readonly number[],
  { units, length }: Normalised,
  scratch: Matches,
  out: Matches,
): void {
  automaton.scan(units, length, scratch);
  if (scratch.length === 0) return;
  for (let i = 0; i < scratch.length; i++) {
    addMatch(out, across[scratch.pattern[i]!]!, scratch.start[i]!, scratch.end[i]!);
  }
  const order = Array.from({ length: out.length }, (_, i) => [
    out.pattern[i]!,
    out.start[i]!,
    out.end[i]!,
  ]).sort((a, b) => a[2]! - b[2]! || a[1]! - b[1]!);
  order.forEach(([pattern, start, end], i) => {
    out.pattern[i] = pattern!;
    out.start[i] = start!;
    out.end[i] = end!;
  });
}

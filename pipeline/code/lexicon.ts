/**
 * A taxonomy's terms and the cue words, compiled together, and one pass over an answer.
 *
 * Matching: folded characters, anywhere in the text (Chinese has no word boundaries); a word
 * that begins or ends with a Latin letter or digit needs a word boundary there.
 */

import { isWordUnit } from '../taxonomy/fold.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { isSoundTerm, parseTerm } from '../taxonomy/term.ts';
import { compileAutomaton, emptyMatches } from './automaton.ts';
import { CUES } from './cues.ts';
import type { Cue, Found, Hit, PartHits, Word } from './found.ts';
import type { Normalised } from './normalise.ts';
import { createPieces, type Pieces } from './pieces.ts';

/** A term of two or three parts. */
export interface Pair {
  readonly code: number;
  readonly size: number;
}

export interface Lexicon {
  /** Ids in the taxonomy's order, a problem before its sub-problems. */
  readonly codes: readonly string[];
  /** Of each code the index of its problem; its own index for a problem. */
  readonly problemOf: readonly number[];
  /** All that is sought: terms, parts of pairs, cues. */
  readonly words: readonly string[];
  readonly pieces: Pieces;
  readonly pairs: readonly Pair[];
  /** Per word the pairs it is part of. */
  readonly slots: readonly Word['slots'][];
  scan(normalised: Normalised): Found;
}

/** Compiles a taxonomy; unsound terms, which the loader refuses, are ignored. */
export function compileLexicon(taxonomy: Taxonomy): Lexicon {
  const codes: string[] = [];
  const problemOf: number[] = [];
  const pairs: Pair[] = [];
  const words = new Map<string, Word>();
  for (const [text, kinds] of CUES) words.set(text, newWord(text, kinds));
  for (const problem of taxonomy.problems) {
    const own = codes.length;
    for (const entry of [problem, ...problem.subproblems]) {
      const code = codes.push(entry.id) - 1;
      problemOf.push(own);
      for (const term of entry.terms) addTerm(term, code, words, pairs);
    }
  }
  const list = [...words.values()];
  const texts = list.map((word) => word.text);
  const automaton = compileAutomaton(texts);
  const matches = emptyMatches();
  let parts = emptyParts(256);
  return {
    codes,
    problemOf,
    words: texts,
    pieces: createPieces(),
    pairs,
    slots: list.map((word) => word.slots),
    scan(normalised) {
      automaton.scan(normalised.units, normalised.length, matches);
      if (matches.length > parts.word.length) parts = emptyParts(matches.length * 2);
      parts.length = 0;
      const literals: Hit[] = [];
      const cues: Cue[] = [];
      for (let i = 0; i < matches.length; i++) {
        const index = matches.pattern[i]!;
        const start = matches.start[i]!;
        const end = matches.end[i]!;
        const word = list[index]!;
        if (word.latinStart && isLatin(normalised, start - 1)) continue;
        if (word.latinEnd && isLatin(normalised, end)) continue;
        for (const code of word.codes) {
          literals.push({ code, kind: 'literal', start, end, parts: [{ start, end }] });
        }
        if (word.slots.length > 0) addPart(parts, index, start, end);
        if (word.kinds !== 0) cues.push({ kinds: word.kinds, start, end });
      }
      return { literals, parts, cues };
    },
  };
}

function emptyParts(capacity: number): PartHits {
  return {
    length: 0,
    word: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
  };
}

function addPart(parts: PartHits, word: number, start: number, end: number): void {
  parts.word[parts.length] = word;
  parts.start[parts.length] = start;
  parts.end[parts.length] = end;
  parts.length += 1;
}

function addTerm(term: string, code: number, words: Map<string, Word>, pairs: Pair[]): void {
  const parts = parseTerm(term);
  if (!isSoundTerm(parts)) return;
  const wordFor = (text: string) => {
    const word = words.get(text) ?? newWord(text, 0);
    words.set(text, word);
    return word;
  };
  if (parts.length === 1) {
    for (const text of parts[0]!) {
      const word = wordFor(text);
      if (!word.codes.includes(code)) word.codes.push(code);
    }
    return;
  }
  const pair = pairs.push({ code, size: parts.length }) - 1;
  for (const [part, alternatives] of parts.entries()) {
    for (const text of alternatives) wordFor(text).slots.push({ pair, part });
  }
}

function newWord(text: string, kinds: number): Word {
  return {
    text,
    codes: [],
    slots: [],
    kinds,
    latinStart: isWordUnit(text.charCodeAt(0)),
    latinEnd: isWordUnit(text.charCodeAt(text.length - 1)),
  };
}

function isLatin({ units, length }: Normalised, at: number): boolean {
  return at >= 0 && at < length && isWordUnit(units[at]!);
}

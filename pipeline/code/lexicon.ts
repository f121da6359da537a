/**
 * A taxonomy's terms and the cue words, compiled into one automaton, and one pass over an answer.
 *
 * Matching: folded characters, anywhere in the text (Chinese has no word boundaries); a word
 * that begins or ends with a Latin letter or digit needs a word boundary there.
 */

import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { isSoundTerm, parseTerm } from '../taxonomy/term.ts';
import { compileAutomaton } from './automaton.ts';
import { CUES } from './cues.ts';
import type { Found, Word } from './found.ts';
import type { Normalised } from './normalise.ts';

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
  readonly pairs: readonly Pair[];
  scan(normalised: Normalised): Found;
}

const LATIN = /[a-z0-9\u00df-\u024f]/;

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
  const automaton = compileAutomaton(list.map((word) => word.text));
  return {
    codes,
    problemOf,
    pairs,
    scan(normalised) {
      const found: Found = { literals: [], parts: [], cues: [] };
      automaton.scan(normalised.units, normalised.length, (index, start, end) => {
        const word = list[index]!;
        if (word.latinStart && isLatin(normalised, start - 1)) return;
        if (word.latinEnd && isLatin(normalised, end)) return;
        collect(word, start, end, found);
      });
      return found;
    },
  };
}

function collect(word: Word, start: number, end: number, found: Found): void {
  for (const code of word.codes) {
    found.literals.push({ code, kind: 'literal', start, end, parts: [{ start, end }] });
  }
  if (word.slots.length > 0) found.parts.push({ word, start, end });
  if (word.kinds !== 0) found.cues.push({ kinds: word.kinds, start, end });
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
    latinStart: LATIN.test(text[0]!),
    latinEnd: LATIN.test(text.at(-1)!),
  };
}

function isLatin(normalised: Normalised, at: number): boolean {
  if (at < 0 || at >= normalised.length) return false;
  const unit = normalised.units[at]!;
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0xdf && unit <= 0x24f)
  );
}

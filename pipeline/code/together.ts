/**
 * Puts the reading of an answer together from its pieces, each read by itself.
 *
 * What stands between two marks is said by many and is read once. Most pieces are read alike
 * wherever they stand; where a mark or a piece depends on its neighbours (`1)`, 经费方面，不足,
 * …已解决 after a problem, words of Latin letters) the answer is read as a whole instead. Either
 * way gives the same reading.
 */

import {
  CHINESE_NUMBERS,
  type Clause,
  type ClauseKind,
  COMMA,
  clausesOf,
  DOT,
  endsTopic,
  isDigit,
  isMark,
  kindAfter,
  numberMark,
  SPACE,
  unitsOf,
} from './clauses.ts';
import { CUE_BIT } from './cues.ts';
import { type Hit, movedHit, movedSpan } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import { turnsOnNext } from './negation.ts';
import { asNormalised, FIRST_HAN, type Normalised } from './normalise.ts';
import type { Alone, Piece } from './pieces.ts';
import type { Reading } from './reader.ts';
import type { AnswerKind } from './status.ts';
import type { ReadWhole, WholeReading } from './whole.ts';

/** The reading of an answer, or null where it must be read as a whole. */
export type ReadTogether = (normalised: Normalised) => Reading | null;

const LAST_LATIN = 0x24f;
/** With a mark of `AFTER_NUMBER` behind it a number may count a clause: `1)`, 一，, 第一：. */
const AFTER_NUMBER = unitsOf(',):');
/** A Chinese number that follows another word than these numbers nothing (形式单一，). */
const BEFORE_NUMBER = unitsOf('第是');

export function createTogether(lexicon: Lexicon, readWhole: ReadWhole): ReadTogether {
  const crosses = crossingMarks(lexicon.words);

  function aloneOf(piece: Piece): Alone {
    piece.alone ??= judged(readWhole(asNormalised(piece.text)));
    return piece.alone;
  }

  return (normalised) => {
    const { units, length } = normalised;
    const joined = new Joined(normalised);
    let kind: ClauseKind = 'start';
    let start = 0;
    for (let at = 0; at <= length; at++) {
      const unit = at < length ? units[at]! : 0;
      if (at < length && !isMark(unit)) continue;
      if (at < length && crosses(normalised, at)) return null;
      if (at > start && numberMark(normalised, start, start) === at + 1 - start) kind = 'number';
      else if (at > start) {
        const alone = aloneOf(lexicon.pieces(units, start, at));
        if (!alone.settled || (alone.reachesBack && joined.hits > 0)) return null;
        const clause = start + alone.clauses.at(-1)!.start;
        if (at < length && dependsOnNext(normalised, clause, at)) return null;
        joined.add(alone, start, kind);
        kind = kindAfter(unit);
      } else if (unit !== SPACE) kind = kindAfter(unit);
      start = at + 1;
    }
    return joined.reading();
  };
}

/** Whether a mark, after a clause from `start` on, says something else than that the clause ends. */
function dependsOnNext(normalised: Normalised, start: number, at: number): boolean {
  const mark = normalised.units[at]!;
  const before = normalised.units[at - 1]!;
  if (mark === SPACE) return before <= LAST_LATIN;
  if (mark === COMMA && endsTopic(normalised, start, at)) return true;
  if (!AFTER_NUMBER.has(mark)) return false;
  if (isDigit(before)) return true;
  if (!CHINESE_NUMBERS.has(before)) return false;
  const earlier = at - 1 > start ? normalised.units[at - 2]! : 0;
  return earlier < FIRST_HAN || CHINESE_NUMBERS.has(earlier) || BEFORE_NUMBER.has(earlier);
}

function judged(reading: WholeReading): Alone {
  const { normalised, cues, clauses, pieces, kept, denied, contained, kind } = reading;
  const { units, length } = normalised;
  const turns = cues.some((cue) => turnsOnNext(cue, normalised));
  const atEdge = units[0] === DOT || units[length - 1] === DOT;
  const over = CUE_BIT.over | CUE_BIT['over-both'];
  const elsewhere = CUE_BIT.deny | CUE_BIT.plenty;
  return {
    clauses: clauses.list,
    pieces,
    kept: orNone(kept),
    denied: orNone(denied),
    contained: orNone(contained),
    kind,
    settled:
      clauses.list.at(-1)?.end === length && !atEdge && !(turns && kept.length + denied.length > 0),
    reachesBack: cues.some(
      ({ kinds }) =>
        (kinds & CUE_BIT['over-both']) !== 0 || ((kinds & over) !== 0 && (kinds & elsewhere) === 0),
    ),
  };
}

const NONE: readonly never[] = [];

/** All empty lists are one. */
function orNone<One>(list: readonly One[]): readonly One[] {
  return list.length === 0 ? NONE : list;
}

/** Whether a word may stand across the mark at a place, by the units next to it. */
type Crosses = (normalised: Normalised, mark: number) => boolean;

/** So many units on either side of a mark are compared. */
const COMPARED = 2;
/** Stands for what is before a word that begins with a mark, or after one that ends with it. */
const NOTHING = 0;

/** What a word holds on either side of a mark; in order of position. */
interface Sides {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function crossingMarks(words: readonly string[]): Crosses {
  const known = new Map<number, Sides[]>();
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      if (!isMark(word.charCodeAt(at))) continue;
      const before = unitsIn(word, at - COMPARED, at);
      const after = unitsIn(word, at + 1, at + 1 + COMPARED);
      const key = two(before.at(-1) ?? NOTHING, after[0] ?? NOTHING);
      const list = known.get(key);
      if (list === undefined) known.set(key, [{ before, after }]);
      else list.push({ before, after });
    }
  }
  return (normalised, at) => {
    const { units, length } = normalised;
    const before = at > 0 ? units[at - 1]! : NOTHING;
    const after = at + 1 < length ? units[at + 1]! : NOTHING;
    const standsAt = (sides: Sides) => fits(sides, normalised, at);
    return (
      (known.get(two(before, after))?.some(standsAt) ?? false) ||
      (known.get(two(NOTHING, after))?.some(standsAt) ?? false) ||
      (known.get(two(before, NOTHING))?.some(standsAt) ?? false)
    );
  };
}

/** The units of a word from one place to another, as far as there are any. */
function unitsIn(word: string, from: number, to: number): readonly number[] {
  return word
    .slice(Math.max(0, from), to)
    .split('')
    .map((unit) => unit.charCodeAt(0));
}

function fits({ before, after }: Sides, { units, length }: Normalised, at: number): boolean {
  const first = at - before.length;
  if (first < 0 || at + after.length >= length) return false;
  return (
    before.every((unit, i) => units[first + i] === unit) &&
    after.every((unit, i) => units[at + 1 + i] === unit)
  );
}

/** Two units as one number. */
function two(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** Readings of pieces on their way to one. */
class Joined {
  readonly #kept: Hit[] = [];
  readonly #normalised: Normalised;
  readonly #clauses: Clause[] = [];
  readonly #pieces: Piece[] = [];
  readonly #denied: Reading['denied'][number][] = [];
  readonly #contained: Reading['contained'][number][] = [];
  #kind: AnswerKind = 'empty';

  constructor(normalised: Normalised) {
    this.#normalised = normalised;
  }

  /** Terms that count and denied ones so far. */
  get hits(): number {
    return this.#kept.length + this.#denied.length;
  }

  add(own: Alone, by: number, kind: ClauseKind): void {
    for (let i = 0; i < own.clauses.length; i++) {
      const clause = own.clauses[i]!;
      const begins = i === 0 && clause.kind === 'start' ? kind : clause.kind;
      this.#clauses.push({ start: clause.start + by, end: clause.end + by, kind: begins });
      this.#pieces.push(own.pieces[i]!);
    }
    for (const hit of own.kept) this.#kept.push(movedHit(hit, by));
    for (const { hit, denial } of own.denied) {
      this.#denied.push({
        hit: movedHit(hit, by),
        denial: { ...denial, by: movedSpan(denial.by, by) },
      });
    }
    for (const one of own.contained) {
      this.#contained.push({ hit: movedHit(one.hit, by), by: movedHit(one.by, by) });
    }
    if (own.kind === 'real' || this.#kind === 'empty') this.#kind = own.kind;
  }

  reading(): Reading {
    return {
      normalised: this.#normalised,
      clauses: clausesOf(this.#clauses),
      pieces: this.#pieces,
      kept: this.#kept,
      denied: this.#denied,
      contained: this.#contained,
      missed: [],
      kind: this.#kind,
    };
  }
}

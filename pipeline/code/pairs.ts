/**
 * Joins the words of pairs (`经费 + 不足`) that stand near each other in one clause.
 *
 * Time is linear in the words found: for each word only the latest occurrence of the other
 * parts is tried, which is also the nearest one before it.
 */

import { isWordUnit } from '../taxonomy/fold.ts';
import { type Clauses, clausesOf, LIST_COMMA, SPACE, unitsOf } from './clauses.ts';
import { type Hit, movedHit, type PartHits, type Span } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import { asNormalised, type Normalised } from './normalise.ts';
import type { Piece } from './pieces.ts';

/** Characters that may stand between two neighbouring words of a pair; see `isFar`. */
export const MAXIMUM_GAP = 12;

const MOST_PARTS = 3;
/** A Latin word is about as much text as so many Chinese characters. */
const WORD = 1.5;
/** A word with one of these is the statement, not the thing: its own list item is complete. */
const STATES = unitsOf('不没无未缺少难弱低差');

export interface PairFinder {
  /** Pairs in one clause. @param pieces the clauses as pieces */
  find(parts: PartHits, clauses: Clauses, pieces: readonly Piece[]): readonly Hit[];
  /** Pairs whose words are all there but too far apart or in different clauses. */
  findMissed(parts: PartHits, clauses: Clauses, normalised: Normalised, missed: Hit[]): void;
}

export function createPairFinder(lexicon: Lexicon): PairFinder {
  const { pairs, slots } = lexicon;
  const flat = flatten(slots);
  const whole = Uint8Array.from(pairs, ({ size }) => (1 << size) - 1);
  // Which parts of a pair an answer has, as bits; 0 again after it.
  const present = new Uint8Array(pairs.length);
  const touched = new Int32Array(pairs.length);
  // Of each pair's part the latest occurrence, of each pair the latest hit; -1: none so far.
  const latest = new Int32Array(pairs.length * MOST_PARTS).fill(-1);
  const lastHit = new Int32Array(pairs.length).fill(-1);

  return {
    find(parts, clauses, pieces) {
      const hits: Hit[] = [];
      for (const index of withPairs(parts, clauses)) {
        const piece = pieces[index]!;
        piece.pairs ??= findInText(piece.text);
        for (const hit of piece.pairs) hits.push(movedHit(hit, clauses.list[index]!.start));
      }
      return hits;
    },
    findMissed(parts, clauses, normalised, missed) {
      join(parts, clauses, normalised, missed);
    },
  };

  /** The pairs of a clause that stands by itself. */
  function findInText(clause: string): readonly Hit[] {
    const own = asNormalised(clause);
    const alone = clausesOf([{ start: 0, end: clause.length, kind: 'start' }]);
    return join(lexicon.scan(own).parts, alone, own);
  }

  /** @param missed if given, receives pairs whose words do not stand together */
  function join(parts: PartHits, clauses: Clauses, normalised: Normalised, missed?: Hit[]): Hit[] {
    const hits: Hit[] = [];
    const count = markPresent(parts);
    if (clearIncomplete(count)) {
      for (let index = 0; index < parts.length; index++) {
        const word = parts.word[index]!;
        for (let slot = flat.first[word]!; slot < flat.first[word + 1]!; slot++) {
          const pair = flat.pair[slot]!;
          if (present[pair] !== 0) take(index, pair, flat.part[slot]!);
        }
      }
      for (let i = 0; i < count; i++) present[touched[i]!] = 0;
    }
    return hits;

    function take(index: number, pair: number, part: number): void {
      const current = { start: parts.start[index]!, end: parts.end[index]! };
      if (lastHit[pair]! >= 0 && lengthened(hits, lastHit[pair]!, current)) return;
      latest[pair * MOST_PARTS + part] = index;
      const spans = together(pair);
      if (spans === null) return;
      const hit = hitOf(pairs[pair]!.code, spans);
      if (isNear(spans, clauses, normalised)) {
        lastHit[pair] = hits.push(hit) - 1;
        latest.fill(-1, pair * MOST_PARTS, (pair + 1) * MOST_PARTS);
      } else missed?.push(hit);
    }

    /** The latest occurrence of every part, in order of position, if there is one of each. */
    function together(pair: number): Span[] | null {
      const spans: Span[] = [];
      for (let part = 0; part < pairs[pair]!.size; part++) {
        const at = latest[pair * MOST_PARTS + part]!;
        if (at < 0) return null;
        spans.push({ start: parts.start[at]!, end: parts.end[at]! });
      }
      return spans.sort((a, b) => a.start - b.start);
    }
  }

  /** Notes the parts of an answer; returns how many pairs they touch. */
  function markPresent({ length, word }: PartHits): number {
    let count = 0;
    for (let i = 0; i < length; i++) {
      const end = flat.first[word[i]! + 1]!;
      for (let slot = flat.first[word[i]!]!; slot < end; slot++) {
        const pair = flat.pair[slot]!;
        if (present[pair] === 0) touched[count++] = pair;
        present[pair]! |= 1 << flat.part[slot]!;
      }
    }
    return count;
  }

  /** Leaves marks only on pairs that have all their parts; false if there are none. */
  function clearIncomplete(count: number): boolean {
    let complete = false;
    for (let i = 0; i < count; i++) {
      const pair = touched[i]!;
      if (present[pair] !== whole[pair]) {
        present[pair] = 0;
        continue;
      }
      complete = true;
      latest.fill(-1, pair * MOST_PARTS, (pair + 1) * MOST_PARTS);
      lastHit[pair] = -1;
    }
    return complete;
  }
}

/** Clauses that hold two words of pairs or more. */
function withPairs(parts: PartHits, { list, at }: Clauses): readonly number[] {
  const counts = new Uint8Array(list.length);
  for (let i = 0; i < parts.length; i++) {
    const index = at(parts.start[i]!);
    if (index < list.length && counts[index]! < 2) counts[index]! += 1;
  }
  return [...list.keys()].filter((index) => counts[index] === 2);
}

/** The slots of all words in a row; those of word w are `first[w]` to `first[w + 1]`. */
function flatten(slots: Lexicon['slots']) {
  const first = new Int32Array(slots.length + 1);
  slots.forEach((own, word) => {
    first[word + 1] = first[word]! + own.length;
  });
  const all = slots.flat();
  return {
    first,
    pair: Int32Array.from(all, (slot) => slot.pair),
    part: Uint8Array.from(all, (slot) => slot.part),
  };
}

/** 没 and then 没有 at the same place: the longer word replaces the shorter one in its hit. */
function lengthened(hits: Hit[], index: number, part: Span): boolean {
  const hit = hits[index]!;
  const same = hit.parts.findIndex((one) => one.start === part.start && one.end < part.end);
  if (same < 0) return false;
  const next = hit.parts[same + 1];
  if (next !== undefined && part.end > next.start) return false;
  const parts = hit.parts.map((one, at) => (at === same ? spanOf(part) : one));
  hits[index] = hitOf(hit.code, parts);
  return true;
}

function hitOf(code: number, parts: readonly Span[]): Hit {
  return {
    code,
    kind: 'pair',
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    parts: parts.map(spanOf),
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function isNear(spans: readonly Span[], clauses: Clauses, normalised: Normalised): boolean {
  for (let i = 1; i < spans.length; i++) {
    const left = spans[i - 1]!;
    const right = spans[i]!;
    if (right.start < left.end || isFar(left.end, right.start, normalised)) return false;
    if (crossesItems(left, right, normalised)) return false;
  }
  return clauses.at(spans[0]!.start) === clauses.at(spans.at(-1)!.end - 1);
}

/** Whether more than `MAXIMUM_GAP` characters lie between; a Latin word counts as `WORD`, a blank not. */
function isFar(from: number, to: number, { units }: Normalised): boolean {
  let gap = 0;
  for (let at = from; at < to && gap <= MAXIMUM_GAP; at++) {
    const unit = units[at]!;
    if (!isWordUnit(unit)) gap += unit === SPACE ? 0 : 1;
    else if (at === from || !isWordUnit(units[at - 1]!)) gap += WORD;
  }
  return gap > MAXIMUM_GAP;
}

/**
 * Across a list comma only a bare item shares its neighbour's statement: 经费、场地不足 says that
 * funds are short, 经费充足、人手不足 does not.
 */
function crossesItems(left: Span, right: Span, { units }: Normalised): boolean {
  let comma = false;
  for (let at = left.end; at < right.start; at++) if (units[at] === LIST_COMMA) comma = true;
  if (!comma) return false;
  if (units[left.end] === LIST_COMMA) return states(left, units);
  return units[right.start - 1] !== LIST_COMMA || states(right, units);
}

function states({ start, end }: Span, units: Uint16Array): boolean {
  for (let at = start; at < end; at++) if (STATES.has(units[at]!)) return true;
  return false;
}

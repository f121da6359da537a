/**
 * Joins the words of pairs (`经费 + 不足`) that stand near each other in one clause.
 *
 * Time is linear in the words found: for each word only the latest occurrence of the other
 * parts is tried, which is also the nearest one before it.
 */

import type { Clauses } from './clauses.ts';
import type { Hit, PartHit, Span } from './found.ts';
import type { Pair } from './lexicon.ts';
import type { Normalised } from './normalise.ts';

/** Units that may stand between two neighbouring words of a pair. */
export const MAXIMUM_GAP = 12;

const MOST_PARTS = 3;
const LIST_COMMA = 0x3001;
/** A word with one of these is the statement, not the thing: its own list item is complete. */
const STATES = new Set([...'不没无未缺少难弱低差'].map((one) => one.charCodeAt(0)));

export interface PairFinder {
  /** `missed`, if given, receives pairs whose words are all there but too far apart. */
  find(parts: readonly PartHit[], clauses: Clauses, normalised: Normalised, missed?: Hit[]): Hit[];
}

export function createPairFinder(pairs: readonly Pair[]): PairFinder {
  // Of each pair's part the latest occurrence, as its index + offset; smaller values are stale.
  const latest = new Float64Array(pairs.length * MOST_PARTS).fill(-1);
  const lastHit = new Float64Array(pairs.length).fill(-1);
  let offset = 0;

  return {
    find(parts, clauses, normalised, missed) {
      const hits: Hit[] = [];
      for (const [index, part] of parts.entries()) {
        for (const { pair, part: slot } of part.word.slots) {
          const known = lastHit[pair]! - offset;
          if (known >= 0 && lengthened(hits, known, part)) continue;
          latest[pair * MOST_PARTS + slot] = offset + index;
          const spans = together(pair, part);
          if (spans === null) continue;
          const hit = hitOf(pairs[pair]!.code, spans);
          if (isNear(spans, clauses, normalised)) {
            lastHit[pair] = offset + hits.push(hit) - 1;
            latest.fill(-1, pair * MOST_PARTS, (pair + 1) * MOST_PARTS);
          } else missed?.push(hit);
        }
      }
      offset += parts.length + 1;
      return hits;

      /** The latest occurrence of every part, in order of position, if there is one of each. */
      function together(pair: number, current: Span): Span[] | null {
        const spans: Span[] = [];
        for (let slot = 0; slot < pairs[pair]!.size; slot++) {
          const at = latest[pair * MOST_PARTS + slot]! - offset;
          if (at < 0) return null;
          const { start, end } = parts[at]!;
          spans.push(start === current.start && end === current.end ? current : { start, end });
        }
        return spans.sort((a, b) => a.start - b.start);
      }
    },
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
    if (right.start < left.end || right.start - left.end > MAXIMUM_GAP) return false;
    if (crossesItems(left, right, normalised)) return false;
  }
  return clauses.at(spans[0]!.start) === clauses.at(spans.at(-1)!.end - 1);
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

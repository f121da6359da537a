/** Which of overlapping hits and cues count. */

import { CUE_BIT } from './cues.ts';
import type { Cue, Hit, Span } from './found.ts';

export interface Settled {
  /** In order of `start`. */
  readonly kept: readonly Hit[];
  /** Hits inside a longer literal of another code, with that literal. */
  readonly contained: readonly { readonly hit: Hit; readonly by: Hit }[];
}

/**
 * Settles hits that lie inside others.
 *
 * - Same code: the longest counts, the rest is dropped without a word.
 * - Another code: a hit inside a longer literal is `contained` (缺人 in 没人缺人手), as the
 *   longer wording is the more precise one, and so is a pair that spans just a literal; a
 *   pair itself rules nothing out.
 * - Hits that merely overlap all count.
 */
export function settleHits(hits: readonly Hit[]): Settled {
  if (hits.length === 1) return { kept: hits, contained: [] };
  const sorted = [...hits].sort(byStartThenLength);
  const kept: Hit[] = [];
  const contained: { hit: Hit; by: Hit }[] = [];
  const reachOfCode = new Map<number, number>();
  let literal: Hit | null = null;
  for (const hit of sorted) {
    if ((reachOfCode.get(hit.code) ?? -1) >= hit.end) continue;
    if (literal !== null && literal.end >= hit.end && isSurer(literal, hit)) {
      contained.push({ hit, by: literal });
      continue;
    }
    reachOfCode.set(hit.code, hit.end);
    kept.push(hit);
    if (hit.kind === 'literal' && (literal === null || hit.end > literal.end)) literal = hit;
  }
  return { kept, contained };
}

/**
 * Hits without those that are a misreading: in 没有经费不足的问题 the words 没有经费 are no unit,
 * since 没有 goes with what begins inside them and reaches beyond, 经费不足.
 */
export function withoutMisread(
  hits: readonly Hit[],
  cues: readonly Cue[],
  isFiller: (start: number, end: number) => boolean,
): readonly Hit[] {
  if (hits.length < 2 || cues.length === 0) return hits;
  const sorted = [...hits].sort(byStartThenLength);
  const denials = new Map<number, Cue>();
  for (const cue of cues) {
    const longer = cue.end > (denials.get(cue.start)?.end ?? 0);
    if ((cue.kinds & CUE_BIT['deny-near']) !== 0 && longer) denials.set(cue.start, cue);
  }
  if (denials.size === 0) return hits;
  return sorted.filter((hit, index) => {
    const denial = denials.get(hit.start);
    if (denial === undefined || denial.end >= hit.end) return true;
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]!;
      if (other.start >= hit.end) break;
      const reachesOn = other.start >= denial.end && other.end > hit.end;
      if (reachesOn && isFiller(denial.end, other.start)) return false;
    }
    return true;
  });
}

/** Cues in order of `start`, without those inside a longer cue or inside a literal hit. */
export function settleCues(cues: readonly Cue[], literals: readonly Hit[]): readonly Cue[] {
  if (cues.length === 0) return cues;
  const kept: Cue[] = [];
  const hits = [...literals].sort(byStartThenLength);
  let cueReach = -1;
  let hitReach = -1;
  let next = 0;
  for (const cue of [...cues].sort(byStartThenLength)) {
    for (; next < hits.length && hits[next]!.start <= cue.start; next++) {
      hitReach = Math.max(hitReach, hits[next]!.end);
    }
    if (cue.end > cueReach && cue.end > hitReach) kept.push(cue);
    cueReach = Math.max(cueReach, cue.end);
  }
  return kept;
}

/** By start, the longest first, a literal before a pair. */
function byStartThenLength(a: Span & { kind?: string }, b: Span & { kind?: string }): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return b.end - a.end;
  return a.kind === b.kind ? 0 : a.kind === 'literal' ? -1 : 1;
}

function isSurer(literal: Hit, hit: Hit): boolean {
  return hit.kind === 'pair' || literal.end - literal.start > hit.end - hit.start;
}

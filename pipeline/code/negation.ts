/**
 * Whether a hit is denied by the words around it, and by which.
 *
 * Only words outside the hit count: 没有经费 and 不重视 begin with a negation and state a problem.
 * Two denials in a row cancel out (并非没有经费不足的问题).
 */

import type { Clause, Clauses } from './clauses.ts';
import { CUE_BIT } from './cues.ts';
import type { Cue, Hit, Span } from './found.ts';
import { isFiller, isSubject, leadsToAssurance, refersBack } from './gaps.ts';
import { type Normalised, textOf } from './normalise.ts';

/** Everything about one answer that the rules look at; cues in order of `start`. */
export interface Setting {
  readonly normalised: Normalised;
  readonly clauses: Clauses;
  readonly cues: readonly Cue[];
}

type Contrast = 'instead' | 'both' | 'no';

export interface Denial {
  readonly reason: 'denied' | 'contrast';
  readonly by: Span;
}

/** A strong denial reaches this far. */
const REACH = 24;
const NEAR = 12;
/** Over a list of denied hits a denial may reach farther, but not without end. */
const FARTHEST = 120;
/** So many clauses on, 问题解决了 still speaks of a hit. */
const SOON = 3;
/** After a hit: the clause speaks of a problem, so that who has it may stand before the hit. */
const NAMED_AS_PROBLEM = /^.{0,4}(?:问题|现象|情况|状况|行为|苗头|倾向|困难|的说法)/;
/** After 解决了: not all of it. */
const PARTLY = /^了?(?:一半|一部分|部分|一些|大半|一点|不少|很多)/;
const SUGGESTS = /希望|建议|确保|要|应|需|期待|盼|争取|加大|增加|加强|提高/;
const STATES_LACK = /[不没无未缺少难弱低差]/;
const WEAKENED = /[不没未欠缺少难无待需要应求]/;
const TURNS = /(?:不是|[并绝]非|不在于)$/;
const INSTEAD =
  /^(?:而是|而在于?|是(?![不否]|吗|吧|的)|(?:实在|其实|主要|关键|确实|真的|纯粹|完全|根本|更多|恰恰|反而)是)/;
const NEITHER = /^[也更又并都]?(?:不是|[并绝]非|不在于)/;
const OPPOSITE = /^(?:就是|便是|就|便)/;
/** Before 不 these make another word or a mere suggestion: 得不…, 要不, 差不多. */
const NOT_BEFORE_NO = /(?:[得要好差是管莫]|(?<!从)来)$/;

/** The words that deny `hit`, or null. `before` are hits already found denied, in order. */
export function denialOf(hit: Hit, setting: Setting, before: readonly Hit[]): Denial | null {
  const index = setting.clauses.at(hit.start);
  const clause = setting.clauses.list[index];
  if (clause === undefined) return null;
  return (
    deniedBefore(hit, clause, setting, before) ??
    (setting.cues.length === 0
      ? null
      : (overAfter(hit, clause, index, setting) ?? assured(hit, clause, setting)))
  );
}

function deniedBefore(
  hit: Hit,
  clause: Clause,
  setting: Setting,
  before: readonly Hit[],
): Denial | null {
  const { normalised, cues } = setting;
  for (const target of hit.parts) {
    for (let at = lastBefore(cues, target.start); at >= 0; at--) {
      const cue = cues[at]!;
      if (cue.start < clause.start || target.start - cue.end > FARTHEST) break;
      if (cue.end > target.start || liesIn(cue, hit.parts)) continue;
      // Between the words of a pair only what directly precedes the later word denies it.
      if (cue.start < hit.start && target !== hit.parts[0]) break;
      const bridge = bridgeStart(cue, target.start, before, normalised);
      const contrasted = isContrast(cue, clause, setting);
      const isNear =
        contrasted === 'instead'
          ? target.start - bridge <= REACH
          : reaches(cue, bridge, target, hit, clause, setting);
      if (!isNear) continue;
      if (isEven(at, clause, setting)) return null;
      if (contrasted === 'both') continue;
      return { reason: contrasted === 'instead' ? 'contrast' : 'denied', by: cue };
    }
  }
  return plainNo(hit, clause, setting);
}

/** 不缺钱, 经费不缺: a plain 不 directly before the hit or one of its words. */
function plainNo(hit: Hit, clause: Clause, { normalised }: Setting): Denial | null {
  for (const part of hit.parts) {
    const no = { start: part.start - 1, end: part.start };
    if (no.start < clause.start || normalised.units[no.start] !== 0x4e0d) continue;
    if (liesIn(no, hit.parts)) continue;
    const earlier = textOf(normalised, Math.max(clause.start, no.start - 2), no.start);
    if (!NOT_BEFORE_NO.test(earlier)) return { reason: 'denied', by: no };
  }
  return null;
}

/** Whether a cue before `target` reaches it. */
function reaches(
  cue: Cue,
  from: number,
  target: Span,
  hit: Hit,
  clause: Clause,
  { normalised }: Setting,
): boolean {
  const gap = target.start - from;
  if ((cue.kinds & CUE_BIT.deny) !== 0) return gap <= REACH;
  if ((cue.kinds & (CUE_BIT['deny-near'] | CUE_BIT['over-both'])) === 0 || gap > NEAR) return false;
  const between = textOf(normalised, from, target.start);
  if (isFiller(between)) return true;
  return (
    isSubject(between) &&
    NAMED_AS_PROBLEM.test(textOf(normalised, hit.end, Math.min(clause.end, hit.end + 8)))
  );
}

/** Where the gap begins: after a denied hit that the same cue covers (没有经费不足、人手不够). */
function bridgeStart(
  cue: Cue,
  target: number,
  before: readonly Hit[],
  normalised: Normalised,
): number {
  const last = before.at(-1);
  if (last === undefined || last.start < cue.end || last.end > target) return cue.end;
  return isFiller(textOf(normalised, last.end, target)) ? last.end : cue.end;
}

/** True if another denial stands directly before this one, so that the two cancel out. */
function isEven(at: number, clause: Clause, { cues, normalised }: Setting): boolean {
  let count = 1;
  for (let next = at; next > 0; next--) {
    const earlier = cues[next - 1]!;
    const denies = earlier.kinds & (CUE_BIT.deny | CUE_BIT['deny-near']);
    if (earlier.start < clause.start || denies === 0) break;
    if (!isFiller(textOf(normalised, earlier.end, cues[next]!.start))) break;
    // 从来没有 and 没有出现 in 从来没有出现 are one denial.
    if (earlier.end <= cues[next]!.start) count += 1;
  }
  return count % 2 === 0;
}

/** Whether what a word denies is known only when the next clauses are: 不是, 并非; 要不是 denies nothing. */
export function turnsOnNext({ end, kinds }: Cue, normalised: Normalised): boolean {
  const denies = (kinds & CUE_BIT['deny-near']) !== 0;
  return denies && TURNS.test(textOf(normalised, Math.max(0, end - 3), end));
}

/** 不是 A 而是 B, 不是 A、也不是 B, 是 C deny A; 不是 A 就是 B asserts both. */
function isContrast(cue: Cue, clause: Clause, { clauses, normalised }: Setting): Contrast {
  if (!turnsOnNext(cue, normalised)) return 'no';
  for (let at = clauses.at(clause.end); at < clauses.list.length; at++) {
    const { kind, start, end } = clauses.list[at]!;
    if (kind === 'stop') return 'no';
    const words = textOf(normalised, start, Math.min(end, start + 6));
    if (OPPOSITE.test(words)) return 'both';
    if (INSTEAD.test(words)) return 'instead';
    if (!NEITHER.test(words)) return 'no';
  }
  return 'no';
}

/** 经费不足的问题已解决, or so said in the next clause. */
function overAfter(
  hit: Hit,
  clause: Clause,
  index: number,
  { cues, clauses, normalised }: Setting,
): Denial | null {
  const next = clauses.list[index + 1];
  for (let at = lastBefore(cues, hit.end) + 1; at < cues.length; at++) {
    const cue = cues[at]!;
    if (cue.start < hit.end) continue;
    if (cue.start >= clause.end && (next === undefined || cue.start > next.start + NEAR)) break;
    if (cue.start < clause.end && cue.start > hit.end + NEAR) {
      at = Math.max(at, lastBefore(cues, clause.end));
      continue;
    }
    const over = CUE_BIT.over | CUE_BIT['over-both'];
    const atEnd = cue.end >= clause.end - 1 && cue.start < clause.end;
    if ((cue.kinds & (atEnd ? over | CUE_BIT['over-end'] : over)) === 0) continue;
    if (PARTLY.test(textOf(normalised, cue.end, Math.min(normalised.length, cue.end + 4))))
      continue;
    const near =
      cue.start < clause.end
        ? cue.start - hit.end <= NEAR
        : (cue.kinds & CUE_BIT.deny) === 0 &&
          (cue.kinds & CUE_BIT.plenty) === 0 &&
          refersBack(textOf(normalised, next!.start, Math.min(cue.start, next!.start + NEAR)));
    if (near) return { reason: 'denied', by: cue };
  }
  return settledLater(index, { cues, clauses, normalised });
}

/** 去年还缺经费，今年财政列了预算，问题解决了: a clause soon after says nothing but that it is over. */
function settledLater(index: number, { cues, clauses, normalised }: Setting): Denial | null {
  for (const clause of clauses.list.slice(index + 1, index + 1 + SOON)) {
    if (clause.kind !== 'comma' && clause.kind !== 'space') return null;
    const cue = cues[lastBefore(cues, clause.start) + 1];
    if (cue === undefined || cue.start >= clause.end || cue.end < clause.end - 1) continue;
    if ((cue.kinds & CUE_BIT['over-both']) === 0) continue;
    if (refersBack(textOf(normalised, clause.start, cue.start)))
      return { reason: 'denied', by: cue };
  }
  return null;
}

/** 经费有保障: what is said to be well supplied is no problem, unless it is only wished for. */
function assured(hit: Hit, clause: Clause, { cues, normalised }: Setting): Denial | null {
  const anchor = hit.parts[0]!;
  const named = textOf(normalised, anchor.start, anchor.end);
  if (STATES_LACK.test(named)) return null;
  for (let at = lastBefore(cues, anchor.end) + 1; at < cues.length; at++) {
    const cue = cues[at]!;
    if (cue.start < anchor.end) continue;
    if (cue.end > clause.end || cue.start - anchor.end > NEAR) break;
    if ((cue.kinds & CUE_BIT.plenty) === 0 || liesIn(cue, hit.parts)) continue;
    if (!leadsToAssurance(textOf(normalised, anchor.end, cue.start))) continue;
    if (WEAKENED.test(textOf(normalised, Math.max(anchor.end, cue.start - 2), cue.start))) continue;
    if (
      SUGGESTS.test(textOf(normalised, Math.max(clause.start, anchor.start - REACH), anchor.start))
    )
      continue;
    return { reason: 'denied', by: cue };
  }
  return null;
}

/** Index of the last cue that starts before a position, or -1. */
function lastBefore(cues: readonly Cue[], position: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.start < position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function liesIn(cue: Span, parts: readonly Span[]): boolean {
  return parts.some((part) => cue.start < part.end && part.start < cue.end);
}

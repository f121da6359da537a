/**
 * Splits a normalised answer into clauses: the reach of pairs and of denials.
 *
 * A clause ends at punctuation, a line break, a blank between Chinese words, a numbering mark
 * (一是, 第一, 1. (2) ①) and before a contrast word (但是, 就是). The list comma 、 does not end
 * it (经费、场地不足), nor does a comma after a mere topic (经费方面，不足).
 */

import { CUE_BIT } from './cues.ts';
import type { Cue, Span } from './found.ts';
import type { Normalised } from './normalise.ts';

/** What a clause begins with. */
export type ClauseKind = 'start' | 'stop' | 'comma' | 'space' | 'number' | 'contrast';

export interface Clause extends Span {
  readonly kind: ClauseKind;
}

/** Never empty clauses; marks and punctuation lie between them. */
export interface Clauses {
  readonly list: readonly Clause[];
  /** Index of the clause that holds a position, or of the next one. */
  at(position: number): number;
}

/** The units of a text, as a set. */
export function unitsOf(text: string): ReadonlySet<number> {
  return new Set([...text].map((one) => one.charCodeAt(0)));
}

const STOPS = unitsOf('。!?;\n|｡…~');
const COMMAS = unitsOf(',:()[]{}【】〔〕—–→↵<>');
export const SPACE = 0x20;
export const COMMA = 0x2c;
export const LIST_COMMA = 0x3001;
export const DOT = 0x2e;
export const CHINESE_NUMBERS = unitsOf('一二三四五六七八九十');
const TOPIC_ENDS = ['方面', '来说', '来讲', '而言', '角度', '的话', '这块'];
/** Before 一是 these make another word: 统一是, 唯一是. */
const NOT_BEFORE_NUMBER = unitsOf('统唯同专单第之有万');
/** After 其 these number a clause: 其一, 其次. */
const NUMBERED_BY_QI = unitsOf('一二三四次');

/** What a mark between clauses makes of the next one; see `isMark`. */
export function kindAfter(mark: number): ClauseKind {
  return STOPS.has(mark) ? 'stop' : mark === SPACE ? 'space' : 'comma';
}

const marks = new Uint8Array(0x10000);
for (const mark of [...STOPS, ...COMMAS, SPACE]) marks[mark] = 1;

/** Whether a unit ends a clause almost wherever it stands. */
export function isMark(unit: number): boolean {
  return marks[unit] === 1;
}

export function splitClauses(normalised: Normalised, cues: readonly Cue[]): Clauses {
  const { units, length } = normalised;
  const contrasts = cues.filter((cue) => (cue.kinds & CUE_BIT.contrast) !== 0);
  const list: Clause[] = [];
  let start = 0;
  let kind: ClauseKind = 'start';
  let nextContrast = 0;

  const close = (end: number, begin: number, next: ClauseKind): void => {
    const clause = trim(normalised, start, end, kind);
    if (clause !== null) list.push(clause);
    // A mark straight after another keeps the more telling kind: "; 1." is numbered.
    kind = clause === null && next === 'space' ? kind : next;
    start = begin;
  };

  for (let at = 0; at < length; ) {
    while (nextContrast < contrasts.length && contrasts[nextContrast]!.start < at) nextContrast++;
    if (contrasts[nextContrast]?.start === at) close(at, at, 'contrast');
    const unit = units[at]!;
    const mark = numberMark(normalised, at, start);
    if (mark > 0) {
      close(at, at + mark, 'number');
      at += mark;
      continue;
    }
    if (STOPS.has(unit) || (unit === DOT && !betweenLatin(normalised, at))) {
      close(at, at + 1, 'stop');
    } else if (COMMAS.has(unit) && !(unit === COMMA && endsTopic(normalised, start, at))) {
      close(at, at + 1, 'comma');
    } else if (unit === SPACE && !betweenLatin(normalised, at)) {
      close(at, at + 1, 'space');
    }
    at += 1;
  }
  close(length, length, 'stop');
  return clausesOf(list);
}

/** @param list in order of position */
export function clausesOf(list: readonly Clause[]): Clauses {
  return { list, at: (position) => clauseAt(list, position) };
}

/** Length of the numbering mark that stands at a position, or 0. */
export function numberMark({ units, length }: Normalised, at: number, clauseStart: number): number {
  const unit = units[at]!;
  if (isCircled(unit)) return 1;
  const before = at > 0 ? units[at - 1]! : 0;
  const next = at + 1 < length ? units[at + 1]! : 0;
  if (CHINESE_NUMBERS.has(unit)) {
    if (next === 0x662f && !NOT_BEFORE_NUMBER.has(before)) return 2; // 一是
    if (next === LIST_COMMA && (at === clauseStart || before === LIST_COMMA)) return 2; // 一、
    if (at === clauseStart && (next === DOT || next === COMMA || next === 0x29)) return 2; // 一.
    return 0;
  }
  // 第一, 第二: numbering at the beginning of a clause only (第一书记 is a post).
  if (unit === 0x7b2c && at === clauseStart && CHINESE_NUMBERS.has(next)) {
    const after = units[at + 2];
    if (at + 2 < length && (after === COMMA || after === LIST_COMMA || after === 0x3a)) return 3;
    return 0;
  }
  if (unit === 0x5176 && at === clauseStart && NUMBERED_BY_QI.has(next)) return 2; // 其一, 其次
  if (!isDigit(unit) || isDigit(before) || before === DOT) return 0;
  return digitMark(units, length, at, before);
}

/** `1.`, `2、`, `3)`: up to two digits, a mark, and no digit after it (2.5, 2、3人 are none). */
function digitMark(units: Uint16Array, length: number, at: number, before: number): number {
  if (before >= 0x61 && before <= 0x7a) return 0;
  let end = at + 1;
  if (end < length && isDigit(units[end]!)) end += 1;
  if (end >= length) return 0;
  const mark = units[end]!;
  const marks = mark === DOT || mark === LIST_COMMA || mark === 0x29 || mark === 0x3a;
  if (!marks || (end + 1 < length && isDigit(units[end + 1]!))) return 0;
  return end + 1 - at;
}

function isCircled(unit: number): boolean {
  return (
    (unit >= 0x2460 && unit <= 0x2473) ||
    (unit >= 0x24ea && unit <= 0x24ff) ||
    (unit >= 0x2776 && unit <= 0x2793) ||
    (unit >= 0x3280 && unit <= 0x3289)
  );
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** A blank or dot inside Latin text or a number parts nothing. */
function betweenLatin({ units, length }: Normalised, at: number): boolean {
  if (at === 0 || at + 1 >= length) return false;
  const before = units[at - 1]!;
  const after = units[at + 1]!;
  return before < 0x250 && before > 0x2f && after < 0x250 && after > 0x2f;
}

/** Whether what stands before a comma only names a topic (经费方面，…). */
export function endsTopic({ units }: Normalised, start: number, at: number): boolean {
  if (at - start < 3 || at - start > 12) return false;
  const last = String.fromCharCode(units[at - 2]!, units[at - 1]!);
  return TOPIC_ENDS.includes(last);
}

function trim({ units }: Normalised, from: number, to: number, kind: ClauseKind): Clause | null {
  let start = from;
  let end = to;
  const blank = (unit: number) => unit === SPACE || unit === LIST_COMMA;
  while (start < end && blank(units[start]!)) start += 1;
  while (end > start && blank(units[end - 1]!)) end -= 1;
  return start < end ? { start, end, kind } : null;
}

function clauseAt(list: readonly Clause[], position: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

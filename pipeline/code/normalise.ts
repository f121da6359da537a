/**
 * The copy of an answer that is matched, and the way back to the answer's own words.
 *
 * `fold.ts` says which characters count as the same; here runs of one punctuation mark or of
 * blanks also become one. The respondent's text itself is never changed.
 */
import { foldCharacter, isWordUnit, stemOf } from '../taxonomy/fold.ts';

/**
 * A normalised answer in reusable arrays; entries from `length` on are left over from others.
 *
 * Unit i stands for `answer.slice(from[i], to[i])`: never empty, never half a surrogate pair,
 * and both bounds never decrease with i.
 */
export interface Normalised {
  /** UTF-16 units. */
  units: Uint16Array;
  length: number;
  from: Int32Array;
  to: Int32Array;
}

/** Longer runs of letters are no words. */
/** Chinese characters among the units; what is above the last is of other scripts, and wide marks. */
export const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

export function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN;
}

const LONGEST_WORD = 40;
const UNKNOWN = 0;
const DROPPED = -1;
const SEVERAL = -2;

/** BMP unit -> its folded unit, DROPPED or SEVERAL; filled as characters turn up. */
const single = new Int32Array(0x10000);
/** Code points whose folded form is not one unit. */
const several = new Map<number, string>();

const REPEATABLE = /[\p{P}\p{S}\s]/u;
/** 1 if a run of this unit becomes one, 2 if not, 0 if not yet known. */
const repeatable = new Uint8Array(0x10000);

export function emptyNormalised(capacity = 256): Normalised {
  return {
    units: new Uint16Array(capacity),
    length: 0,
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
  };
}

/**
 * Normalises `answer` into `out` (or a new one) and returns it.
 *
 * @example textOf(normalise('經費　不足！！')) // '经费 不足!'
 */
export function normalise(answer: string, out: Normalised = emptyNormalised()): Normalised {
  out.length = 0;
  const size = answer.length;
  reserve(out, size);
  let room = out.units.length;
  for (let at = 0; at < size; ) {
    const unit = answer.charCodeAt(at);
    const folded = single[unit]! || learn(unit);
    if (folded > 0) {
      append(out, folded, at, at + 1);
      at += 1;
    } else if (folded === DROPPED) {
      at += 1;
    } else {
      const point = answer.codePointAt(at)!;
      const end = at + (point > 0xffff ? 2 : 1);
      const text = foldedPoint(point);
      if (out.length + text.length + (size - at) > room) {
        reserve(out, (out.length + text.length + (size - at)) * 2);
        room = out.units.length;
      }
      for (let i = 0; i < text.length; i++) append(out, text.charCodeAt(i), at, end);
      at = end;
    }
  }
  cutToStems(out);
  return out;
}

/** Puts the stem in the place of each English word; the stem's last unit stands for the rest of it. */
function cutToStems(out: Normalised): void {
  const { units, from, to, length } = out;
  let at = 0;
  while (at < length && !isWordUnit(units[at]!)) at += 1;
  if (at === length) return;
  let kept = at;
  while (at < length) {
    const start = at;
    while (at < length && isWordUnit(units[at]!)) at += 1;
    const size = at - start;
    if (size > 0) {
      const stem = size > LONGEST_WORD ? null : stemOf(textOf(out, start, at));
      const left = stem?.length ?? size;
      for (let i = 0; i < left; i++, kept++) {
        units[kept] = stem === null ? units[start + i]! : stem.charCodeAt(i);
        from[kept] = from[start + i]!;
        to[kept] = to[i === left - 1 ? at - 1 : start + i]!;
      }
    } else {
      units[kept] = units[at]!;
      from[kept] = from[at]!;
      to[kept] = to[at]!;
      kept += 1;
      at += 1;
    }
  }
  out.length = kept;
}

/** What two answers with the same words have in common, whatever their script, width or outer blanks. */
export function answerKey(answer: string): string {
  return keyOf(normalise(answer));
}

/** The same of an answer normalised already. */
export function keyOf(normalised: Normalised): string {
  return textOf(normalised).trim();
}

/** A text that is folded already, e.g. one clause, to be matched by itself; it leads to no answer. */
export function asNormalised(folded: string): Normalised {
  const own = emptyNormalised(folded.length);
  for (let i = 0; i < folded.length; i++) own.units[i] = folded.charCodeAt(i);
  own.length = folded.length;
  return own;
}

/** The normalised text, or a part of it, as a string. */
export function textOf(normalised: Normalised, start = 0, end = normalised.length): string {
  return textOfUnits(normalised.units, start, end);
}

export function textOfUnits(units: Uint16Array, start: number, end: number): string {
  let text = '';
  // In pieces: an argument list cannot be arbitrarily long.
  for (let at = start; at < end; at += 4096) {
    text += fromUnits(units.subarray(at, Math.min(end, at + 4096)));
  }
  return text;
}

/** `apply` on a typed array is several times as fast as spreading it. */
function fromUnits(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

function append(out: Normalised, unit: number, from: number, to: number): void {
  const last = out.length - 1;
  if (last >= 0 && out.units[last] === unit && isRepeatable(unit)) {
    out.to[last] = to;
    return;
  }
  out.units[out.length] = unit;
  out.from[out.length] = from;
  out.to[out.length] = to;
  out.length += 1;
}

function isRepeatable(unit: number): boolean {
  let known = repeatable[unit]!;
  if (known === 0) {
    known = REPEATABLE.test(String.fromCharCode(unit)) ? 1 : 2;
    repeatable[unit] = known;
  }
  return known === 1;
}

/** Settles how a unit is folded the first time it is seen. */
function learn(unit: number): number {
  let value = SEVERAL;
  if (unit < 0xd800 || unit > 0xdfff) {
    const text = foldCharacter(String.fromCharCode(unit));
    if (text === '') value = DROPPED;
    else if (text.length === 1) value = text.charCodeAt(0);
  }
  single[unit] = value;
  return value === UNKNOWN ? DROPPED : value;
}

function foldedPoint(point: number): string {
  let text = several.get(point);
  if (text === undefined) {
    text = foldCharacter(String.fromCodePoint(point));
    several.set(point, text);
  }
  return text;
}

function reserve(out: Normalised, capacity: number): void {
  if (out.units.length >= capacity) return;
  const grown = emptyNormalised(Math.max(capacity, out.units.length * 2));
  grown.units.set(out.units.subarray(0, out.length));
  grown.from.set(out.from.subarray(0, out.length));
  grown.to.set(out.to.subarray(0, out.length));
  out.units = grown.units;
  out.from = grown.from;
  out.to = grown.to;
}

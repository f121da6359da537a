/**
 * Where the words shown as evidence may begin and end, so that none is cut in two and none has
 * punctuation around it.
 *
 * Chinese does not mark its words. Beside the border of a clause, a word is known to end before one
 * of the small words below and behind 的, 了 or 着, and wherever the script changes; behind a small
 * word another begins, but for 不 and 没, which turn it round.
 */

import { isMark, LIST_COMMA, unitsOf } from './clauses.ts';
import type { Span } from './found.ts';
import { FIRST_HAN, isHan } from './normalise.ts';

const SMALL = unitsOf('和与及或但也都就是把被让给而并还又才只已很太每这那');
const DENIES = unitsOf('不没');
const ENDS = unitsOf('的了着');
const OPENING = '“‘「『《〈"\'';
const CLOSING = '”’」』》〉"\'';

/**
 * A span without marks around it; a quotation mark goes where its partner is not within the span,
 * or stands at the other end.
 *
 * @example “没钱， of “没钱，没人” becomes 没钱
 */
export function withoutMarksAround({ start, end }: Span, units: Uint16Array): Span {
  let [first, last] = [start, end - 1];
  while (first < last) {
    if (isLoose(units, first, first, last, OPENING, CLOSING)) first += 1;
    else if (isLoose(units, last, first, last, CLOSING, OPENING)) last -= 1;
    else break;
  }
  return { start: first, end: last + 1 };
}

/** Whether what stands at one end of a stretch belongs to none of its words. */
function isLoose(
  units: Uint16Array,
  at: number,
  first: number,
  last: number,
  own: string,
  others: string,
): boolean {
  const unit = units[at]!;
  if (unit >= FIRST_HAN) return false;
  if (isMark(unit) || unit === LIST_COMMA) return true;
  const mark = String.fromCharCode(unit);
  const kind = own.indexOf(mark);
  if (kind < 0) return others.includes(mark);
  const partner = others.charCodeAt(kind);
  const opposite = at === first ? last : first;
  const isBetween = (one: number) => units.subarray(first + 1, last).includes(one);
  // At both ends of two quotations each belongs to its own: “两张皮”“走过场”.
  if (units[opposite] === partner) return !isBetween(unit) && !isBetween(partner);
  return !isBetween(partner);
}

/**
 * A span drawn out to the border of its clause, or else to where words begin and end, where that is
 * at most `reach` units away on either side.
 *
 * @param within the clause or clauses that it stands in
 * @example 关系转不进 of 党组织关系转不进来已经半年 ends behind 来, as 已 begins a word
 */
export function drawnToWords(
  { start, end }: Span,
  within: Span,
  units: Uint16Array,
  reach: number,
): Span {
  const [least, most] = [start - reach, end + reach];
  let first = least <= within.start ? within.start : start;
  let last = most >= within.end ? within.end : end;
  if (first > within.start) {
    while (first > least && !begins(units[first - 1]!, units[first]!)) first -= 1;
    if (!begins(units[first - 1]!, units[first]!)) first = start;
  }
  if (last < within.end) {
    while (last < most && !ends(units[last - 1]!, units[last]!)) last += 1;
    if (!ends(units[last - 1]!, units[last]!)) last = end;
  }
  return { start: first, end: last };
}

/** Whether a word begins between two units, for all that is known. */
function begins(before: number, after: number): boolean {
  return SMALL.has(before) || (ends(before, after) && !DENIES.has(before));
}

/** Whether a word ends between two units, for all that is known. */
function ends(before: number, after: number): boolean {
  return (
    SMALL.has(after) || DENIES.has(after) || ENDS.has(before) || isHan(before) !== isHan(after)
  );
}

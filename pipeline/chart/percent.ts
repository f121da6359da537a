/**
 * Proportions as people read them. Rounded last and never forced to add up to 100; one
 * decimal where the base can carry it, none below a base of 100.
 */
import type { ShareFigures } from '../aggregate/tables.ts';

/** Below this base a decimal would pretend to more than is known. */
const DECIMAL_FROM = 100;

/** @example percent(0.3456, 812) // '34.6%' @example percent(0.3456, 40) // '35%' */
export function percent(share: number, base: number | null): string {
  return `${fixed(share * 100, digitsFor(base))}%`;
}

/** A ratio that says no more than whole percent. @example wholePercent(0.846) // '85%' */
export function wholePercent(ratio: number): string {
  return `${fixed(ratio * 100, 0)}%`;
}

/** An interval of shares. @example range(0.31, 0.375, 812) // '31.0%–37.5%' */
export function range(low: number, high: number, base: number | null): string {
  return `${percent(low, base)}–${percent(high, base)}`;
}

/** A difference in percentage points, with its sign. @example points(-0.052) // '−5.2' */
export function points(difference: number): string {
  const text = fixed(Math.abs(difference) * 100, 1);
  if (Number(text) === 0) return text;
  return `${difference < 0 ? '−' : '+'}${text}`;
}

/** A number of percentage points that a sentence puts into words. @example amountOf(0.052, 812) // '5.2' */
export function amountOf(difference: number, base: number | null): string {
  return fixed(difference * 100, digitsFor(base));
}

/** @example pValue(0.00004) // '<0.001', and pValue(0.0497) is '0.0497': never rounded to a threshold */
export function pValue(p: number): string {
  if (p < 0.001) return '<0.001';
  return fixed(p, 3) === '0.050' && p !== 0.05 ? fixed(p, 4) : fixed(p, 3);
}

/** A whole number with thousands marked. @example count(12345) // '12,345' */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** An effective number of respondents. @example effectiveSize(1112.24) // '1,112.2' */
export function effectiveSize(n: number): string {
  const [whole = '', decimal = ''] = fixed(n, 1).split('.');
  return `${count(Number(whole))}.${decimal}`;
}

/** A mean or another plain number. */
export function plain(value: number, digits: number): string {
  return fixed(value, digits);
}

/** Share and interval of a shown row as text; null of any other. */
export function shareTexts(
  row: Pick<ShareFigures, 'share' | 'low' | 'high' | 'base' | 'status'>,
): { readonly share: string; readonly interval: string | null } | null {
  if (row.status !== 'shown' || row.share === null) return null;
  const interval =
    row.low === null || row.high === null ? null : range(row.low, row.high, row.base);
  return { share: percent(row.share, row.base), interval };
}

function digitsFor(base: number | null): number {
  return base !== null && base < DECIMAL_FROM ? 0 : 1;
}

/**
 * Rounds half up on the decimal that is written, so that 0.125 gives 12.5 and not 12.4; what products
 * like 0.2845 * 100 lose is given back before.
 */
function fixed(value: number, digits: number): string {
  const scaled = Math.abs(value) * 10 ** digits * (1 + 4 * Number.EPSILON);
  const text = (Math.round(scaled) / 10 ** digits).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

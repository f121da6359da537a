/** What the text of a cell says. */
import { foldCharacter } from '../taxonomy/fold.ts';

/** A name or value as compared when it is not written alike: full width, blanks, case kept. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

/** In simplified characters, half width and lower case, as patterns for headers are. */
export function simplified(text: string): string {
  return Array.from(text, foldCharacter).join('');
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * A finite number, with full-width digits and outer blanks tolerated; null if it is none.
 *
 * @example parseNumber('１.５ ') // 1.5
 * @example parseNumber('1.2.3') // null
 */
export function parseNumber(cell: string): number | null {
  const decimal = decimalOf(cell);
  if (decimal >= 0) return decimal;
  const text = isPlain(cell) ? cell : cell.normalize('NFKC').trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/**
 * The number written by digits with at most one point between them, as nearly all are; else -1.
 *
 * Up to 15 digits and powers of ten are exact, so that their quotient is rounded once, as `Number`
 * rounds it.
 */
function decimalOf(text: string): number {
  const last = text.length - 1;
  if (last < 0 || last >= 15) return -1;
  let digits = 0;
  let unit = 0;
  for (let i = 0; i <= last; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit >= 0 && digit <= 9) {
      digits = 10 * digits + digit;
      unit *= 10;
    } else if (text[i] === '.' && unit === 0 && i > 0 && i < last) unit = 1;
    else return -1;
  }
  return unit === 0 ? digits : digits / unit;
}

/** As `parseNumber`, but only a whole number as people write it: `4`, `４`, `4.0`. */
export function parseWhole(cell: string): number | null {
  const value = parseNumber(cell);
  return value !== null && Number.isSafeInteger(value) && !/e/i.test(cell) ? value : null;
}

/** Thousands in groups of three, parted by one kind of mark; the first group is no 0. */
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+)(?:\.\d*)?$/;

/**
 * As `parseNumber`, also with thousands separators. Not for weights: there 1,234 would as likely
 * be a decimal comma, and one wrong weight would outweigh all others.
 *
 * @example parseGrouped('１，２３４.5') // 1234.5
 */
export function parseGrouped(cell: string): number | null {
  const text = cell.normalize('NFKC').trim();
  return parseNumber(GROUPED.test(text) ? text.replace(/[,' ]/g, '') : text);
}

function isPlain(cell: string): boolean {
  return /^[\x21-\x7e]*$/.test(cell);
}

/** Anything that moves a cursor, rings a bell or ends a line. */
const CONTROLS = /[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g;

/**
 * A name (of a group, of an option) without outer blanks; control characters within it are a blank.
 * Names are printed, drawn and published, unlike answers, which stay as they came.
 */
export function plainName(cell: string): string {
  return cell.replace(CONTROLS, ' ').trim();
}

/** Takes what a respondent filled in off an option: `其他〖人手〗` is the option `其他`. */
export function withoutFillIn(cell: string): string {
  return cell.includes('〖') ? cell.replace(/〖[^〗]*〗/g, '') : cell;
}

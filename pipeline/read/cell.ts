/** What the text of a cell says. */

/** A name or value as compared when it is not written alike: full width, blanks, case kept. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * A finite number, with full-width digits and outer blanks tolerated; null if it is none.
 *
 * @example parseNumber('１.５ ') // 1.5
 * @example parseNumber('1.2.3') // null
 */
export function parseNumber(cell: string): number | null {
  if (isDecimal(cell)) return Number(cell);
  const text = isPlain(cell) ? cell : cell.normalize('NFKC').trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Digits with at most one point between them: nearly all numbers, and told without a pattern. */
function isDecimal(text: string): boolean {
  let points = 0;
  const last = text.length - 1;
  if (last < 0 || last > 15) return false;
  for (let i = 0; i <= last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2e && i > 0 && i < last) points += 1;
    else if (unit < 0x30 || unit > 0x39) return false;
  }
  return points <= 1;
}

/** As `parseNumber`, but only a whole number as people write it: `4`, `４`, `4.0`. */
export function parseWhole(cell: string): number | null {
  const value = parseNumber(cell);
  return value !== null && Number.isSafeInteger(value) && !/e/i.test(cell) ? value : null;
}

function isPlain(cell: string): boolean {
  return /^[\x21-\x7e]*$/.test(cell);
}

/** Takes what a respondent filled in off an option: `其他〖人手〗` is the option `其他`. */
export function withoutFillIn(cell: string): string {
  return cell.includes('〖') ? cell.replace(/〖[^〗]*〗/g, '') : cell;
}

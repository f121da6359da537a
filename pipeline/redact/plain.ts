/** One writing for a text to be searched: half width, simplified characters, plain dashes. */
import { SIMPLIFIED } from '../taxonomy/fold.ts';

const UNITS = 0x10000;
const FULL_WIDTH_FROM = 0xff01;
const FULL_WIDTH_TO = 0xff5e;
const FULL_TO_HALF = FULL_WIDTH_FROM - 0x21;
const CHUNK = 8192;

/** Units that stand for another in numbers and addresses: dashes, blanks, raised dots. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2212'],
  [' ', '\u3000\u00a0\u2002\u2003\u2009\u202f\t'],
  ['·', '\u2022\u2027\u30fb\uff65'],
];

const PLAIN: Uint16Array = plainUnits();

/**
 * The text with each UTF-16 unit in plain writing, so that offsets stay.
 *
 * @example plainText('電話：１３８') // '电话:138'
 */
export function plainText(text: string): string {
  const parts: string[] = [];
  for (let from = 0; from < text.length; from += CHUNK) {
    const length = Math.min(CHUNK, text.length - from);
    const units = new Uint16Array(length);
    for (let i = 0; i < length; i++) units[i] = PLAIN[text.charCodeAt(from + i)]!;
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function plainUnits(): Uint16Array {
  const units = Uint16Array.from({ length: UNITS }, (_, unit) => unit);
  for (const [from, to] of SIMPLIFIED) {
    if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (let unit = FULL_WIDTH_FROM; unit <= FULL_WIDTH_TO; unit++) units[unit] = unit - FULL_TO_HALF;
  for (const [plain, others] of ALIKE) {
    for (const other of others) units[other.charCodeAt(0)] = plain.charCodeAt(0);
  }
  return units;
}

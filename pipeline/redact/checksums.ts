/** Check digits of identity and card numbers. */

const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYZWIO';
const HONG_KONG_BLANK = 36;

/**
 * ISO 7064 MOD 11-2, as GB 11643-1999 uses it for resident ids.
 *
 * @param id digits and the check character, X for ten
 * @example passesMod11Radix2('11010519491231002X') // true: the example of the standard
 */
export function passesMod11Radix2(id: string): boolean {
  let remainder = 0;
  for (const digit of id.slice(0, -1)) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = /x/i.test(id.at(-1)!) ? 10 : Number(id.at(-1));
  return (remainder + check) % 11 === 1;
}

/**
 * Luhn's sum, as cards use it (ISO/IEC 7812-1 annex B).
 *
 * @example passesLuhn('4111111111111111') // true
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += i % 2 === 0 ? digit : doubled;
  }
  return sum % 10 === 0;
}

/**
 * The check character of a Hong Kong identity card: weights 9 to 1, A for ten, modulo 11.
 *
 * @param id one or two capitals, six digits, the check character; no parentheses
 * @example passesHongKong('A1234563') // true
 */
export function passesHongKong(id: string): boolean {
  const values = [...id.slice(0, -1)].map((one) => Number.parseInt(one, 36));
  const padded = values.length === 8 ? values : [HONG_KONG_BLANK, ...values];
  const check = Number.parseInt(id.at(-1)!, 16);
  return padded.reduce((sum, value, i) => sum + value * (9 - i), check) % 11 === 0;
}

/**
 * The check digit of a Taiwan national id or residence number.
 *
 * @param id a capital and nine digits
 * @example passesTaiwan('A123456789') // true
 */
export function passesTaiwan(id: string): boolean {
  const letter = TAIWAN_LETTERS.indexOf(id[0]!) + 10;
  const digits = [...id.slice(1)].map(Number);
  const start = Math.floor(letter / 10) + (letter % 10) * 9;
  const sum = digits.reduce((total, digit, i) => total + digit * Math.max(8 - i, 1), start);
  return sum % 10 === 0;
}

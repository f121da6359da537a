/** Numbers of bank and credit cards. */
import { passesLuhn } from './checksums.ts';
import { digitsOf, findAll } from './matches.ts';
import { isOtherNumber } from './other-numbers.ts';
import type { Finder } from './personal.ts';

const CARD =
  /(?<![\dA-Za-z.])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{5}|\d{6} \d{10,13})(?![\dA-Za-z])/g;

/** Issuers' first digits with the lengths of their cards. */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:62|9558|60[13]|69)/, [16, 17, 18, 19]], // UnionPay and older mainland cards
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^35/, [16]], // JCB
  [/^(?:6011|64[4-9]|65)/, [16]], // Discover
  [/^3(?:0[0-5]|[689])/, [14, 16]], // Diners Club
];

export const findBankCards: Finder = ({ plain }) =>
  findAll(plain, CARD, ({ value, at }) =>
    isCard(digitsOf(value)) && !isOtherNumber(plain, at, at + value.length) ? 'bank-card' : null,
  );

function isCard(digits: string): boolean {
  return (
    ISSUERS.some(([first, lengths]) => first.test(digits) && lengths.includes(digits.length)) &&
    passesLuhn(digits)
  );
}

/** Identity cards of the mainland, Hong Kong, Macau and Taiwan. */
import { passesHongKong, passesMod11Radix2, passesTaiwan } from './checksums.ts';
import { digitsOf, findAll, justBefore } from './matches.ts';
import { isOtherNumber } from './other-numbers.ts';
import type { Finder } from './personal.ts';

/** 18 digits, also in the groups region, birth, rest; the last may be X. */
const RESIDENT = /(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{6}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g;
/** The 15 digits of cards before 1999, without a check digit: region, yymmdd, rest. */
const OLD_RESIDENT = /(?<![\dA-Za-z])[1-9]\d{14}(?![\dA-Za-z])/g;
/** First two digits of GB/T 2260, with 81 to 83 of residence permits. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const HONG_KONG = /(?<![A-Za-z\d])[A-Z]{1,2}\d{6} ?(?:\([\dA]\)|[\dA])(?![A-Za-z\d])/g;
const MACAU = /(?<![A-Za-z\d.])[1578](?:\d{6}\(\d\)|\/\d{6}\/\d)(?!\d)/g;
const TAIWAN = /(?<![A-Za-z\d])[A-Z][1289]\d{8}(?![A-Za-z\d])/g;
const CARD_CUE = /(?:身份证|身分证|证件|证号|hkid|\bid\b)[^,。;!?]{0,8}$/i;

export const findIdentityCards: Finder = ({ plain }) => [
  ...findAll(plain, RESIDENT, ({ value }) => (isResidentId(value) ? 'resident-id' : null)),
  ...findAll(plain, OLD_RESIDENT, ({ value, at }) =>
    isOldResidentId(value) && !isOtherNumber(plain, at, at + value.length) ? 'resident-id' : null,
  ),
  ...findAll(plain, HONG_KONG, ({ value, at }) =>
    passesHongKong(value.replace(/[ ()]/g, '')) &&
    (value.endsWith(')') || CARD_CUE.test(justBefore(plain, at)))
      ? 'hong-kong-id'
      : null,
  ),
  ...findAll(plain, MACAU, () => 'macau-id'),
  ...findAll(plain, TAIWAN, ({ value, at }) =>
    passesTaiwan(value) &&
    (CARD_CUE.test(justBefore(plain, at)) || !isOtherNumber(plain, at, at + value.length))
      ? 'taiwan-id'
      : null,
  ),
];

function isResidentId(value: string): boolean {
  const id = value.replace(/[ -]/g, '');
  return PROVINCES.test(id) && isDate(id.slice(6, 14)) && passesMod11Radix2(id);
}

function isOldResidentId(value: string): boolean {
  const id = digitsOf(value);
  return PROVINCES.test(id) && isDate(`19${id.slice(6, 12)}`);
}

/** Whether yyyymmdd is a day of the calendar. */
function isDate(yyyymmdd: string): boolean {
  const [year, month, day] = [0, 4, 6].map((from, i) =>
    Number(yyyymmdd.slice(from, [4, 6, 8][i])),
  ) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

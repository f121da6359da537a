/** Phone numbers of Hong Kong, Macau, Taiwan and abroad, and local numbers behind a cue. */
import { findAll } from './matches.ts';
import { isOtherNumber, unlessOther } from './other-numbers.ts';
import type { Finder, PersonalType } from './personal.ts';
import { END, EXTENSION, START } from './phone-parts.ts';

/** Hong Kong and Macau: eight digits behind the country code. */
const EIGHT_ABROAD = new RegExp(
  `${START}(?:\\(?(?:\\+|00)85[23]\\)?|\\(85[23]\\)|85[23][ -])[ -]{0,2}(?<digits>[2-9]\\d{3}[ -]?\\d{4})${EXTENSION}${END}`,
  'gi',
);
const TAIWAN_CODE = '\\(?(?:\\+|00)886\\)?[ -]{0,2}\\(?0?\\)?';
const TAIWAN_MOBILE = new RegExp(
  `${START}(?:${TAIWAN_CODE}|0)9\\d{2}[ -]?\\d{3}[ -]?\\d{3}${END}`,
  'g',
);
const TAIWAN_LANDLINE = new RegExp(
  `${START}(?:${TAIWAN_CODE}[2-8]\\d{0,2}[ -]|\\(0[2-8]\\d{0,2}\\) ?|0(?:[2-8]|37|49|89|82)-)\\d{3,4}[ -]?\\d{4}${EXTENSION}${END}`,
  'gi',
);
/** International form; the regions above have forms of their own. */
const ABROAD = /(?<![\w+)])\+(?!86|85[23]|886)[1-9](?:[ .()-]{0,2}\d){7,13}(?!\d)/g;

/** A local number of seven or eight digits says what it is only behind a cue. */
const CUED = new RegExp(
  '(?<cue>电话|手机|手提|致电|来电|回电|联络|联系|固话|座机|传真|市话|whatsapp|tel|phone|mobile|cell|call|fax)' +
    '(?:电话|我|人)?(?:号码?|方式|no\\.?|number)?(?:是|为|系|is|[ :/]){0,3}' +
    `(?<value>[2-9]\\d{3}[ -]?\\d{4}${EXTENSION}|[2-8]\\d{2}-?\\d{4}${EXTENSION})(?![\\d-])`,
  'gi',
);
/** Words of a cue for a mobile number. */
const MOBILE_CUE = /手机|手提|whatsapp|mobile|cell/i;
/** A cue in traditional characters or English: the number is read as one of Hong Kong or Macau. */
const HONG_KONG_CUE = /[電話絡繫繋機]|[a-z]/i;

export const findOtherPhones: Finder = ({ text, plain }) => [
  ...findAll(plain, EIGHT_ABROAD, ({ groups }) => kindOfEight(groups.digits!)),
  ...findAll(plain, TAIWAN_MOBILE, unlessOther(plain, 'mobile')),
  ...findAll(plain, TAIWAN_LANDLINE, () => 'landline'),
  ...findAll(plain, ABROAD, unlessOther(plain, 'phone-abroad')),
  ...findAll(plain, CUED, ({ value, at, groups }) => {
    if (isOtherNumber(plain, at, at + value.length)) return null;
    if (MOBILE_CUE.test(groups.cue!)) return 'mobile';
    const written = text.slice(Math.max(0, at - 8), at);
    return HONG_KONG_CUE.test(written) ? kindOfEight(value) : 'landline';
  }),
];

/** Numbers of Hong Kong and Macau: 5, 6, 7 and 9 begin mobile numbers, 2, 3 and 8 landlines. */
function kindOfEight(digits: string): PersonalType {
  return /^[5679]/.test(digits) ? 'mobile' : 'landline';
}

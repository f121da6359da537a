/** Mobile and landline numbers of the mainland that need no cue. */
import { findAll, justBefore } from './matches.ts';
import { isOtherNumber, unlessOther } from './other-numbers.ts';
import type { Finder } from './personal.ts';
import { END, EXTENSION, START } from './phone-parts.ts';

const COUNTRY = '(?:\\(?(?:\\+|00)?86\\)?[ -]{0,2})';
/** Also -801, of three digits and more. */
const EXTENSION_OR_DASH = `(?:-\\d{3,6}|${EXTENSION})`;

const SEP = '[ .-]?';
const MOBILE_DIGITS = [
  `1[3-9]\\d${SEP}\\d{4}${SEP}\\d{4}`,
  '1[3-9]\\d{2}[ .-]\\d{3}[ .-]\\d{4}',
  '1[3-9]\\d[ .-]\\d{3}[ .-]\\d{5}',
  '1[ -][3-9]\\d{2}[ -]\\d{3}[ -]\\d{4}',
  // Digit by digit, so that no filter sees it; a longer row of them is a list.
  '(?<!\\d )1 [3-9](?: \\d){9}(?! \\d)',
].join('|');
/** Written hard behind the cue too: tel13800001234. */
const CUE_WORD = '(?<=tel|phone|mobile|call|wechat|weixin|vx|wx|qq)';
const MOBILE = new RegExp(`(?:${START}|${CUE_WORD})${COUNTRY}?(?:${MOBILE_DIGITS})${END}`, 'gi');

/** Local numbers of eight digits, or seven; they begin with 2 to 8. */
const EIGHT = '[2-8]\\d{3}[ -]?\\d{4}';
const SEVEN = '[2-8]\\d{2}[ -]?\\d{4}';
const AREA = `(?:(?:10|2[0-57-9])\\)?[ -]{0,2}${EIGHT}|[3-9]\\d{2}\\)?[ -]{0,2}(?:${EIGHT}|${SEVEN}))`;
const LANDLINE = new RegExp(`${START}\\(?0${AREA}${EXTENSION_OR_DASH}${END}`, 'gi');
const LANDLINE_ABROAD = new RegExp(
  `${START}\\(?(?:\\+|00)86\\)?[ -]{0,2}\\(?0?${AREA}${EXTENSION_OR_DASH}${END}`,
  'gi',
);
const HOTLINE = /热线[ :是为]{0,2}$/;

export const findMainlandPhones: Finder = ({ plain }) => [
  ...findAll(plain, MOBILE, unlessOther(plain, 'mobile')),
  ...findAll(plain, LANDLINE_ABROAD, () => 'landline'),
  ...findAll(plain, LANDLINE, ({ value, at }) =>
    isOtherNumber(plain, at, at + value.length) || HOTLINE.test(justBefore(plain, at))
      ? null
      : 'landline',
  ),
];

/** Vehicle plates. */
import { findAll, justBefore } from './matches.ts';
import { isOtherNumber } from './other-numbers.ts';
import type { Finder } from './personal.ts';

/** Mainland plates (GA 36), new-energy plates with a sixth character, 港 and 澳 plates. */
const PLATE =
  /(?<value>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·-]{0,2}(?:[A-HJK]?(?=[A-HJ-NP-Z\d]{0,4}\d)[A-HJ-NP-Z\d]{5}|\d{5}[A-HJK]|[A-HJ-NP-Z\d]{4}[挂学警港澳领使]))(?![A-Za-z\d])/gi;
/** Words that end in the short name of a province. */
const WORD_END = /(?:更新|最新|全新|创新|重新|翻新|高新|尊贵|宝贵|百度云|阿里云)$/;
/** Hong Kong and Macau plates say nothing without a cue. */
const CUED = /车牌(?:号码?)?[ :是为]{0,3}(?<value>[A-Z]{2}[ -]?\d{2}[ -]?\d{2})(?![A-Za-z\d])/gi;

export const findPlates: Finder = ({ plain }) => [
  ...findAll(plain, PLATE, ({ value, at }) =>
    WORD_END.test(justBefore(plain, at + 1)) || isOtherNumber(plain, at, at + value.length)
      ? null
      : 'plate',
  ),
  ...findAll(plain, CUED, () => 'plate'),
];

/** What phone numbers of all regions have in common, as parts of expressions. */

/** Not inside a longer number, a code such as A13800001234, or the address of a page. */
export const START = '(?<![\\dA-Za-z_=+]|\\d\\.|[A-Za-z.]/)';
/** 转801, 分机12, ext. 22, #123. */
export const EXTENSION = '(?:[ ,]{0,2}(?:转|分机|ext\\.?|extn|x|#)[ .:]{0,2}\\d{1,6})?';
export const END = '(?!\\d)';

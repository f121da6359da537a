/** A quick look at a text: whether it may hold personal data at all, and of which sort. */

/** At least five digits, of any width. */
export const DIGITS = 1;
export const AT_SIGN = 2;
/** A cue for a Chinese name. */
export const NAME_CUE = 4;
/** A number before 号, 栋, 室 and the like. */
export const HOUSE_NUMBER = 8;
/** Five letters, of any width: English words, or the name of an account. */
export const LETTERS = 16;
/** Letters and digits. */
export const LETTERS_AND_DIGITS = 32;
/** Dots or colons as in an IP address. */
export const NET_MARKS = 64;

const FEW = 5;
const DIGIT = 1;
const LETTER = 2;
const AT = 3;
const HOUSE = 4;
const NUMERAL = 5;
const NAME = 6;
const PAIRED = 7;
/** A dot or a colon; the latter may end a cue too. */
const MARK = 8;

/** Characters that end a cue for a name, with those one of which must stand before it. */
const CUE_ENDS: Readonly<Record<string, string>> = {
  叫: '我名字',
  名: '签簽署',
  字: '名',
  人: '系络絡繫責责报報映诉訴表办辦请請件事访訪款本',
  主: '户戶',
  是: '我',
  系: '我',
  係: '我',
  ':': '记記任式',
  '：': '记記任式',
};

/** The sort of each UTF-16 unit. */
const SORT: Uint8Array = sorts();

/**
 * Which sorts of personal data a text may hold, as a sum of the constants above; 0 for none.
 *
 * One pass over the units, so that ordinary answers cost next to nothing.
 */
export function cluesIn(text: string): number {
  let [clues, digits, letters, marks, before] = [0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const sort = SORT[text.charCodeAt(i)]!;
    if (sort === DIGIT) digits += 1;
    else if (sort === LETTER) letters += 1;
    else if (sort === AT) clues |= AT_SIGN;
    else if (sort === HOUSE && (before === DIGIT || before === NUMERAL)) clues |= HOUSE_NUMBER;
    else if (sort === NAME) clues |= NAME_CUE;
    else if (sort >= PAIRED) {
      if (sort === MARK) marks += 1;
      if (endsCue(text, i)) clues |= NAME_CUE;
    }
    before = sort;
  }
  if (digits >= FEW) clues |= DIGITS;
  if (letters >= FEW) clues |= LETTERS;
  if (letters > 0 && digits > 0) clues |= LETTERS_AND_DIGITS;
  if (marks >= 2 && digits > 0) clues |= NET_MARKS;
  return clues;
}

function endsCue(text: string, at: number): boolean {
  return at > 0 && (CUE_ENDS[text.charAt(at)]?.includes(text.charAt(at - 1)) ?? false);
}

function sorts(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const enter = (characters: string, sort: number) => {
    for (const one of characters) table[one.charCodeAt(0)] = sort;
  };
  enter(Object.keys(CUE_ENDS).join(''), PAIRED);
  for (const base of [0, 0xfee0]) {
    table.fill(DIGIT, base + 0x30, base + 0x3a);
    table.fill(LETTER, base + 0x41, base + 0x5b);
    table.fill(LETTER, base + 0x61, base + 0x7b);
    enter(String.fromCharCode(base + 0x40), AT);
    enter(String.fromCharCode(base + 0x2e, base + 0x3a), MARK);
  }
  enter('号號栋棟幢弄室单單门門座組组', HOUSE);
  enter('一二三四五六七八九十百零', NUMERAL);
  enter('姓', NAME);
  return table;
}

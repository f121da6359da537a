/**
 * Which characters count as the same in a term and in an answer.
 *
 * Each code point is folded by itself: NFKC (full width to half width, compatibility forms),
 * lower case, traditional to simplified, until nothing changes. Control, zero-width and other
 * format characters vanish, as do quotation marks, which respondents put around any word.
 */
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Variants that OpenCC's general table leaves out: Hong Kong forms, and 著 written for 着. */
const MORE_VARIANTS = '衞 卫|著 着|甚 什';

const SIMPLIFIED: ReadonlyMap<string, string> = readTable(
  `${traditionalToSimplified}|${MORE_VARIANTS}`,
);

/** Circled numbers stay: NFKC makes ① a plain 1, and then ①人少 would read "1 person few". */
const CIRCLED = /[\u2460-\u2473\u24ea-\u24ff\u2776-\u2793\u3280-\u3289]/;
const VANISHES = /[\p{Cc}\p{Cf}\p{Variation_Selector}"“”‘’„‟「」『』《》〈〉〝〞﹁﹂﹃﹄]/u;
const IS_SPACE = /\s/;
const ROUNDS = 4;

/**
 * One code point as it is compared: '' if it does not count, else one or more characters.
 *
 * Tab and other blanks give ' ', line breaks '\n'.
 *
 * @param character one code point (a lone surrogate comes back as it is)
 * @example foldCharacter('費') // '费'; foldCharacter('Ａ') // 'a'; foldCharacter('…') // '...'
 */
export function foldCharacter(character: string): string {
  if (/[\n\r\u2028\u2029\u0085]/.test(character)) return '\n';
  if (IS_SPACE.test(character)) return character === '\ufeff' ? '' : ' ';
  if (VANISHES.test(character)) return '';
  if (CIRCLED.test(character)) return character;
  let folded = character;
  for (let round = 0; round < ROUNDS; round++) {
    const before = folded;
    folded = '';
    for (const one of before.normalize('NFKC').toLowerCase()) {
      if (!VANISHES.test(one)) folded += SIMPLIFIED.get(one) ?? one;
    }
    if (folded === before) break;
  }
  return folded;
}

/** A whole text folded, without offsets; blanks at both ends are cut. @example fold(' 經費Ａ ') // '经费a' */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded.trim();
}

function readTable(table: string): Map<string, string> {
  const simplified = new Map<string, string>();
  for (const entry of table.split('|')) {
    const [from, to] = entry.split(' ');
    if (from !== undefined && to !== undefined) simplified.set(from, to);
  }
  return simplified;
}

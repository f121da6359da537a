/**
 * Which characters count as the same in a term and in an answer.
 *
 * Each code point is folded by itself: NFKC (full width to half width, compatibility forms),
 * lower case, traditional to simplified, until nothing changes. Control, zero-width and other
 * format characters vanish, as do quotation marks, which respondents put around any word. English
 * words are cut to their stems, so that `meeting` is found in `meetings`.
 */

import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { stemmer } from 'stemmer';

/** Variants that OpenCC's general table leaves out: Hong Kong forms, and 著 written for 着. */
const MORE_VARIANTS = '衞 卫|著 着|甚 什';

/** Traditional characters and variants with their simplified one. */
export const SIMPLIFIED: ReadonlyMap<string, string> = readTable(
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

/** Whether a folded unit is part of a Latin word or a number, which match as a whole only. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0xdf && unit <= 0x24f)
  );
}

const ENGLISH = /^[a-z]{3,40}$/;
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

/**
 * The stem of a folded Latin word (Porter 1980), never longer than the word; words that are not
 * plain English letters come back as they are.
 */
export function stemOf(word: string): string {
  if (!ENGLISH.test(word)) return word;
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    if (stem.length > word.length) stem = word;
    if (stems.size >= MOST_STEMS) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}

/** Characters folded so far; there are not many. */
const known = new Map<string, string>();

/** A whole text folded, without offsets; blanks at both ends are cut. @example fold(' 經費Ａ ') // '经费a' */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) {
    let own = known.get(character);
    if (own === undefined) {
      own = foldCharacter(character);
      known.set(character, own);
    }
    folded += own;
  }
  return folded.replace(/[a-z0-9\u00df-\u024f]+/g, stemOf).trim();
}

function readTable(table: string): Map<string, string> {
  const simplified = new Map<string, string>();
  for (const entry of table.split('|')) {
    const [from, to] = entry.split(' ');
    if (from !== undefined && to !== undefined) simplified.set(from, to);
  }
  return simplified;
}

/** Text in one form, so that the same words are found however they are written. */

/** Characters that nobody sees, such as a zero-width space or a soft hyphen; a seam is ours. */
const UNSEEN = /(?!\u2060)\p{Cf}/gu;
/** Blanks but those between two Latin words or numbers: charts break lines anywhere else. */
const NEEDLESS = / (?![\p{Script=Latin}\d])|(?<![\p{Script=Latin}\d]) /gu;

/**
 * Stands between the texts of two elements within a line: their words are not one word, though
 * nothing is between them.
 */
export const SEAM = '\u2060';

/**
 * NFKC, small letters, nothing unseen, and one blank between words that need one.
 *
 * @example normal('A6\n经费 无Ｂ “x y”') // 'a6经费无b“x y”'
 */
export function normal(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(UNSEEN, '');
  return /\s/.test(folded) ? folded.replace(/\s+/g, ' ').replace(NEEDLESS, '') : folded;
}

/** As `normal`, without any blank or seam: for runs of characters. @example compact('a b') // 'ab' */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '');
}

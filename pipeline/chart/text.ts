/** Text on its way to the screen: made safe to show, measured, broken into lines. */

/**
 * Text that shows as what it is: control characters become their pictures (␛), halves of
 * characters a box, and marks that turn the reading direction of what follows are left out.
 */
export function clean(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\u0080-\u009f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\u25a1');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;

/** Width of a text in ems, roughly: Chinese characters are 1, Latin letters about half. */
export function ems(text: string): number {
  let width = 0;
  for (const one of text) {
    if (WIDE.test(one)) width += 1;
    else if (/[A-Zmw%@—]/.test(one)) width += 0.72;
    else width += /[ijlt.,:;'|!()[\] ]/.test(one) ? 0.34 : 0.55;
  }
  return width;
}

/** Ends of lines at which a reader pauses anyway. */
const PAUSE = /[、，；：。,;:]$/u;

const WORDS_OF = new Intl.Segmenter('zh', { granularity: 'word' });

/** May not begin a line. */
const CLOSING = /^[，。、；：？！）》”’」』】％%)\],.;:?!]/u;
/** May not end a line. */
const OPENING = /[（《“‘「『【([]$/u;

/**
 * Breaks a text into lines of at most `width` ems: Latin at spaces, Chinese between words.
 * Lines are made about equally long, so that no single character is left over, and break after
 * punctuation where possible; a single longer word is broken too. Joined by `\n`.
 *
 * @example wrap('规范化建设不足', 5) // '规范化\n建设不足'
 */
export function wrap(text: string, width: number): string {
  const greedy = linesOf(text, width);
  if (greedy.length < 2) return greedy.join('\n');
  const fitting: (readonly string[])[] = [];
  for (let narrower = ems(text) / greedy.length; narrower < width; narrower += 0.25) {
    const lines = linesOf(text, narrower);
    const fits = lines.length === greedy.length && lines.every((line) => ems(line) <= width);
    if (fits) fitting.push(lines);
  }
  const atPause = fitting.find((lines) => lines.slice(0, -1).every((line) => PAUSE.test(line)));
  return (atPause ?? fitting[0] ?? greedy).join('\n');
}

/** As much as fits on each line. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line === '' || ems(line + piece) <= width) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
    while (ems(line) > width * 1.6) {
      const letters = [...line];
      const cut = Math.max(1, Math.floor(letters.length * (width / ems(line))));
      lines.push(letters.slice(0, cut).join(''));
      line = letters.slice(cut).join('');
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * Words with their punctuation, and spaces: between them a line may break. Latin is parted by
 * spaces only, Chinese by its words.
 *
 * @example piecesOf('考核（结果）办法') // ['考核', '（结果）', '办法']
 */
export function piecesOf(text: string): readonly string[] {
  const runs = text.matchAll(/\s+|[\x21-\x7e\u00a1-\u024f’]+|[^\s\x21-\x7e\u00a1-\u024f’]+/gu);
  const pieces: string[] = [];
  for (const [run] of runs) {
    const isChinese = !/^[\s\x21-\x7e\u00a1-\u024f’]/u.test(run);
    const words = isChinese ? [...WORDS_OF.segment(run)].map(({ segment }) => segment) : [run];
    for (const word of words) {
      const before = pieces.at(-1);
      const isTied =
        before !== undefined &&
        (CLOSING.test(word) ||
          OPENING.test(before) ||
          (/\d$/.test(before) && /^[年月日]/.test(word)));
      if (isTied && !/^\s/.test(word)) pieces[pieces.length - 1] = before + word;
      else pieces.push(word);
    }
  }
  return pieces;
}

/** Number of lines in a wrapped text. */
export function lineCount(wrapped: string): number {
  return wrapped.split('\n').length;
}

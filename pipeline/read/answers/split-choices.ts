/** Takes the options of a multiple-choice cell apart. */

/** Marks that stand between options; they may also stand inside one. */
const SEPARATORS = ['┋', ';', '；', ',', '，', '、', '|', '→', '\n'] as const;
/** Marks that are no part of words, so that they are trusted without declared options. */
const SAFE: ReadonlySet<string> = new Set(['┋', '→', ';', '；', '|']);
/** Marks that may stand between options or belong to one, in files of an unknown tool. */
const DOUBTFUL = [',', '，', '、'] as const;

export interface Choices {
  readonly known: readonly string[];
  /** Parts that are no declared option. */
  readonly unknown: readonly string[];
}

/**
 * Splits a cell into options.
 *
 * An option may hold the separator: of all ways to read the cell as declared options the one that
 * leaves least over is taken, of those the one with the longest options from the left. Of several
 * possible separators the one that finds most options is taken, then the one that leaves least
 * over. 问卷星's ┋ stands in no option, so it goes before all others.
 *
 * @param separator as the survey gives it, or null to find it
 * @param options declared options and their aliases; empty if the data are to tell
 * @param usual what the tool puts between options, likeliest first; empty if that is not known.
 *   Without declared options only marks that are no part of words are split at
 * @example splitChoices('A, B, C', null, ['A, B', 'C']) // { known: ['A, B', 'C'], unknown: [] }
 */
export function splitChoices(
  text: string,
  separator: string | null,
  options: readonly string[],
  usual: readonly string[] = [],
): Choices {
  const shortestFirst = [...options].sort((a, b) => a.length - b.length);
  if (separator !== null) return splitAt(text, separator.trim() || separator, shortestFirst);
  if (options.length === 0) {
    const marks = usual.length === 0 ? [...SAFE] : ['┋', ...usual];
    const found = marks.find((mark) => SAFE.has(mark) && text.includes(mark));
    return found ? splitAt(text, found, shortestFirst) : { known: [text.trim()], unknown: [] };
  }
  if (text.includes('┋')) return splitAt(text, '┋', shortestFirst);
  const marks = [...new Set([...usual, ...SEPARATORS])];
  return marks
    .map((mark) => splitAt(text, mark, shortestFirst))
    .reduce((best, next) =>
      (next.known.length - best.known.length || best.unknown.length - next.unknown.length) > 0
        ? next
        : best,
    );
}

/**
 * True where nothing tells whether a cell, left whole for want of options, is one or several.
 *
 * @param usual as of `splitChoices`
 */
export function isDoubtful(whole: string, usual: readonly string[]): boolean {
  const marks = usual.length === 0 ? DOUBTFUL : usual.filter((mark) => !SAFE.has(mark));
  return marks.some((mark) => whole.includes(mark));
}

function splitAt(text: string, separator: string, shortestFirst: readonly string[]): Choices {
  const pieces = piecesOf(text, separator);
  const ends = new Map(pieces.map(({ to }, i) => [to, i + 1]));
  const wholeOf = (i: number) => text.slice(pieces[i]!.from, pieces[i]!.to).trim();
  const declares = shortestFirst.length > 0;
  // From the end: the best reading from piece i on, its options as long as they can be. Numbers
  // alone, since a cell may have millions of pieces.
  const left = new Uint32Array(pieces.length + 1);
  const next = new Uint32Array(pieces.length);
  const option = new Int32Array(pieces.length).fill(NONE);
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const { from, to } = pieces[i]!;
    left[i] = left[i + 1]! + (declares && to > from ? 1 : 0);
    next[i] = i + 1;
    for (let o = 0; o < shortestFirst.length; o += 1) {
      const end = endOf(shortestFirst[o]!, text, from, ends);
      if (end < 0 || left[end]! > left[i]!) continue;
      left[i] = left[end]!;
      next[i] = end;
      option[i] = o;
    }
  }
  const known: string[] = [];
  const unknown: string[] = [];
  for (let i = 0; i < pieces.length; i = next[i]!) {
    const part = option[i] === NONE ? wholeOf(i) : shortestFirst[option[i]!]!;
    if (part !== '') (option[i] === NONE && declares ? unknown : known).push(part);
  }
  return { known, unknown };
}

/** In place of an option: the piece is none that is declared. */
const NONE = -1;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Places of what stands between separators, outer blanks left out. */
function piecesOf(text: string, separator: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of text.split(separator)) {
    // A blank one ends before its blanks and begins behind them: an option may end or begin there.
    const blank = piece.length - piece.trimStart().length;
    pieces.push({ from: at + blank, to: at + piece.trimEnd().length });
    at += piece.length + separator.length;
  }
  return pieces;
}

/**
 * Index of the piece behind `option` if it stands at `from` and ends where a piece ends, else -1.
 *
 * @param ends where pieces end, and the index behind each
 */
function endOf(
  option: string,
  text: string,
  from: number,
  ends: ReadonlyMap<number, number>,
): number {
  if (option === '' || !text.startsWith(option, from)) return -1;
  return ends.get(from + option.length) ?? -1;
}

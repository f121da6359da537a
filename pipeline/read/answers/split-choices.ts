/** Takes the options of a multiple-choice cell apart. */

/** Marks that stand between options; they may also stand inside one. */
const SEPARATORS = ['┋', ';', '；', ',', '，', '、', '|', '→'] as const;
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

/** A reading of what stands from some place on. */
interface Reading {
  readonly left: number;
  readonly part: string;
  readonly known: boolean;
  readonly next: number;
}

function splitAt(text: string, separator: string, shortestFirst: readonly string[]): Choices {
  const pieces = piecesOf(text, separator);
  // From the end: the best reading from piece i on, its options as long as they can be.
  const best: Reading[] = [];
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    const from = pieces[i]!.from;
    const piece = text.slice(from, pieces[i]!.to).trim();
    const stray = piece !== '' && shortestFirst.length > 0;
    const after = best[i + 1]?.left ?? 0;
    let chosen: Reading = {
      left: after + (stray ? 1 : 0),
      part: piece,
      known: !stray,
      next: i + 1,
    };
    for (const option of shortestFirst) {
      const end = endOf(option, text, from, i, pieces);
      const left = end < 0 ? Infinity : (best[end]?.left ?? 0);
      if (left <= chosen.left) chosen = { left, part: option, known: true, next: end };
    }
    best[i] = chosen;
  }
  const known: string[] = [];
  const unknown: string[] = [];
  for (let i = 0; i < pieces.length; i = best[i]!.next) {
    const { part, known: isKnown } = best[i]!;
    if (part !== '') (isKnown ? known : unknown).push(part);
  }
  return { known, unknown };
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Places of what stands between separators, outer blanks left out. */
function piecesOf(text: string, separator: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of text.split(separator)) {
    const blank = piece.length - piece.trimStart().length;
    pieces.push({ from: at + blank, to: at + Math.max(blank, piece.trimEnd().length) });
    at += piece.length + separator.length;
  }
  return pieces;
}

/** Index of the piece behind `option` if it stands at `from` and ends where a piece ends, else -1. */
function endOf(
  option: string,
  text: string,
  from: number,
  first: number,
  pieces: readonly Piece[],
): number {
  if (option === '' || !text.startsWith(option, from)) return -1;
  const to = from + option.length;
  const last = pieces.findIndex((piece, i) => i >= first && piece.to >= to);
  return last >= 0 && pieces[last]!.to === to ? last + 1 : -1;
}

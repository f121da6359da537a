/** Headings that break between words: Chinese without spaces would break anywhere. */
import { piecesOf } from '../chart/text.ts';
import { type Content, Html } from './html.ts';

const BREAK = Html.trusted('<wbr>');

/** A heading with the places marked where its lines may end. */
export function phrased(text: string): Content {
  // Beside a space a line may end anyway.
  return piecesOf(text).map((piece, at, all) => {
    const isSpaced = at === 0 || /^\s/.test(piece) || /\s$/.test(all[at - 1] ?? '');
    return isSpaced ? piece : [BREAK, piece];
  });
}

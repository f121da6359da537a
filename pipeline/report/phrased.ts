/** Headings that break between words: Chinese without spaces would break anywhere. */
import { piecesOf } from '../chart/text.ts';
import { type Content, Html, join } from './html.ts';

const BREAK = Html.trusted('<wbr>');

/** A heading with the places marked where its lines may end. */
export function phrased(text: string): Content {
  return join(piecesOf(text), BREAK);
}

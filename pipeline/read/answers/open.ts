/** Open questions: the cell exactly as it came. */
import type { OpenQuestion } from '../../survey/survey.ts';
import type { Layout } from '../exports/layout.ts';
import { type FatePlace, placeOf } from '../fates.ts';
import type { Book } from '../ledger.ts';
import { type ReadAnswer, SKIPPED, stateOf } from './answer-reader.ts';

/**
 * Words for "not answered" of this survey or of the tool that made the file (拒答, (空), -2) give an
 * empty text, so that one answer counts alike whichever export it came in. Only these words are
 * entered in the book: what goes to the coder is counted there.
 */
export function readOpen(question: OpenQuestion, position: number, layout: Layout): ReadAnswer {
  const state = stateOf(question, asTyped(layout));
  const word = (book: Book, place: FatePlace, length: number) => {
    book.cells.add(position, place);
    book.characters.add(position, place, length);
  };
  return (cells, _, book) => {
    const text = cells[position] ?? '';
    // No such word is long, and most answers are.
    if (text.length > 40) return { kind: 'text', text };
    const trimmed = text.trim();
    const found = state(trimmed);
    if (found === 'skipped') {
      word(book, SKIPPED_WORD, text.length);
      return SKIPPED;
    }
    if (found !== 'missing' || trimmed === '') return { kind: 'text', text };
    word(book, MISSING_WORD, text.length);
    return { kind: 'text', text: '' };
  };
}

/** `N/A` may be a tool's word for "not shown"; here people type it, and whoever typed was asked. */
function asTyped(layout: Layout): Layout {
  const isTyped = (cell: string) => cell === 'N/A' && layout.cellIsSkipped(cell);
  return {
    ...layout,
    cellIsSkipped: (cell) => !isTyped(cell) && layout.cellIsSkipped(cell),
    cellIsMissing: (cell) => isTyped(cell) || layout.cellIsMissing(cell),
  };
}

const MISSING_WORD = placeOf('missing');
const SKIPPED_WORD = placeOf('skipped');

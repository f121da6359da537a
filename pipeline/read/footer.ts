/**
 * Lines that people put below their data: who filled the table in, who checked it, a note, a count.
 *
 * A respondent must never be taken for one. So a line is a footer only where nothing but footers,
 * sums and blank lines follows, and every filled cell is such a label or the value of one; and
 * where its first cell is nothing that others answered in the same column.
 */
import { isFooterLabel, isFooterValue, isNote, isWholeLabel } from './footer-labels.ts';
import { isBlank, isFilled, type RawBatch, type RawRecord } from './record.ts';

/** A table has no more such lines than these. */
const MOST = 10;

/**
 * Whether a row can be no respondent, but such a line.
 *
 * @param width columns of the table
 * @param open positions of open questions, whose answers may begin in any way
 * @param words that may be chosen
 */
export function looksLikeFooter(
  cells: readonly string[],
  width: number,
  open: ReadonlySet<number>,
  words: ReadonlySet<string>,
): boolean {
  const first = firstFilled(cells);
  if (first < 0 || open.has(first) || words.has(textAt(cells, first))) return false;
  let [filled, labels, last] = [0, 0, first];
  for (let at = first; at < cells.length; at += 1) {
    if (!isFilled(cells[at]!)) continue;
    const text = textAt(cells, at);
    if (isWholeLabel(text) || isFooterLabel(text)) labels += 1;
    else if (!isNote(text) && (at === first || !isFooterValue(text, textAt(cells, at - 1))))
      return false;
    filled += 1;
    last = at;
  }
  // Where most cells are filled, notes may be answers, and so may the words beside a label.
  return last < width && (2 * filled <= width || 2 * labels >= filled);
}

function firstFilled(cells: readonly string[]): number {
  return cells.findIndex(isFilled);
}

function textAt(cells: readonly string[], at: number): string {
  return (cells[at] ?? '').trim();
}

/** The footer of one file, known when its last records come by. */
export interface Footer {
  /** The same records; those of the last two batches come when the end has been seen. */
  watch(batches: AsyncIterable<RawBatch>): AsyncGenerator<RawBatch>;
  /** Rows of the footer. */
  readonly rows: ReadonlySet<number>;
}

/**
 * @param isFooter as `looksLikeFooter` judges
 * @param isSum whether a row holds sums, which may stand between the data and a footer
 */
export function footerOf(
  isFooter: (cells: readonly string[]) => boolean,
  isSum: (cells: readonly string[]) => boolean,
): Footer {
  const rows = new Set<number>();
  return {
    rows,
    async *watch(batches) {
      const last: RawBatch[] = [];
      for await (const batch of batches) {
        last.push(batch);
        if (last.length > 2) yield last.shift()!;
      }
      const records = last.flat();
      const found: RawRecord[] = [];
      let from = records.length;
      for (; from > 0 && found.length < MOST; from -= 1) {
        const { cells } = records[from - 1]!;
        if (isBlank(cells) || isSum(cells)) continue;
        if (!isFooter(cells)) break;
        found.push(records[from - 1]!);
      }
      const above = records.slice(0, from);
      for (const record of found) {
        if (isAnswered(record, above, isFooter)) break;
        rows.add(record.row);
      }
      yield* last;
    },
  };
}

/** Whether the first cell of a record is also that of a respondent above it. */
function isAnswered(
  { cells }: RawRecord,
  above: RawBatch,
  isFooter: (cells: readonly string[]) => boolean,
): boolean {
  const at = firstFilled(cells);
  const text = textAt(cells, at);
  return above.some((one) => textAt(one.cells, at) === text && !isFooter(one.cells));
}

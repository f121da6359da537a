/**
 * Merged cells among the answers of a sheet.
 *
 * People merge 单位 over the rows of its staff, where every row has the value: a merge down one
 * column is filled. One over several columns may mean anything, so that it is only noted.
 */
import type { Notes } from './notes.ts';
import { isBlank, type RawBatch, type RawRecord } from './record.ts';

/** A merge that reaches down from a row already read. */
interface Open {
  readonly lastRow: number;
  readonly text: string;
}

/**
 * Fills merges down one column, and notes how many cells of which column; merges over several
 * columns are noted where they hold anything.
 *
 * @param batches below the header, so that no merge of a header is among them
 * @param header names of the columns, for notes
 */
export async function* fillMerged(
  batches: AsyncIterable<RawBatch>,
  header: readonly string[],
  notes: Notes,
): AsyncGenerator<RawBatch> {
  // By column, of which there are few: a damaged sheet may have any number of merges.
  const open = new Map<number, Open>();
  const note = (kind: 'merged-cells' | 'merged-filled', row: number, column: number) =>
    notes.add(kind, row, header[column] ?? '');
  const fill = ({ row, cells, spans = [] }: RawRecord): RawRecord => {
    // A blank line is nobody's row, whatever it is merged with.
    if (isBlank(cells)) return { row, cells };
    const filled = [...cells];
    for (const [column, { lastRow, text }] of open) {
      if (row > lastRow) open.delete(column);
      else if (filled[column] === '') {
        filled[column] = text;
        note('merged-filled', row, column);
      }
    }
    for (const { from, to, lastRow } of spans) {
      const text = cells[from] ?? '';
      if (text === '') continue;
      if (from < to) note('merged-cells', row, from);
      else if (lastRow > row) open.set(from, { lastRow, text });
    }
    return { row, cells: filled };
  };
  for await (const batch of batches) {
    const plain = open.size === 0 && batch.every(({ spans }) => spans === undefined);
    yield plain ? batch : batch.map(fill);
  }
}

/** Headers of several rows that are told by merged cells, as people lay them out in Excel. */
import { parseNumber } from '../cell.ts';
import type { RawRecord, Span } from '../record.ts';

/** A header of more rows than these is none. */
const DEEPEST = 5;

/** Spans of each record that stand beside others, not across the whole table like a title. */
interface HeaderRow {
  readonly record: RawRecord;
  readonly stems: readonly Span[];
  readonly isTitle: boolean;
}

/**
 * Number of header records that merged cells tell: a cell merged over several columns stands above
 * their names, one merged over several rows reaches down to the last of them. Null without any.
 */
export function mergedHeaderRows(first: readonly RawRecord[]): number | null {
  let depth = 1;
  for (let i = 0; i < depth && i < first.length; i += 1) {
    for (const { from, to, lastRow } of first[i]!.spans ?? []) {
      const within = first.filter(({ row }) => row <= lastRow).length;
      const below = to > from && within <= i + 1 && holdsNames(first[i]!, first[i + 1]);
      depth = Math.max(depth, within, below ? i + 2 : 0);
    }
  }
  return depth > 1 && depth <= DEEPEST && depth <= first.length ? depth : null;
}

/**
 * Whether the record below one with merged cells names their columns: it is then blank wherever
 * else the upper one has a name, and holds no number. Otherwise it is the first respondent.
 */
function holdsNames(upper: RawRecord, lower: RawRecord | undefined): boolean {
  if (lower === undefined) return false;
  const wide = (upper.spans ?? []).filter(({ from, to }) => to > from);
  return lower.cells.every((cell, column) => {
    if (cell.trim() === '') return true;
    const free = !wide.some(({ from, to }) => from <= column && column <= to);
    return free ? (upper.cells[column] ?? '').trim() === '' : parseNumber(cell) === null;
  });
}

/**
 * Names of columns under merged cells: `stem [sub]`, the stem holding for all columns it spans.
 * Null where no cell of these records spans columns.
 *
 * @param records the header records
 */
export function mergedHeader(records: readonly RawRecord[]): readonly string[] | null {
  const width = Math.max(0, ...records.map(({ cells }) => cells.length));
  const rows = records.map((record) => headerRow(record, width));
  if (rows.every(({ stems }) => stems.length === 0)) return null;
  const named = rows.filter(({ isTitle }) => !isTitle);
  return Array.from({ length: width }, (_, column) => {
    const parts = named
      .map(({ record, stems }) => {
        const stem = stems.find(({ from, to }) => from <= column && column <= to);
        return (record.cells[stem?.from ?? column] ?? '').trim();
      })
      .filter((part) => part !== '');
    return parts.length < 2 ? (parts[0] ?? '') : `${parts[0]} [${parts.slice(1).join(' / ')}]`;
  });
}

function headerRow(record: RawRecord, width: number): HeaderRow {
  const wide = (record.spans ?? []).filter(({ from, to }) => to > from);
  const isTitle = wide.some(({ from, to }) => from === 0 && to >= width - 1);
  return { record, stems: isTitle ? [] : wide, isTitle };
}

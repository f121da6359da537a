/** Where the header of a table stands that no tool wrote: below lines of a title, or in two rows. */
import type { Effects } from '../../effects.ts';
import { parseNumber } from '../cell.ts';
import { type OpenedExport, openExport } from '../export.ts';
import { isBlank, type RawBatch } from '../record.ts';

/** Lines of a title above the header that are looked for. */
const MOST_TITLES = 4;

interface Opened {
  readonly opened: OpenedExport;
  readonly batches: AsyncIterable<RawBatch>;
  readonly headerRows: number | null;
}

/** Looks below lines with few filled cells, such as a title and a unit, where wider rows follow. */
export async function openBelowTitle(
  path: string,
  name: string,
  size: number,
  fx: Effects,
): Promise<Opened> {
  const open = async (headerRows: number | null) => {
    const opened = await openExport(path, name, { ...AS_FOUND, headerRows }, fx);
    const records = opened.records(size);
    const first = await records.next();
    const rest = async function* (): AsyncGenerator<RawBatch> {
      if (!first.done) yield first.value;
      yield* records;
    };
    const titles = titlesAbove(opened, first.done ? [] : first.value);
    return { opened, batches: rest(), records, headerRows, titles };
  };
  const found = await open(null);
  if (found.titles === 0) return found;
  await found.records.return(undefined);
  return open(found.opened.headerRows + found.titles);
}

/**
 * Records from the supposed header down to the real one; 0 where the supposed one is real.
 *
 * A title, its unit and its date fill few of the columns, the header and most rows more than half.
 */
export function titlesAbove(
  { format, headerRecords, headerRows }: OpenedExport,
  batch: RawBatch,
): number {
  if (format !== 'plain') return 0;
  const below = batch.filter(({ cells }) => !isBlank(cells));
  const widths = below.map(({ cells }) => filledIn(cells)).sort((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? 0;
  const lines = [...headerRecords.slice(-1), ...below.slice(0, MOST_TITLES)];
  if (headerRows === 1 && isUpperHalf(headerRecords, below)) return 1;
  const header = lines.findIndex(({ cells }) => 2 * filledIn(cells) > usual);
  // At least one row is left, below the header.
  if (header < 1 || header >= below.length) return 0;
  const isTitle = lines.slice(0, header).every(({ cells }) => filledIn(cells) <= 1);
  // Below a header with few names, or the lower half of one, stands the first respondent.
  const hasNumber = lines[header]!.cells.some((cell) => parseNumber(cell) !== null);
  return isTitle || (headerRows === 1 && !hasNumber) ? header : 0;
}

/** Share of the cells below a name that must be numbers to tell the name from an answer. */
const MOSTLY = 0.8;

/**
 * Whether a record names some columns itself, and is a title above the names of others: these fill
 * every gap it has, hold no number, and stand where the rows below hold numbers.
 */
function isUpperHalf([upper]: RawBatch, [lower, ...rows]: RawBatch): boolean {
  if (upper === undefined || lower === undefined || rows.length === 0) return false;
  const width = Math.max(upper.cells.length, lower.cells.length);
  const text = (cells: readonly string[], i: number) => (cells[i] ?? '').trim();
  const columns = Array.from({ length: width }, (_, i) => i);
  const names = columns.map((i) => text(lower.cells, i)).filter((name) => name !== '');
  if (new Set(names).size < names.length) return false;
  if (names.some((name) => parseNumber(name) !== null)) return false;
  const gaps = columns.filter((i) => text(upper.cells, i) === '');
  if (gaps.length === 0 || gaps.some((i) => text(lower.cells, i) === '')) return false;
  return columns.some((i) => {
    const cells = rows.map((row) => text(row.cells, i)).filter((cell) => cell !== '');
    const numbers = cells.filter((cell) => parseNumber(cell) !== null);
    return (
      text(lower.cells, i) !== '' && numbers.length > 0 && numbers.length >= MOSTLY * cells.length
    );
  });
}

const AS_FOUND = { encoding: null, sheet: null } as const;

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

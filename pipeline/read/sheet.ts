/** One sheet of a workbook -> records of text. */
import * as XLSX from 'xlsx';
import type { Notes } from './notes.ts';
import type { RawBatch, RawRecord, Span } from './record.ts';

const BATCH = 500;

/** Largest sheet that Excel itself can hold. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** Whether a sheet has cells where no spreadsheet program puts any. */
export function isBeyondExcel(sheet: XLSX.DenseWorkSheet): boolean {
  const rows = sheet['!data'] ?? [];
  if (rows.length > ROWS) return true;
  let widest = 0;
  rows.forEach((row) => {
    widest = Math.max(widest, row?.length ?? 0);
  });
  return widest > COLUMNS;
}

/**
 * The filled rows of a sheet, padded to one width, since a sheet has no ragged rows. Made as they
 * are taken: a single cell far out makes every row as wide.
 *
 * @param date1904 whether days count from 1904, as in old Macintosh workbooks
 */
export function* sheetRecords(
  sheet: XLSX.DenseWorkSheet,
  date1904: boolean,
  notes: Notes,
): Generator<RawBatch> {
  const filled: { row: number; cells: readonly XLSX.CellObject[]; end: number }[] = [];
  let width = 0;
  (sheet['!data'] ?? []).forEach((cells, i) => {
    noteFormulas(cells, i, notes);
    const end = cells.findLastIndex(isFilled) + 1;
    if (end > 0) filled.push({ row: i + 1, cells, end });
    width = Math.max(width, end);
  });
  const spans = spansOf(sheet['!merges'] ?? [], width);
  for (let from = 0; from < filled.length; from += BATCH) {
    yield filled.slice(from, from + BATCH).map(({ row, cells, end }): RawRecord => {
      const texts = Array.from({ length: width }, (_, column) =>
        column < end ? cellText(cells[column], date1904) : '',
      );
      const own = spans.get(row);
      return own ? { row, cells: texts, spans: own } : { row, cells: texts };
    });
  }
}

/** A stub (`z`) is a cell with a format or a formula, but no value. */
export function isFilled(cell: XLSX.CellObject | undefined): cell is XLSX.CellObject {
  if (!cell || cell.t === 'z') return false;
  return cell.t === 'e' || (cell.v !== undefined && cell.v !== null && cell.v !== '');
}

/** A formula whose result was not saved with it reads as an empty cell. */
function noteFormulas(cells: readonly XLSX.CellObject[], row: number, notes: Notes): void {
  cells.forEach((cell, column) => {
    if (cell?.f !== undefined && cell.t === 'z') {
      notes.add('formula-without-value', row + 1, XLSX.utils.encode_col(column));
    }
  });
}

/** Merged cells by their first row. */
function spansOf(merges: readonly XLSX.Range[], width: number): ReadonlyMap<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { s, e } of merges) {
    const row = s.r + 1;
    const span = { from: s.c, to: Math.min(e.c, width - 1), lastRow: e.r + 1 };
    const own = spans.get(row);
    if (own === undefined) spans.set(row, [span]);
    else own.push(span);
  }
  return spans;
}

/** A cell as text, nothing lost that its reader sees. */
function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (!isFilled(cell)) return '';
  if (cell.t === 'n') return numberText(cell, date1904);
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '';
  return String(cell.v);
}

function numberText(cell: XLSX.CellObject, date1904: boolean): string {
  const value = cell.v as number;
  const format = String(cell.z ?? 'General');
  if (XLSX.SSF.is_date(format)) {
    const date = XLSX.SSF.parse_date_code(value, { date1904 });
    if (date) {
      const two = (n: number) => String(n).padStart(2, '0');
      return `${date.y}/${two(date.m)}/${two(date.d)} ${two(date.H)}:${two(date.M)}:${two(Math.floor(date.S))}`;
    }
  }
  const shown = (cell.w ?? '').replaceAll(',', '').trim();
  // As shown, when that says the number exactly: `1.00`, `00012`.
  if (/^[-+]?\d+(?:\.\d+)?$/.test(shown) && Number(shown) === value) return shown;
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

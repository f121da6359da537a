/** Excel workbooks (.xls, .xlsx) -> records of text. A workbook is read into memory whole. */
import * as XLSX from 'xlsx';
import { InputError, nearest, problem } from '../errors.ts';
import type { Notes } from './notes.ts';
import type { RawRecord } from './record.ts';

/** Largest workbook in MB: an .xls as it is, an .xlsx unpacked. */
export const WORKBOOK_LIMIT = 512;

const MB = 1024 * 1024;

/**
 * Reads one sheet: the one named, else of those with more than one row the first whose header has
 * a numbered question, else the first.
 *
 * Cells come as text without loss: whole numbers of any length without exponent, numbers with the
 * zeros they are shown with (`1.00`), dates as `2026/09/03 12:00:00`. Rows are padded to one
 * width, since a sheet has no ragged rows.
 *
 * @param name as the user named the file, for messages
 * @throws InputError for a broken, encrypted or too large workbook and a sheet that is not there
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string,
  sheet: string | null,
  notes: Notes,
): readonly RawRecord[] {
  const unpacked = unpackedSize(bytes);
  if (unpacked > WORKBOOK_LIMIT * MB) {
    const size = Math.ceil(unpacked / MB);
    throw new InputError([
      problem('workbook-too-large', { file: name }, { size, limit: WORKBOOK_LIMIT }),
    ]);
  }
  const book = parse(bytes, name);
  const chosen = chooseSheet(book, name, sheet, notes);
  return chosen === null ? [] : records(chosen, book.Workbook?.WBProps?.date1904 === true);
}

function parse(bytes: Uint8Array, name: string): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false });
  } catch (cause) {
    const encrypted = /password|encrypt/i.test(String(cause));
    const key = encrypted ? 'workbook-encrypted' : 'workbook-broken';
    throw new InputError([problem(key, { file: name })], { cause });
  }
}

function chooseSheet(
  book: XLSX.WorkBook,
  name: string,
  wanted: string | null,
  notes: Notes,
): XLSX.DenseWorkSheet | null {
  const names = book.SheetNames;
  const sheetOf = (one: string) => book.Sheets[one] as XLSX.DenseWorkSheet | undefined;
  const rowsOf = (one: string) => sheetOf(one)?.['!data']?.filter((row) => row?.length).length ?? 0;
  if (wanted !== null) {
    const found =
      names.find((one) => one === wanted) ?? names.find((one) => one.trim() === wanted.trim());
    if (found === undefined) {
      const near = nearest(wanted, names);
      const sheets =
        near === null ? names.join(', ') : [near, ...names.filter((n) => n !== near)].join(', ');
      throw new InputError([problem('sheet-missing', { file: name }, { sheet: wanted, sheets })]);
    }
    return sheetOf(found) ?? null;
  }
  const filled = names.filter((one) => rowsOf(one) > 1);
  if (filled.length > 1) notes.add('other-sheets', 1);
  const answers = filled.find((one) => beginsQuestions(sheetOf(one)?.['!data'] ?? []));
  const first = answers ?? filled[0] ?? names.find((one) => rowsOf(one) > 0);
  return first === undefined ? null : (sheetOf(first) ?? null);
}

/** Rows among which the header is looked for. */
const TOP = 3;

/** A sheet of answers, not of statistics: its header has a first question, `1、…` or `第1题(…)`. */
function beginsQuestions(rows: NonNullable<XLSX.DenseWorkSheet['!data']>): boolean {
  return Array.from(rows.slice(0, TOP)).some((row) =>
    row?.some((cell) => /^\s*(?:1[、：:]|第1题[(（])/.test(String(cell?.v ?? ''))),
  );
}

function records(sheet: XLSX.DenseWorkSheet, date1904: boolean): readonly RawRecord[] {
  const rows = sheet['!data'];
  const width = rows.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  return Array.from(rows, (row, i) => ({
    row: i + 1,
    cells: Array.from({ length: width }, (_, column) => cellText(row?.[column], date1904)),
  }));
}

/** A cell as text, nothing lost that its reader sees. */
function cellText(cell: XLSX.CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
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

/** Sum of the unpacked sizes that a zip file's directory states; the size itself otherwise. */
function unpackedSize(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (view.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 20 > view.length) return view.length;
  let at = view.readUInt32LE(end + 16);
  let sum = 0;
  while (at + 46 <= end && view.readUInt32LE(at) === 0x02014b50) {
    sum += view.readUInt32LE(at + 24);
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return sum;
}

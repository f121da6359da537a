/** Excel workbooks (.xls, .xlsx) -> records of text. A workbook is read into memory whole. */
import * as XLSX from 'xlsx';
import { InputError, problem } from '../errors.ts';
import { chooseSheet, type SheetChoice } from './choose-sheet.ts';
import { oleKind, zipKind } from './kind.ts';
import type { Notes } from './notes.ts';
import type { RawBatch } from './record.ts';
import { isBeyondExcel, sheetRecords } from './sheet.ts';
import { withinTime } from './time-limit.ts';
import { partsAreTrue, type ZipPart, zipParts } from './zip.ts';

/** Largest workbook in MB: an .xls as it is, an .xlsx unpacked. */
export const WORKBOOK_LIMIT = 512;

const MB = 1024 * 1024;

/** Most parts in an .xlsx: a few a sheet, and pictures. */
const MOST_PARTS = 10_000;

/** One sheet of a workbook. */
export interface ReadSheet {
  /** Its name; null of a workbook that holds nothing. */
  readonly sheet: string | null;
  /** To be taken as often as wanted; what is odd in them is noted each time. */
  records(notes: Notes): Iterable<RawBatch>;
}

/**
 * Reads one sheet, as `chooseSheet` finds it.
 *
 * Cells come as text without loss: whole numbers of any length without exponent, numbers with the
 * zeros they are shown with (`1.00`), dates as `2026/09/03 12:00:00`. Of a formula the saved
 * result is read. Blank rows are left out; the others keep their numbers.
 *
 * @param name as the user named the file, for messages
 * @throws InputError for a broken, encrypted or too large workbook, for another kind of file in
 *   the same wrapping, and for a sheet that is not there
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string,
  choice: SheetChoice,
  notes: Notes,
): ReadSheet {
  const size = safeSize(bytes, name);
  const book = parse(bytes, size, name, notes);
  // Before anything walks over rows: a row number is believed by the parser.
  const sheets = Object.values(book.Sheets) as XLSX.DenseWorkSheet[];
  if (sheets.some(isBeyondExcel)) throw refuse('workbook-broken', name);
  const chosen = chooseSheet(book, name, choice, notes);
  if (chosen === null) return { sheet: null, records: () => [] };
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    sheet: chosen.name,
    records: (into) => sheetRecords(chosen.cells, date1904, into),
  };
}

/** Damaged workbooks can send the parser round in circles; sound ones take far less than this. */
const LONGEST = 30_000;
const BYTES_A_MILLISECOND = 200;

type Refusal =
  | 'workbook-broken'
  | 'workbook-encrypted'
  | 'workbook-too-large'
  | 'workbook-too-many-parts'
  | 'workbook-parts-untrue'
  | 'not-a-table'
  | 'archive'
  | 'archive-encrypted';

function refuse(
  key: Refusal,
  file: string,
  values: Readonly<Record<string, string | number>> = {},
  options?: ErrorOptions,
): InputError {
  return new InputError([problem(key, { file }, values)], options);
}

/** Looks at sizes and contents before anything is unpacked; returns the size unpacked. */
function safeSize(bytes: Uint8Array, name: string): number {
  const zipped = bytes[0] === 0x50;
  const parts = zipped ? zipParts(bytes) : [];
  if (parts === null) throw refuse('workbook-broken', name);
  const size = zipped ? parts.reduce((sum, one) => sum + one.unpacked, 0) : bytes.length;
  if (size > WORKBOOK_LIMIT * MB) {
    const values = { size: Math.ceil(size / MB), limit: WORKBOOK_LIMIT };
    throw refuse('workbook-too-large', name, values);
  }
  if (zipped) refuseUnsafeZip(bytes, parts, name);
  return size;
}

function refuseUnsafeZip(bytes: Uint8Array, parts: readonly ZipPart[], name: string): void {
  const encrypted = parts.some((one) => one.encrypted);
  const kind = zipKind(parts.map((part) => part.name));
  if (kind === 'zip')
    throw refuse(encrypted ? 'archive-encrypted' : 'archive', name, { kind: 'ZIP' });
  if (kind !== 'workbook') throw refuse('not-a-table', name, { kind: kind.toUpperCase() });
  if (encrypted) throw refuse('workbook-encrypted', name);
  if (parts.length > MOST_PARTS) {
    const values = { count: parts.length, limit: MOST_PARTS };
    throw refuse('workbook-too-many-parts', name, values);
  }
  if (!partsAreTrue(bytes, parts)) throw refuse('workbook-parts-untrue', name);
}

function parse(bytes: Uint8Array, size: number, name: string, notes: Notes): XLSX.WorkBook {
  try {
    // Stubs: a formula without a saved result would otherwise not be seen.
    const options = { type: 'array', dense: true, cellNF: true, sheetStubs: true } as const;
    const act = () => XLSX.read(bytes, { ...options, cellHTML: false });
    const read = quietly(() => withinTime(LONGEST + size / BYTES_A_MILLISECOND, act), notes);
    if (read === null) throw new Error('it takes too long');
    return read.value;
  } catch (cause) {
    const kind = oleKind(bytes);
    if (kind !== null) throw refuse('not-a-table', name, { kind: kind.toUpperCase() }, { cause });
    const encrypted = /password|encrypt/i.test(String(cause));
    throw refuse(encrypted ? 'workbook-encrypted' : 'workbook-broken', name, {}, { cause });
  }
}

/** The parser prints what it does not understand; here that is noted instead. */
function quietly<T>(act: () => T, notes: Notes): T {
  const { error, warn, log } = console;
  const note = () => notes.add('workbook-odd', 1);
  Object.assign(console, { error: note, warn: note, log: note });
  try {
    return act();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

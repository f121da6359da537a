/** Rows to the bytes of the three kinds of file that survey tools and Excel leave behind. */
import * as XLSX from 'xlsx';
import { encodeGb18030 } from './gb18030.mjs';

/** A row of cells, or `null` for a blank line. @typedef {string[] | null} Row */

/** CSV in GB18030 with CRLF, as Excel saves it on Chinese Windows; a blank line is empty. @type {(rows: readonly Row[]) => Uint8Array} */
export function gb18030Csv(rows) {
  return encodeGb18030(rows.map((row) => `${row ? row.map(quoted).join(',') : ''}\r\n`).join(''));
}

/** CSV in UTF-8 with a byte order mark and CRLF; a blank line holds only commas. @type {(rows: readonly Row[]) => Uint8Array} */
export function utf8Csv(rows) {
  const commas = ','.repeat((rows[0]?.length ?? 1) - 1);
  const lines = rows.map((row) => `${row ? row.map(quoted).join(',') : commas}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

/** @param {string} cell */
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A workbook with one sheet; whole cells that are plain numbers become numbers. It holds no
 * time of writing, so the same rows give the same bytes.
 * @param {readonly Row[]} rows
 * @returns {Uint8Array}
 */
export function workbook(rows) {
  const cells = rows.map((row) =>
    (row ?? []).map((cell) =>
      cell === '' ? null : /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell) ? Number(cell) : cell,
    ),
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'Sheet1');
  return new Uint8Array(
    XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }),
  );
}

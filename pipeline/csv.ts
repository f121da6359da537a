/** Writes CSV that a spreadsheet opens without running anything in it. */
import Papa from 'papaparse';

/** A cell: text is guarded and quoted where needed, numbers are written as they are. */
export type Cell = string | number | null;

/** A text cell that a spreadsheet could take for a formula: = + - @ (also full width), tab, CR, LF. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as CSV text, CRLF after every row.
 *
 * @param raw true leaves text that looks like a formula as it is
 * @example csvText([['a,b', 1, null], ['=1+1', -2, '']]) // '"a,b",1,\r\n\'=1+1,-2,\r\n'
 */
export function csvText(rows: readonly (readonly Cell[])[], { raw = false } = {}): string {
  if (rows.length === 0) return '';
  const options = { newline: '\r\n', ...(raw ? {} : { escapeFormulae: FORMULA }) };
  return `${Papa.unparse(rows as Cell[][], options)}\r\n`;
}

/** Excel takes a CSV for UTF-8 only if it starts with this. */
export const BOM = '\uFEFF';

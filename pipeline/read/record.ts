/** One record of a table as it came: cells, and where it stands. */
export interface RawRecord {
  /** The row a spreadsheet shows: blank lines count, line breaks inside cells do not. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Merged cells that begin in this row of a workbook's sheet. */
  readonly spans?: readonly Span[];
}

/** Cells merged into one; only the first of them holds the text. */
export interface Span {
  /** First and last column, from 0. */
  readonly from: number;
  readonly to: number;
  /** Last row, as a spreadsheet numbers it. */
  readonly lastRow: number;
}

/** Some records in file order. */
export type RawBatch = readonly RawRecord[];

/** True for a blank line, and for a row of nothing but delimiters and blanks. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/** Whether a cell holds anything but blanks; as `cell.trim() !== ''`, which is slower. */
export function isFilled(cell: string): boolean {
  if (cell === '') return false;
  const first = cell.charCodeAt(0);
  const plain = (first > 0x20 && first < 0x7f) || (first >= 0x3400 && first < 0xd800);
  return plain || cell.trim() !== '';
}

/** One record of a table as it came: cells, and where it stands. */
export interface RawRecord {
  /** The row a spreadsheet shows: blank lines count, line breaks inside cells do not. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Some records in file order. */
export type RawBatch = readonly RawRecord[];

/** True for a blank line, and for a row of nothing but delimiters and blanks. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/** The lines of results.json one by one. */
import { type TakePiece, takingLines } from './pieces.ts';
import { isObject, type Json, type JsonObject } from './read-json.ts';

/** A row of a table in results.json. */
export type TakeRow = (table: string, row: JsonObject, index: number) => void;

export interface RowReader {
  readonly take: TakePiece;
  /** Whether the end of the file has come. */
  isComplete(): boolean;
}

/**
 * The rows of results.json, one after the other. The file is written with a row a line and may be
 * larger than what could be held parsed, so each line is parsed by itself; lines between rows must
 * be the frame they stand in, each in its place, so that nothing is passed over.
 */
export function readRows(takeRow: TakeRow): RowReader {
  const tables = new Set<string>();
  let within: 'nothing' | 'file' | 'table' | 'end' = 'nothing';
  let table = '';
  let index = 0;
  /** Where a line of the frame leads to; null where it may not stand. */
  const after = (line: string): typeof within | null => {
    if (within === 'nothing') return line === '{' ? 'file' : null;
    if (within === 'table') return line === '' ? 'table' : /^ {2}\],?$/.test(line) ? 'file' : null;
    if (within === 'end') return null;
    if (line === '}') return 'end';
    if (line === '  "schema": 1,') return 'file';
    const opened = /^ {2}"([a-z_]+)": \[$/.exec(line)?.[1];
    if (opened === undefined || tables.has(opened)) return null;
    tables.add(opened);
    [table, index] = [opened, 0];
    return 'table';
  };
  const takeLine = (piece: string, start: number, end: number) => {
    if (within === 'table' && piece.startsWith('    ', start)) {
      const last = piece.charCodeAt(end - 1) === 44 ? end - 1 : end;
      const row = JSON.parse(piece.slice(start, last)) as Json;
      if (!isObject(row)) throw new SyntaxError(piece.slice(start, start + 40));
      takeRow(table, row, index);
      index += 1;
      return;
    }
    const next = after(piece.slice(start, end));
    if (next === null) throw new SyntaxError(piece.slice(start, Math.min(end, start + 40)));
    within = next;
  };
  const take = takingLines((piece) => {
    for (let start = 0; start < piece.length; ) {
      const newline = piece.indexOf('\n', start);
      const end = newline < 0 ? piece.length : newline;
      takeLine(piece, start, end);
      start = end + 1;
    }
  });
  return { take, isComplete: () => within === 'end' };
}

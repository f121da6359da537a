/** The lines of results.json one by one. */
import { type TakePiece, takingLines } from './pieces.ts';
import { isObject, type Json, type JsonObject } from './read-json.ts';

/** A row of a table in results.json. */
export type TakeRow = (table: string, row: JsonObject, index: number) => void;

/**
 * The rows of results.json, one after the other. The file is written with a row a line and may be
 * larger than what could be held parsed, so each line is parsed by itself; lines between rows must
 * be the frame they stand in, so that nothing is passed over.
 */
export function readRows(take: TakeRow): TakePiece {
  let table: string | null = null;
  let index = 0;
  const takeLine = (piece: string, start: number, end: number) => {
    if (piece.startsWith('    ', start)) {
      const last = piece.charCodeAt(end - 1) === 44 ? end - 1 : end;
      const row = JSON.parse(piece.slice(start, last)) as Json;
      if (table === null || !isObject(row)) throw new SyntaxError(piece.slice(start, start + 40));
      take(table, row, index);
      index += 1;
      return;
    }
    const line = piece.slice(start, end);
    const opened = /^ {2}"([a-z_]+)": \[$/.exec(line);
    if (opened !== null) [table, index] = [opened[1]!, 0];
    else if (/^ {2}\],?$/.test(line)) table = null;
    else if (!/^(?:\{|\}| {2}"schema": 1,|)$/.test(line)) throw new SyntaxError(line.slice(0, 40));
  };
  return takingLines((piece) => {
    for (let start = 0; start < piece.length; ) {
      const newline = piece.indexOf('\n', start);
      const end = newline < 0 ? piece.length : newline;
      takeLine(piece, start, end);
      start = end + 1;
    }
  });
}

/** Delimited text -> cells, by Papa Parse; whatever its lines end with. */
import Papa from 'papaparse';
import type { Dialect } from './csv-dialect.ts';
import { plainLineEnds } from './line-ends.ts';

export interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  /** Where the first unfinished record begins. */
  readonly cursor: number;
}

/** Papa Parse on a piece of text; with `last` the piece is taken to end with a record. */
export function parseText(written: string, dialect: Dialect, last: boolean): Parsed {
  const { delimiter } = dialect;
  const text = plainLineEnds(written, delimiter, last);
  if (text.includes('\r"')) return parseStepwise(text, delimiter, last);
  const parsed = parseWithoutCr(text, dialect, last);
  if (text.includes('\r')) {
    for (const cells of parsed.data) {
      const end = cells.length - 1;
      if (cells[end]!.endsWith('\r')) cells[end] = cells[end]!.slice(0, -1);
    }
  }
  return parsed;
}

/** As `parseText`, of a text without any CR. */
export function parseWithoutCr(text: string, { delimiter }: Dialect, last: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  const { data, errors, meta } = parser.parse(text, 0, !last);
  return { data: data as string[][], errors, cursor: meta.cursor };
}

/**
 * As `parseText`, for the rare text where a cell's own last character may be a CR: whether a CR is
 * the cell's or the line end's is then seen from the raw text of the record.
 */
function parseStepwise(text: string, delimiter: string, last: boolean): Parsed {
  const data: string[][] = [];
  const errors: { code: string; row: number }[] = [];
  let cursor = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    quoteChar: '"',
    step: (result: Papa.ParseStepResult<unknown>) => {
      const [cells] = result.data as string[][];
      if (!cells) return;
      const raw = text.slice(cursor, result.meta.cursor);
      const end = cells.length - 1;
      const cell = cells[end]!;
      const before = raw.slice(0, raw.length - cell.length - 1);
      const bare = before === '' || before.endsWith(delimiter);
      if (cell.endsWith('\r') && raw.endsWith(`${cell}\n`) && bare) cells[end] = cell.slice(0, -1);
      errors.push(...result.errors.map((error) => ({ code: error.code, row: data.length })));
      data.push(cells);
      cursor = result.meta.cursor;
    },
  });
  parser.parse(text, 0, !last);
  return { data, errors, cursor };
}

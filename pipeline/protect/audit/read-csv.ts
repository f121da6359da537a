/** CSV as rows of cells. */
import Papa from 'papaparse';
import { type TakePiece, takingLines } from './pieces.ts';

export type TakeCells = (cells: readonly string[], row: number) => void;

/** Rows of a CSV, the header first; `row` as a spreadsheet numbers it. Not held together. */
export function readCsvRows(take: TakeCells): TakePiece {
  let row = 0;
  return takingLines((piece) => {
    Papa.parse<string[]>(piece, {
      delimiter: ',',
      newline: '\r\n',
      skipEmptyLines: 'greedy',
      step: ({ data, errors }) => {
        // It would go on in the next piece, where it could not be told from lines.
        const [open] = errors.filter(({ code }) => code === 'MissingQuotes');
        if (open !== undefined) throw new SyntaxError(open.message);
        row += 1;
        take(row === 1 ? data.map((cell) => cell.replace(/^\uFEFF/, '')) : data, row);
      },
    });
  });
}

/** CSV as rows of cells. */
import Papa from 'papaparse';

export type TakeCells = (cells: readonly string[], row: number) => void;

/** Rows of a CSV, the header first; `row` as a spreadsheet numbers it. Not held together. */
export function readCsvRows(content: string, take: TakeCells): void {
  let row = 0;
  Papa.parse<string[]>(content, {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: 'greedy',
    step: ({ data }) => {
      row += 1;
      take(row === 1 ? data.map((cell) => cell.replace(/^\uFEFF/, '')) : data, row);
    },
  });
}

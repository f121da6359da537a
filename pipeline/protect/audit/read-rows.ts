/** CSV and workbooks as rows of cells. */
import Papa from 'papaparse';
import { read, utils } from 'xlsx';

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

/** Every sheet of a workbook, hidden ones too. */
export function readWorkbookRows(
  content: Uint8Array,
): readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[] {
  const { Sheets, SheetNames } = read(content, { type: 'array' });
  return SheetNames.map((sheet) => {
    const options = { header: 1, raw: true, defval: '', blankrows: true } as const;
    const rows = utils.sheet_to_json<readonly unknown[]>(Sheets[sheet]!, options);
    return { sheet, rows: rows.map((row) => row.map((cell) => String(cell ?? ''))) };
  });
}

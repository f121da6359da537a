import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a published table. */
export function tableOf(out: string, name: string): readonly CsvRow[] {
  return rowsOf(join(out, 'tables', `${name}.csv`));
}

/** The rows of a CSV file with one header. */
export function rowsOf(path: string): readonly CsvRow[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data;
}

/** The published files: tables as CSV, everything as JSON. */
import type { Tables } from '../aggregate/tables.ts';
import { BOM, type Cell, csvText } from '../csv.ts';
import { COLUMNS } from './columns.ts';

/** One table as CSV with BOM, so that Excel opens it as UTF-8. */
export function tableCsv(tables: Tables, name: keyof Tables): string {
  const columns: readonly string[] = COLUMNS[name];
  const rows = (tables[name] as readonly object[]).map((row) =>
    columns.map((column) => (row as Record<string, Cell>)[column] ?? null),
  );
  return BOM + csvText([columns, ...rows]);
}

/** results.json: every table, a row an object. */
export function resultsJson(tables: Tables): string {
  const names = Object.keys(COLUMNS) as (keyof Tables)[];
  const blocks = names.map((name) => {
    const lines = tables[name].map((row) => `    ${rowJson(row, COLUMNS[name])}`);
    return `  ${JSON.stringify(name)}: [\n${lines.join(',\n')}\n  ]`;
  });
  return `{\n  "schema": 1,\n${blocks.join(',\n')}\n}\n`;
}

/** A row as an object of its columns, in their order. */
function rowJson(row: object, columns: readonly string[]): string {
  const cells = columns.map(
    (name) => `"${name}":${JSON.stringify((row as Record<string, Cell>)[name] ?? null)}`,
  );
  return `{${cells.join(',')}}`;
}

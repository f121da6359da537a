/** The published files: tables as CSV, everything as JSON, each as pieces of whole lines. */
import { written } from '../aggregate/round.ts';
import type { Tables } from '../aggregate/tables.ts';
import { BOM, type Cell, csvText } from '../csv.ts';
import { COLUMNS } from './columns.ts';

/** Lines in a piece. */
const LINES = 2_000;

/** One table as CSV with BOM, so that Excel opens it as UTF-8. */
export function* tableCsv(tables: Tables, name: keyof Tables): Generator<string> {
  const columns: readonly string[] = COLUMNS[name];
  const rows: readonly object[] = tables[name];
  yield BOM + csvText([columns]);
  for (const lot of inLots(rows)) {
    yield csvText(lot.map((row) => columns.map((column) => cellOf(row, column))));
  }
}

/** results.json: every table, a row an object. */
export function* resultsJson(tables: Tables): Generator<string> {
  const names = Object.keys(COLUMNS) as (keyof Tables)[];
  yield '{\n  "schema": 1,\n';
  for (const name of names) {
    const rows: readonly object[] = tables[name];
    const last = rows.at(-1);
    yield `  ${JSON.stringify(name)}: [\n`;
    for (const lot of inLots(rows)) {
      yield lot
        .map((row) => `    ${rowJson(row, COLUMNS[name])}${row === last ? '' : ','}\n`)
        .join('');
    }
    if (last === undefined) yield '\n';
    yield name === names.at(-1) ? '  ]\n' : '  ],\n';
  }
  yield '}\n';
}

/** A row as an object of its columns, in their order. */
function rowJson(row: object, columns: readonly string[]): string {
  const cells = columns.map((name) => `"${name}":${JSON.stringify(cellOf(row, name))}`);
  return `{${cells.join(',')}}`;
}

function cellOf(row: object, column: string): Cell {
  const cell = (row as Record<string, Cell>)[column] ?? null;
  return typeof cell === 'number' ? written(column, cell) : cell;
}

function* inLots<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += LINES) yield rows.slice(start, start + LINES);
}

/** The data that the report's script draws from: lines of the published tables, in columns. */

import type { Tables } from '../../aggregate/tables.ts';
import { type Place, problem } from '../../errors.ts';
import { type PackedTable, unpackTable } from '../../report/packed.ts';
import { inspectJson } from './inspect-json.ts';
import type { Inspection } from './inspection.ts';
import { judgeLine } from './line-figures.ts';
import { isObject, type Json } from './read-json.ts';

/** @throws SyntaxError for anything else than the data of a page */
export function inspectPageData(data: Json, at: Place, inspection: Inspection): void {
  if (!isObject(data) || !isObject(data.tables!)) throw new SyntaxError('report-data');
  const { tables, ...rest } = data;
  inspectJson(rest, at, inspection);
  for (const [name, packed] of Object.entries(tables as object)) {
    inspectTable(name, packed as PackedTable, { ...at, key: `tables.${name}` }, inspection);
  }
}

function inspectTable(name: string, packed: PackedTable, at: Place, inspection: Inspection): void {
  const { published, figures } = inspection;
  inspectJson(packed as unknown as Json, at, inspection);
  const rows = unpackTable(packed);
  const wanted = Object.hasOwn(published.columns, name)
    ? published.columns[name as keyof Tables]
    : null;
  const columns = Object.keys(packed.columns);
  if (rows.length > 0 && columns.sort().join() !== [...(wanted ?? [])].sort().join()) {
    figures.push(problem('leak-line', at, { table: name }));
    return;
  }
  rows.forEach((row, i) => {
    const where = (column: string): Place => ({
      ...at,
      key: column === '' ? `${at.key}[${i}]` : `${at.key}[${i}].${column}`,
    });
    const line = packed.lines === null ? i : packed.lines[i]!;
    figures.push(
      ...judgeLine(name as keyof Tables, (column) => row[column], line, where, inspection),
    );
  });
}

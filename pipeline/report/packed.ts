/** Tables and maps as JSON of few bytes, for the data of a page. */
import type { Tables } from '../aggregate/tables.ts';
import { rowMaker } from '../row.ts';

type Cell = string | number | null;

/** A column's cells, or each different one once and which of them stand where. */
type PackedColumn =
  | readonly Cell[]
  | { readonly of: readonly Cell[]; readonly at: readonly number[] };

export interface PackedTable {
  /** Places of the lines in the published table, from 0; null: all of them. */
  readonly lines: readonly number[] | null;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

export type PackedTables = Readonly<Record<keyof Tables, PackedTable>>;

type AnyRow = Readonly<Record<string, Cell>>;

/** @param all the published tables, of which `tables` has some lines, the very same objects */
export function packTables(tables: Tables, all: Tables): PackedTables {
  const names = Object.keys(tables) as (keyof Tables)[];
  return Object.fromEntries(
    names.map((name) => [name, packTable(rowsOf(tables, name), rowsOf(all, name))]),
  ) as PackedTables;
}

/** @throws SyntaxError for columns of different lengths */
export function unpackTables(packed: PackedTables): Tables {
  return Object.fromEntries(
    Object.entries(packed).map(([name, table]) => [name, unpackTable(table)]),
  ) as unknown as Tables;
}

export function unpackTable({ columns }: PackedTable): readonly AnyRow[] {
  const cells = Object.entries(columns).map(([name, column]) => [name, cellsOf(column)] as const);
  const [first] = cells;
  const height = first?.[1].length ?? 0;
  if (cells.some(([, column]) => column.length !== height)) throw new SyntaxError('columns');
  const row = rowMaker<Cell>(cells.map(([name]) => name));
  return Array.from({ length: height }, (_, i) => row((at) => cells[at]![1][i] ?? null));
}

function rowsOf(tables: Tables, name: keyof Tables): readonly AnyRow[] {
  return tables[name] as unknown as readonly AnyRow[];
}

function packTable(rows: readonly AnyRow[], all: readonly AnyRow[]): PackedTable {
  const places = new Map(all.map((row, i) => [row, i]));
  const names = Object.keys(rows[0] ?? {});
  return {
    lines: rows.length === all.length ? null : rows.map((row) => places.get(row)!),
    columns: Object.fromEntries(names.map((name) => [name, packColumn(rows, name)])),
  };
}

function packColumn(rows: readonly AnyRow[], name: string): PackedColumn {
  const cells = rows.map((row) => row[name] ?? null);
  const of = [...new Set(cells)];
  if (of.length > cells.length / 2) return cells;
  const places = new Map(of.map((cell, i) => [cell, i]));
  return { of, at: cells.map((cell) => places.get(cell)!) };
}

function cellsOf(column: PackedColumn): readonly Cell[] {
  if (!('of' in column)) return column;
  return column.at.map((i) => column.of[i] ?? null);
}

/** What JSON writes in the place of a map. */
const MAP = '$map';

/** The same with every map as its entries, for JSON. */
export function packMaps(value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value].map(packMaps) };
  if (Array.isArray(value)) return value.map(packMaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packMaps(one)]));
}

/** What `packMaps` was given. */
export function unpackMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackMaps);
  if (typeof value !== 'object' || value === null) return value;
  const entries = (value as { readonly [MAP]?: readonly (readonly [unknown, unknown])[] })[MAP];
  if (entries !== undefined) return new Map(entries.map(([key, one]) => [key, unpackMaps(one)]));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpackMaps(one)]));
}

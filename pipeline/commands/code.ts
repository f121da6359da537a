/** `canvass code`: the codes of one column beside what the file holds already. */
import { resolve } from 'node:path';
import { codingCells, evidenceOf } from '../code/cells.ts';
import { createCoder } from '../code/coder.ts';
import type { Coder } from '../code/coding.ts';
import { BOM, type Cell, csvText } from '../csv.ts';
import { InputError, problem } from '../errors.ts';
import { type OpenTable, openTable, type TableForm, type TableRow } from '../read/table.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import type { Context } from './context.ts';

export interface CodeFlags {
  readonly column: string;
  readonly taxonomy: string;
  readonly out?: string;
  readonly format?: TableForm;
  readonly encoding?: string;
  readonly raw?: boolean;
}

const ADDED = ['status', 'codes', 'confidence', 'evidence'] as const;

/** Codes `file` (or standard input for `-`), row by row in their order. */
export async function codeCommand(file: string, flags: CodeFlags, context: Context): Promise<void> {
  const { fx, cwd } = context;
  const coder = createCoder(await loadTaxonomy(flags.taxonomy, cwd, fx));
  const source = {
    path: file === '-' ? file : resolve(cwd, file),
    name: file,
    form: flags.format ?? 'csv',
    encoding: flags.encoding ?? null,
  } as const;
  const table = await openTable(source, [flags.column], fx);
  if (flags.out !== undefined && resolve(cwd, flags.out) === source.path) {
    throw new InputError([problem('output-is-input', { file: flags.out })]);
  }
  const form = flags.format ?? table.form;
  const lines = form === 'csv' ? csvLines(table, coder, flags) : jsonLines(table, coder);
  if (flags.out === undefined) {
    for await (const text of lines) await fx.print(text);
    return;
  }
  await writeWhole(resolve(cwd, flags.out), lines, context);
}

/** The new file stands beside the old one until it is complete. */
async function writeWhole(
  path: string,
  lines: AsyncIterable<string>,
  { fx }: Context,
): Promise<void> {
  const partial = `${path}.part`;
  fx.remove(partial);
  const forget = fx.onInterrupt(() => fx.remove(partial));
  try {
    const file = await fx.create(partial);
    for await (const text of lines) await file.write(text);
    await file.close();
    fx.rename([[partial, path]]);
  } catch (error) {
    fx.remove(partial);
    throw error;
  } finally {
    forget();
  }
}

async function* csvLines(table: OpenTable, coder: Coder, flags: CodeFlags): AsyncGenerator<string> {
  const options = { raw: flags.raw ?? false };
  const mark = flags.out === undefined ? '' : BOM;
  let columns: readonly string[] | null = table.form === 'csv' ? table.columns : null;
  if (columns !== null) yield mark + csvText([[...columns, ...addedNames(columns)]], options);
  for await (const rows of table.batches()) {
    // JSON lines have no header: the keys of the first object are the columns.
    if (columns === null && rows[0] !== undefined) {
      columns = Object.keys(rows[0].record ?? {});
      yield mark + csvText([[...columns, ...addedNames(columns)]], options);
    }
    yield csvText(
      rows.map((row) => [
        ...cellsOf(row, columns ?? []),
        ...codingCells(coder.code(row.picked[0]!)),
      ]),
      options,
    );
  }
}

function cellsOf(row: TableRow, columns: readonly string[]): readonly Cell[] {
  if (row.record === null) return row.cells;
  return columns.map((name) => {
    const value = row.record?.[name] ?? null;
    return value === null || typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  });
}

async function* jsonLines(table: OpenTable, coder: Coder): AsyncGenerator<string> {
  for await (const rows of table.batches()) {
    yield rows.map((row) => `${JSON.stringify(codedRecord(row, table.columns, coder))}\n`).join('');
  }
}

function codedRecord(row: TableRow, columns: readonly string[], coder: Coder): object {
  const record = row.record ?? Object.fromEntries(columns.map((name, i) => [name, row.cells[i]!]));
  const names = addedNames(Object.keys(record));
  const coding = coder.code(row.picked[0]!);
  const values = [
    coding.status,
    coding.codes.map((hit) => hit.code),
    coding.codes.map((hit) => Number(hit.confidence.toFixed(2))),
    evidenceOf(coding),
  ];
  return { ...record, ...Object.fromEntries(names.map((name, i) => [name, values[i]])) };
}

/** Names of the columns added; prefixed where the input has one of them already. */
function addedNames(taken: readonly string[]): readonly string[] {
  return ADDED.some((name) => taken.includes(name))
    ? ADDED.map((name) => `canvass_${name}`)
    : ADDED;
}

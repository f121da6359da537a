/** `canvass code`: the codes of one column beside what the file holds already. */
import { resolve } from 'node:path';
import { loadLearnt } from '../code/learn/load-learnt.ts';
import { createCrew } from '../crew.ts';
import { BOM, type Cell, CsvWriter, csvText, ROW_END } from '../csv.ts';
import { InputError, problem } from '../errors.ts';
import { type OpenTable, openTable, type TableForm, type TableRow } from '../read/table.ts';
import { loadTaxonomy } from '../taxonomy/load.ts';
import { type Write, writeWhole } from '../write-whole.ts';
import { BETWEEN, type CodePlan, cellCoder, LINE_END } from './coded-cells.ts';
import type { Context } from './context.ts';

export interface CodeFlags {
  readonly column: string;
  readonly taxonomy: string;
  readonly out?: string;
  readonly format?: TableForm;
  readonly encoding?: string;
  readonly raw?: boolean;
  /** Working threads, the main one included. */
  readonly jobs: number;
}

const ADDED = ['status', 'codes', 'confidence', 'evidence'] as const;

/** Codes `file` (or standard input for `-`), row by row in their order. */
export async function codeCommand(file: string, flags: CodeFlags, context: Context): Promise<void> {
  const { fx, cwd } = context;
  const taxonomy = await loadTaxonomy(flags.taxonomy, cwd, fx);
  const learnt = await loadLearnt(taxonomy, [], fx);
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
  const plan = { taxonomy: { ...taxonomy, examples: [] }, learnt, form, raw: flags.raw ?? false };
  if (flags.out === undefined) {
    await codeRows(table, plan, flags, (text) => fx.print(text));
    return;
  }
  await writeWhole(resolve(cwd, flags.out), context, (write) =>
    codeRows(table, plan, flags, write),
  );
}

/** Codes in as many threads as there are jobs; the threads get the answers only. */
async function codeRows(
  table: OpenTable,
  plan: CodePlan,
  { jobs, out }: CodeFlags,
  write: Write,
): Promise<void> {
  const lines =
    plan.form === 'csv' ? csvLines(table, plan, out === undefined ? '' : BOM) : jsonLines(table);
  if (lines.head !== '') await write(lines.head);
  // Made when it is needed: meanwhile the other threads get ready.
  let own: ReturnType<typeof cellCoder> | null = null;
  const crew = createCrew<readonly string[], Uint16Array, null>({
    script: 'commands/code-worker.js',
    workerData: plan,
    threads: jobs - 1,
    own(answers) {
      own ??= cellCoder(plan);
      return own(answers);
    },
  });
  try {
    for await (const rows of table.batches()) {
      if (rows.length === 0) continue;
      const answers = rows.map((row) => row.picked[0]!);
      await crew.add(answers, (cells) => write(lines.body(rows, cells)));
    }
    await crew.finish();
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

/** Text before the first row, and of some rows with the cells of `cellCoder` added to each. */
interface Lines {
  readonly head: string;
  body(rows: readonly TableRow[], cells: Uint16Array): string | Uint8Array;
}

function csvLines(table: OpenTable, { raw }: CodePlan, mark: string): Lines {
  const headOf = (columns: readonly string[]) =>
    mark + csvText([[...columns, ...addedNames(columns)]], { raw });
  // JSON lines have no header: the keys of the first object are the columns.
  const writer = new CsvWriter(raw);
  let columns: readonly string[] | null = table.form === 'csv' ? table.columns : null;
  return {
    head: columns === null ? '' : headOf(columns),
    body(rows, cells) {
      writer.shorten(0);
      if (columns === null) {
        columns = Object.keys(rows[0]?.record ?? {});
        writer.add(headOf(columns));
      }
      let from = 0;
      for (const row of rows) {
        const end = cells.indexOf(LINE_END, from);
        writer.row(cellsOf(row, columns));
        writer.add(',');
        writer.addUnits(cells, from, end);
        writer.add(ROW_END);
        from = end + 1;
      }
      return writer.utf8();
    },
  };
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

function jsonLines({ columns }: OpenTable): Lines {
  return {
    head: '',
    body(rows, cells) {
      const lines = Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength)
        .toString('utf16le')
        .split(String.fromCharCode(LINE_END));
      return rows
        .map((row, i) => `${codedRecord(row, columns, lines[i]!.split(BETWEEN))}\n`)
        .join('');
    },
  };
}

/** The record as JSON with the four values, JSON already, at its end. */
function codedRecord(row: TableRow, columns: readonly string[], values: readonly string[]): string {
  const record = row.record ?? Object.fromEntries(columns.map((name, i) => [name, row.cells[i]!]));
  const names = addedNames(Object.keys(record));
  const own = JSON.stringify(record).slice(1, -1);
  const added = names.map((name, i) => `${JSON.stringify(name)}:${values[i]}`).join(',');
  return `{${own === '' ? '' : `${own},`}${added}}`;
}

/** Names of the columns added; prefixed where the input has one of them already. */
function addedNames(taken: readonly string[]): readonly string[] {
  return ADDED.some((name) => taken.includes(name))
    ? ADDED.map((name) => `canvass_${name}`)
    : ADDED;
}

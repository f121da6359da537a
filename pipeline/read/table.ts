/** Any table of answers, for commands that take one column: CSV, workbook, or JSON lines. */
import type { Effects } from '../effects.ts';
import { InputError, type Problem, problem } from '../errors.ts';
import { ColumnFinder } from './columns.ts';
import { readCsv } from './csv.ts';
import { openExport } from './export.ts';
import { type JsonRecord, readJsonLines } from './json-lines.ts';
import { Notes } from './notes.ts';
import { isBlank, type RawBatch } from './record.ts';

export type TableForm = 'csv' | 'ndjson';

export interface TableRow {
  /** Row that a spreadsheet shows; of JSON lines, the line. */
  readonly row: number;
  /** All cells of a table's row, as many as it has columns. */
  readonly cells: readonly string[];
  /** The object of a JSON line, else null. */
  readonly record: JsonRecord | null;
  /** Texts of the columns asked for, in their order; a list of texts is joined by `;`. */
  readonly picked: readonly string[];
}

export interface OpenTable {
  readonly form: TableForm;
  /** Header of a table; empty for JSON lines. */
  readonly columns: readonly string[];
  /** In file order, some hundred at a time. To be taken once. */
  batches(): AsyncGenerator<readonly TableRow[]>;
}

export interface TableSource {
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
  /** As the user named it. */
  readonly name: string;
  /** Form of standard input; a file tells by its name. */
  readonly form: TableForm;
  readonly encoding: string | null;
}

const BATCH = 2000;

/**
 * Opens a table and finds the wanted columns in it.
 *
 * @throws InputError if the file cannot be read or has no such column
 */
export async function openTable(
  source: TableSource,
  wanted: readonly string[],
  fx: Effects,
): Promise<OpenTable> {
  const piped = source.path === '-';
  if (piped ? source.form === 'ndjson' : /\.(ndjson|jsonl)$/i.test(source.path)) {
    await requireFile(source, piped, fx);
    const chunks = piped ? fx.input() : fx.stream(source.path);
    const encoding = source.encoding ?? 'utf-8';
    const batches = () => readJsonLines({ ...source, chunks, encoding }, wanted);
    return { form: 'ndjson', columns: [], batches };
  }
  const opened = piped
    ? await openPiped(source, fx)
    : await openExport(
        source.path,
        source.name,
        { encoding: source.encoding, sheet: null, headerRows: null },
        fx,
      );
  const { headerAsWritten, records } = opened;
  const finder = new ColumnFinder({ ...opened, name: source.name });
  const places = wanted.map((name) => finder.find([name]));
  if (finder.problems.length > 0) throw new InputError(finder.problems.map(ofTable));
  return {
    form: 'csv',
    columns: headerAsWritten,
    batches: () => tableRows(records(BATCH), places, headerAsWritten.length, source.name),
  };
}

/** The columns of a table are named by whoever asks for them, not in survey.yaml. */
function ofTable(one: Problem): Problem {
  const key = OF_TABLE[one.message as keyof typeof OF_TABLE];
  return key === undefined ? one : problem(key, one, one.values);
}

const OF_TABLE = {
  'column-missing': 'table-column-missing',
  'column-missing-near': 'table-column-missing-near',
} as const;

async function requireFile(source: TableSource, piped: boolean, fx: Effects): Promise<void> {
  const kind = piped ? 'file' : (await fx.stat(source.path)).kind;
  if (kind === 'file') return;
  const key = kind === 'folder' ? 'file-is-folder' : 'file-missing';
  throw new InputError([problem(key, { file: source.name }, { path: source.name, hint: '' })]);
}

/** Standard input can be read once only, so its first filled record is the header. */
async function openPiped(source: TableSource, fx: Effects) {
  const file = { name: source.name, chunks: fx.input(), encoding: source.encoding ?? 'utf-8' };
  const batches = readCsv(file, new Notes());
  for (;;) {
    const next = await batches.next();
    if (next.done) throw new InputError([problem('file-empty', { file: source.name })]);
    const at = next.value.findIndex((one) => !isBlank(one.cells));
    if (at < 0) continue;
    const headerAsWritten = next.value[at]!.cells.map((cell, i) =>
      i === 0 ? cell.replace(/^\uFEFF/, '') : cell,
    );
    const rest = next.value.slice(at + 1);
    const records = async function* (): AsyncGenerator<RawBatch> {
      if (rest.length > 0) yield rest;
      yield* batches;
    };
    const header = headerAsWritten.map((cell) => cell.trim());
    const headerRecords = [next.value[at]!];
    return { headerAsWritten, header, headerRecords, otherNames: [], records };
  }
}

async function* tableRows(
  batches: AsyncIterable<RawBatch>,
  places: readonly number[],
  width: number,
  file: string,
): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of batches) {
    const long: Problem[] = [];
    const rows = batch.flatMap(({ row, cells }): TableRow[] => {
      if (isBlank(cells)) return [];
      if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) {
        long.push(problem('row-too-long', { file, row }, { found: cells.length, expected: width }));
      }
      const filled =
        cells.length === width ? cells : Array.from({ length: width }, (_, i) => cells[i] ?? '');
      return [{ row, cells: filled, record: null, picked: places.map((at) => filled[at]!) }];
    });
    if (long.length > 0) throw new InputError(long);
    yield rows;
  }
}

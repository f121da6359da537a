/** One file, whatever it is -> a header and records in one normal form. */

import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { readCsv } from './csv.ts';
import { detectEncoding, type EncodingReason } from './encoding.ts';
import type { Layout, Mend } from './exports/layout.ts';
import { recogniseLayout } from './exports/layouts.ts';
import { fileKind, isArchive } from './kind.ts';
import { type Note, type NoteKind, Notes } from './notes.ts';
import { isBlank, type RawBatch, type RawRecord } from './record.ts';
import { readWorkbook } from './workbook.ts';

export interface ExportOptions {
  /** A label that TextDecoder knows, or null to find out. */
  readonly encoding: string | null;
  /** Sheet of a workbook, or null for the first that fits. */
  readonly sheet: string | null;
  /** Header records, or null to find out. */
  readonly headerRows: number | null;
}

export interface OpenedExport {
  /** As the user named the file. */
  readonly name: string;
  readonly sha256: string;
  /** As TextDecoder names it; `workbook` for an Excel file. */
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  readonly format: string;
  /** One name a column, without blanks and byte order mark; blank columns at the end dropped. */
  readonly header: readonly string[];
  /** The same columns, as written. */
  readonly headerAsWritten: readonly string[];
  readonly headerRows: number;
  /** The header records themselves, to know them again further down. */
  readonly headerRecords: RawBatch;
  readonly layout: Layout;
  /** Further names of the columns, as the layout gives them. */
  readonly otherNames: readonly (readonly string[])[];
  /** The records below the header, in file order, blank ones included. To be taken once. */
  records(batchSize: number): AsyncGenerator<RawBatch>;
  /** The same records once more, or before: a pass of its own. What is odd is noted by `records`. */
  again(): AsyncIterable<RawBatch>;
  /** What was odd so far; complete once all records are taken. */
  notes(): readonly Note[];
  /** Adds what is found to be odd when the records are made sense of. */
  note(kind: NoteKind, row: number, column: string): void;
}

/** Records that a layout is recognised by. */
const FIRST = 30;

/**
 * Opens a CSV or workbook: finds its encoding, its delimiter, the tool that made it, its header.
 *
 * A CSV is read twice, as a stream; no more than some blocks of it are held at a time.
 *
 * @param path absolute path
 * @param name as the user named the file, for messages and tables
 * @throws InputError if the file is missing, empty, no table, or cannot be decoded
 */
export async function openExport(
  path: string,
  name: string,
  options: ExportOptions,
  fx: Effects,
): Promise<OpenedExport> {
  const { kind, size } = await fx.stat(path);
  if (kind === 'missing') throw refuse('file-missing', name, { path: name, hint: '' });
  if (kind === 'folder') throw refuse('file-is-folder', name, { path: name });
  if (size === 0) throw refuse('file-empty', name, {});
  const notes = new Notes();
  const source = await openSource(path, name, options, notes, fx);
  try {
    return await withHeader(name, source, options.headerRows, notes);
  } catch (error) {
    await source.batches.return?.();
    throw error;
  }
}

function refuse(
  key:
    | 'file-missing'
    | 'file-is-folder'
    | 'file-empty'
    | 'not-a-table'
    | 'archive'
    | 'unknown-encoding',
  file: string,
  values: Readonly<Record<string, string>>,
): InputError {
  return new InputError([problem(key, { file }, values)]);
}

interface Source {
  readonly sha256: string;
  readonly encoding: string;
  readonly encodingReason: EncodingReason | 'workbook';
  readonly batches: AsyncIterator<RawBatch>;
  /** All records from the start, without notes. */
  readonly again: () => AsyncIterable<RawBatch>;
}

async function openSource(
  path: string,
  name: string,
  options: ExportOptions,
  notes: Notes,
  fx: Effects,
): Promise<Source> {
  const { encoding: given } = options;
  if (given !== null && !isEncoding(given))
    throw refuse('unknown-encoding', name, { encoding: given });
  const found = await detectEncoding(fx.stream(path), given);
  const kind = fileKind(found.head);
  if (kind === 'workbook') {
    const sheet = readWorkbook(await fx.read(path), name, options.sheet, notes);
    const same = { encoding: 'workbook', encodingReason: 'workbook' } as const;
    const read = (into: Notes) => stepwise(sheet(into));
    return { sha256: found.sha256, ...same, batches: read(notes), again: () => read(new Notes()) };
  }
  if (isArchive(kind)) throw refuse('archive', name, { kind: kind.toUpperCase() });
  if (kind !== 'text') throw refuse('not-a-table', name, { kind: kind.toUpperCase() });
  const { encoding, reason, sha256 } = found;
  if (found.doubtful) notes.add('encoding-doubtful', 1, encoding);
  const read = (into: Notes) => readCsv({ name, chunks: fx.stream(path), encoding }, into);
  const again = () => read(new Notes());
  return { sha256, encoding, encodingReason: reason, batches: read(notes), again };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

async function* stepwise(batches: Iterable<RawBatch>): AsyncGenerator<RawBatch> {
  yield* batches;
}

/** Reads as many records as it takes to know the layout, and puts the rest behind the header. */
async function withHeader(
  name: string,
  source: Source,
  headerRows: number | null,
  notes: Notes,
): Promise<OpenedExport> {
  const first: RawRecord[] = [];
  let ended = false;
  while (!ended && first.length < FIRST + (headerRows ?? 0)) {
    const next = await source.batches.next();
    if (next.done) ended = true;
    else first.push(...next.value.filter(({ cells }) => first.length > 0 || !isBlank(cells)));
  }
  const filled = first.filter(({ cells }) => !isBlank(cells)).slice(0, FIRST + (headerRows ?? 0));
  if (filled.length === 0) throw refuse('file-empty', name, {});
  if (headerRows !== null && filled.length < headerRows) {
    const values = { found: filled.length, wanted: headerRows };
    throw new InputError([problem('header-rows-missing', { file: name }, values)]);
  }
  const layout = recogniseLayout(filled, headerRows);
  const lastHeader = filled[layout.headerRows - 1]!.row;
  const below = first.filter(({ row }) => row > lastHeader);
  const headerAsWritten = dropBlankEnd(layout.header);
  const header = headerAsWritten.map((cell) => cell.trim());
  noteOddHeaders(header, filled[0]!.row, notes);
  return {
    name,
    sha256: source.sha256,
    encoding: source.encoding,
    encodingReason: source.encodingReason,
    format: layout.format,
    header,
    headerAsWritten,
    headerRows: layout.headerRows,
    headerRecords: filled.slice(0, layout.headerRows),
    layout,
    otherNames: layout.otherNames,
    records: (batchSize) =>
      mended(regroup(below, source.batches, batchSize), layout.mend, header, notes),
    again: () => mended(belowRow(lastHeader, source.again()), layout.mend, header, new Notes()),
    notes: () => notes.list(),
    note: (kind, row, column) => notes.add(kind, row, column),
  };
}

async function* belowRow(last: number, batches: AsyncIterable<RawBatch>): AsyncGenerator<RawBatch> {
  for await (const batch of batches) {
    yield batch[0] !== undefined && batch[0].row > last
      ? batch
      : batch.filter(({ row }) => row > last);
  }
}

function dropBlankEnd(header: readonly string[]): readonly string[] {
  return header.slice(0, header.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function noteOddHeaders(header: readonly string[], row: number, notes: Notes): void {
  const seen = new Set<string>();
  for (const cell of header) {
    if (cell === '') notes.add('blank-header', row);
    else if (seen.has(cell)) notes.add('duplicate-header', row, cell);
    seen.add(cell);
  }
}

/** Batches of `size` records, the last one smaller; taken only as fast as they are used. */
async function* regroup(
  first: RawBatch,
  rest: AsyncIterator<RawBatch>,
  size: number,
): AsyncGenerator<RawBatch> {
  let waiting: RawBatch = first;
  try {
    for (;;) {
      let from = 0;
      for (; from + size <= waiting.length; from += size) yield waiting.slice(from, from + size);
      const next = await rest.next();
      const left = from === 0 ? waiting : waiting.slice(from);
      if (next.done) {
        if (left.length > 0) yield left;
        return;
      }
      waiting = left.length === 0 ? next.value : [...left, ...next.value];
    }
  } finally {
    // Taken or not, the file is closed.
    await rest.return?.();
  }
}

/** Undoes in every cell what the tool did to it, and notes where. */
async function* mended(
  batches: AsyncGenerator<RawBatch>,
  mend: Mend | null,
  header: readonly string[],
  notes: Notes,
): AsyncGenerator<RawBatch> {
  if (mend === null) {
    yield* batches;
    return;
  }
  for await (const batch of batches) {
    yield batch.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, column) => {
        const text = mend.cell(cell);
        if (text !== cell) notes.add(mend.kind, row, header[column] ?? '');
        return text;
      }),
    }));
  }
}

/** One file, whatever it is -> a header and records in one normal form. */

import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import type { EncodingReason } from './encoding.ts';
import type { Layout, Mend } from './exports/layout.ts';
import { recogniseLayout } from './exports/layouts.ts';
import { fillMerged } from './merged-cells.ts';
import { type Note, type NoteKind, Notes } from './notes.ts';
import { isBlank, type RawBatch, type RawRecord } from './record.ts';
import { openSource, type Source, type SourceOptions } from './source.ts';
import { watchRows } from './watch-rows.ts';

export interface ExportOptions extends SourceOptions {
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
  /** The next best guess where the encoding was guessed, else null. */
  readonly runnerUp: string | null;
  /** Where the encoding was given: another one that the content looks like, else null. */
  readonly likely: string | null;
  /** The sheet of a workbook that is read, else null. */
  readonly sheet: string | null;
  /** Of a delimited text, else null. */
  readonly delimiter: string | null;
  readonly format: string;
  /** One name a column, without blanks and byte order mark; blank columns at the end dropped. */
  readonly header: readonly string[];
  /** The same columns, as written. */
  readonly headerAsWritten: readonly string[];
  readonly headerRows: number;
  /** The header records themselves, to know them again further down. */
  readonly headerRecords: RawBatch;
  /** Some records below it, blank ones left out: one of them may be the header that was meant. */
  readonly firstRecords: RawBatch;
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
  /** Rows below the header that were parsed so far, by their numbers; blank ones count. */
  lines(): number;
  /** Blank ones among these that did not become records: those of a sheet are left out. */
  blankLeftOut(): number;
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
  const notes = new Notes();
  const source = await openSource(path, name, options, notes, fx);
  try {
    return await withHeader(name, source, options.headerRows, notes);
  } catch (error) {
    await source.batches.return?.();
    throw error;
  }
}

/** Reads as many records as it takes to know the layout, and puts the rest behind the header. */
async function withHeader(
  name: string,
  source: Source,
  headerRows: number | null,
  notes: Notes,
): Promise<OpenedExport> {
  const first: RawRecord[] = [];
  const { batches, lastRow, count } = watchRows(source.batches);
  let ended = false;
  while (!ended && first.length < FIRST + (headerRows ?? 0)) {
    const next = await batches.next();
    if (next.done) ended = true;
    // Blank lines above the header are no part of the table; those below it are counted later.
    else if (first.length > 0) first.push(...next.value);
    else first.push(...fromFirstFilled(next.value));
  }
  const filled = first.filter(({ cells }) => !isBlank(cells)).slice(0, FIRST + (headerRows ?? 0));
  if (filled.length === 0) throw new InputError([problem('file-empty', { file: name })]);
  if (headerRows !== null && filled.length < headerRows) {
    const values = { found: filled.length, wanted: headerRows };
    throw new InputError([problem('header-rows-missing', { file: name }, values)]);
  }
  const layout = recogniseLayout(filled, headerRows);
  const lastHeader = filled[layout.headerRows - 1]!.row;
  const below = first.filter(({ row }) => row > lastHeader);
  const above = count() - below.length;
  const lines = () => lastRow() - lastHeader;
  const headerAsWritten = dropBlankEnd(layout.header);
  const header = headerAsWritten.map((cell) => cell.trim());
  noteOddHeaders(header, filled[0]!.row, notes);
  const put = (records: AsyncGenerator<RawBatch>, into: Notes) =>
    mended(
      source.mayBeMerged ? fillMerged(records, header, into) : records,
      layout.mend,
      header,
      into,
    );
  return {
    name,
    sha256: source.sha256,
    encoding: source.encoding,
    encodingReason: source.encodingReason,
    runnerUp: source.runnerUp,
    likely: source.likely,
    sheet: source.sheet,
    delimiter: source.delimiter(),
    format: layout.format,
    header,
    headerAsWritten,
    headerRows: layout.headerRows,
    headerRecords: filled.slice(0, layout.headerRows),
    firstRecords: filled.slice(layout.headerRows),
    layout,
    otherNames: layout.otherNames,
    records: (size) => put(regroup(below, batches, size), notes),
    again: () => put(belowRow(lastHeader, source.again()), new Notes()),
    notes: () => notes.list(),
    note: (kind, row, column) => notes.add(kind, row, column),
    lines,
    // Without a record for each row only a sheet is: elsewhere one that is missing was lost.
    blankLeftOut: () => (source.leavesOutBlank ? lines() - (count() - above) : 0),
  };
}

async function* belowRow(last: number, batches: AsyncIterable<RawBatch>): AsyncGenerator<RawBatch> {
  for await (const batch of batches) {
    yield batch[0] !== undefined && batch[0].row > last
      ? batch
      : batch.filter(({ row }) => row > last);
  }
}

function fromFirstFilled(records: RawBatch): RawBatch {
  const at = records.findIndex(({ cells }) => !isBlank(cells));
  return at < 0 ? [] : records.slice(at);
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

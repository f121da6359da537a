/** A round's file, and the second export of the same answers where the survey names one. */
import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import type { RoundFile } from '../survey/survey.ts';
import { type OpenedExport, openExport } from './export.ts';
import { type Compared, Comparison, sameId } from './exports/twin.ts';
import { areTwins, pairColumns, type TwinColumns } from './exports/twin-columns.ts';
import { isBlank, type RawBatch, type RawRecord } from './record.ts';

export interface TwinFile {
  /** As the survey names it. */
  readonly name: string;
  readonly sha256: string;
  /** What the two were compared in; complete once all records are taken. */
  compared(): Compared;
}

export interface OpenedFile extends OpenedExport {
  readonly twin: TwinFile | null;
  /** Options of columns that hold several in a cell, as the twin tells them; by position. */
  readonly options: ReadonlyMap<number, readonly string[]>;
}

/**
 * Opens a file of a round. With a twin, both are read row by row: records stay those of the file
 * itself, and every cell that says something else in the twin is noted.
 *
 * @param wanted headers that will be looked for
 * @throws InputError as `openExport`; if the two are not the text and number export of one survey;
 *   while reading, if their rows are not of the same respondents
 */
export async function openFile(
  file: RoundFile,
  wanted: readonly string[],
  fx: Effects,
): Promise<OpenedFile> {
  const found = await openExport(file.path, file.name, { ...file, columns: wanted }, fx);
  if (file.twin === null) return { ...found, twin: null, options: new Map() };
  const layout = found.layout.byText ?? found.layout;
  const text = { ...found, layout, format: layout.format };
  const { path, name } = file.twin;
  const number = await openExport(
    path,
    name,
    { encoding: null, sheet: null, headerRows: null },
    fx,
  );
  if (!areTwins(text.format, number.format)) {
    const values = { format: text.format, twin: name, otherFormat: number.format };
    throw new InputError([problem('twin-format', { file: file.name }, values)]);
  }
  const columns = pairColumns(text, number);
  if (columns === null) {
    const values = { twin: name, found: text.header.length, other: number.header.length };
    throw new InputError([problem('twin-columns', { file: file.name }, values)]);
  }
  const comparison = new Comparison(columns, text.header, text.layout, number.layout);
  return {
    ...text,
    twin: { name, sha256: number.sha256, compared: () => comparison.compared() },
    options: columns.options,
    notes: () => [...text.notes(), ...comparison.notes()],
    records: (size) => sideBySide(text, number, columns.id, comparison, size),
  };
}

/** The records of `text`, each compared with the one at its place in `number`. */
async function* sideBySide(
  text: OpenedExport,
  number: OpenedExport,
  id: TwinColumns['id'],
  comparison: Comparison,
  size: number,
): AsyncGenerator<RawBatch> {
  const others = filled(number.records(size));
  let read = 0;
  let known = 0;
  try {
    for await (const batch of text.records(size)) {
      const compared: RawRecord[] = [];
      for (const record of batch) {
        const blank = isBlank(record.cells);
        const next = blank ? null : await others.next();
        if (!blank) read += 1;
        if (next === null || next.done) {
          compared.push(record);
          continue;
        }
        known += 1;
        if (id !== null) requireSameId(text.name, number.name, record, next.value, id);
        compared.push(comparison.take(record, next.value));
      }
      yield compared;
    }
    while (!(await others.next()).done) known += 1;
  } finally {
    await others.return(undefined);
  }
  if (read !== known) {
    const values = { twin: number.name, found: read, other: known };
    throw new InputError([problem('twin-count', { file: text.name }, values)]);
  }
}

async function* filled(batches: AsyncIterable<RawBatch>): AsyncGenerator<RawRecord> {
  for await (const batch of batches) {
    for (const record of batch) if (!isBlank(record.cells)) yield record;
  }
}

function requireSameId(
  file: string,
  twin: string,
  text: RawRecord,
  number: RawRecord,
  id: { readonly text: number; readonly number: number },
): void {
  const found = text.cells[id.text] ?? '';
  const other = number.cells[id.number] ?? '';
  if (sameId(found, other)) return;
  const values = { found, twin, other, otherRow: number.row };
  throw new InputError([problem('twin-row', { file, row: text.row }, values)]);
}

/** The workbook: sheets of tables line by line, and every text in any part of the file. */
import { type Place, problem } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import { isNamespace } from './addresses.ts';
import { isNumber } from './inspect-rows.ts';
import type { Inspection, PublishedSheet } from './inspection.ts';
import { isKeyColumn, judgeLine } from './line-figures.ts';
import type { ReadCell } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';

/** Values of attributes that are places, sizes and numbers of things, or words of the format. */
const STRUCTURE =
  /^(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|-?\d{1,7}(?:\.\d{1,4})?|rId\d{1,4}|s|frozen|bottomLeft|landscape|preserve)$/;

/** @throws SyntaxError if it cannot be read as a whole */
export function inspectWorkbook(file: string, content: Uint8Array, inspection: Inspection): void {
  const { published, texts, figures, documents } = inspection;
  documents.set(file, sha256(content));
  const sheets = new Map(published.sheets.map((one) => [one.name, one]));
  const at = (key: string): Place => ({ file, key });
  readWorkbook(content, {
    isKnown: (_, xml) => published.inlined.has(sha256(xml)),
    row: (sheet, row, cells) => {
      const table = sheets.get(sheet);
      if (table === undefined) takeNotes(cells, { file, key: sheet, row }, inspection);
      else takeLine(cells, table, { file, key: sheet, row }, inspection);
    },
    text: (text, part) => texts.take(text, () => at(part)),
    attribute: (name, value, part) => {
      if (STRUCTURE.test(value) || (name.startsWith('xmlns') && isNamespace(value))) return;
      texts.take(value, () => at(part));
    },
    foreign: (what, part) => {
      figures.push(problem('leak-form', at(part), { detail: what }));
    },
  });
}

interface RowPlace extends Place {
  readonly row: number;
}

type Cells = readonly (ReadCell | undefined)[];

/** A sheet of words has no figures. */
function takeNotes(cells: Cells, place: RowPlace, { texts, figures }: Inspection): void {
  for (const cell of cells) {
    if (cell?.isNumber) figures.push(problem('leak-form', place, { detail: cell.text }));
    else if (cell !== undefined) texts.take(cell.text, () => place);
  }
}

function takeLine(
  cells: Cells,
  sheet: PublishedSheet,
  place: RowPlace,
  inspection: Inspection,
): void {
  const { published, texts, figures } = inspection;
  const { table, heads, lines } = sheet;
  const columns = published.columns[table];
  const where = (at: number): Place =>
    place.row === 1 || heads[at] === undefined ? place : { ...place, column: heads[at] };
  cells.forEach((cell, at) => {
    if (cell === undefined) return;
    const isFigure = columns[at] !== undefined && !isKeyColumn(columns[at]);
    if (!isFigure || !isNumber(cell.text)) texts.take(cell.text, () => where(at));
  });
  if (place.row === 1) {
    const isHead = cells.map((cell) => cell?.text).join('\u0001') === heads.join('\u0001');
    if (!isHead) figures.push(problem('leak-form', place, { detail: sheet.name }));
    return;
  }
  if (cells.length > columns.length) figures.push(problem('leak-line', place, { table }));
  const index = lines[place.row - 2] ?? -1;
  const row = published.tables[table][index] as unknown as Parameters<typeof sheet.keyText>[1];
  // A key stands there by its name: where that is right, it is the key.
  const cellOf = (column: string, at: number) => {
    const text = cells[at]?.text ?? '';
    return row !== undefined && text === sheet.keyText(column, row) ? row[column] : text;
  };
  const placeOf = (column: string) =>
    column === '' ? place : where((columns as readonly string[]).indexOf(column));
  figures.push(...judgeLine(table, cellOf, index, placeOf, inspection));
}

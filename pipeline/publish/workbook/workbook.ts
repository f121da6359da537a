/**
 * report.xlsx: a workbook to paste from.
 *
 * Written here and not by the `xlsx` package, which reads the inputs: its writer freezes no rows and
 * knows no bold heads, and puts times and the program's name into the file.
 */
import { strToU8 } from 'fflate';
import type { ReportModel } from '../../chart/model.ts';
import { clean } from '../../chart/text.ts';
import type { Manifest } from '../../report/manifest.ts';
import { WORDS } from '../../report/words.ts';
import { zipped } from '../zip-file.ts';
import type { Column, Look } from './columns.ts';
import type { AnyRow } from './key-names.ts';
import { type NoteRow, namesOfColumns, notesOf } from './notes.ts';
import { contentTypes, relationships, WORKBOOK_RELATION, workbookXml } from './package.ts';
import { SharedStrings, type SheetCell, sheetXml } from './sheet-xml.ts';
import { type TableSheet, tableSheets } from './sheets.ts';
import { STYLES_XML, type Style } from './styles.ts';

export const WORKBOOK = 'report.xlsx';

/** From this base on a share carries a decimal, as in the report. */
const DECIMAL_FROM = 100;

/** The same tables, the same bytes: no time, no user, no machine stands in it. */
export function workbookOf(model: ReportModel, manifest: Manifest): Uint8Array {
  const [lang] = model.survey.languages;
  const words = WORDS[lang!];
  const { marking } = model.survey;
  const sheets = tableSheets(model);
  const strings = new SharedStrings();
  const printed = marking === null ? null : clean(marking[lang!]);
  const layout = { frozen: 1, marking: printed, isFirst: false } as const;
  const notes = notesOf(model, manifest, sheets).map(noteCells);
  const columns = namesOfColumns(model, sheets).map((row, at) =>
    row.map((value) => ({ value, style: at === 0 ? ('head' as const) : ('text' as const) })),
  );
  const pages = [
    sheetXml(notes, { ...layout, frozen: 0, isFirst: true }, strings),
    ...sheets.map((sheet) => sheetXml(cellsOf(sheet, model), layout, strings)),
    sheetXml(columns, layout, strings),
  ];
  const names = [words.notesSheet, ...sheets.map(({ name }) => name), words.columnsSheet];
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(pages.length)],
    ['_rels/.rels', WORKBOOK_RELATION],
    ['xl/workbook.xml', workbookXml(names)],
    ['xl/_rels/workbook.xml.rels', relationships(pages.length)],
    ['xl/styles.xml', STYLES_XML],
    ['xl/sharedStrings.xml', strings.xml()],
    ...pages.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
  ];
  return zipped(parts.map(([name, xml]) => ({ name, content: strToU8(xml) })));
}

/** A title alone in its row is bold; the first row is the title of the whole. */
function noteCells(row: NoteRow, at: number): readonly SheetCell[] {
  return row.map((value, i) => {
    const isHead = row.length === 1;
    const style: Style =
      at === 0 && i > 0 ? 'title' : isHead ? 'head' : i === 1 ? 'wrapped' : 'text';
    return value === '' ? null : { value, style };
  });
}

function cellsOf(sheet: TableSheet, { tables }: ReportModel): readonly (readonly SheetCell[])[] {
  const rows = tables[sheet.table] as unknown as readonly AnyRow[];
  const heads = sheet.heads.map((value) => ({ value, style: 'head' as const }));
  return [
    heads,
    ...sheet.lines.map((at) => sheet.columns.map((column) => cellOf(column, rows[at]!, sheet))),
  ];
}

function cellOf({ name, look }: Column, row: AnyRow, { table, keyText }: TableSheet): SheetCell {
  if (look === 'text') {
    const value = keyText(name, row);
    return value === '' ? null : { value, style: 'text' };
  }
  const value = row[name];
  if (typeof value !== 'number') return null;
  // On the line of a mean the interval is the mean's.
  const isOfMean = table === 'closed' && row.option === '';
  return { value, style: isOfMean && look === 'share' ? 'hundredths' : styleOf(look, row) };
}

function styleOf(look: Exclude<Look, 'text'>, { base }: AnyRow): Style {
  if (look !== 'share') return look;
  return typeof base === 'number' && base < DECIMAL_FROM ? 'whole-percent' : 'percent';
}

/** Which sheet of a workbook holds the answers. */
import type * as XLSX from 'xlsx';
import { InputError, listed, problem } from '../errors.ts';
import { foldText } from './cell.ts';
import type { Notes } from './notes.ts';
import { isFilled } from './sheet.ts';

export interface SheetChoice {
  /** Name of the sheet, or null to find it. */
  readonly sheet: string | null;
  /** Headers that will be looked for; empty where nobody knows them yet. */
  readonly columns: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly cells: XLSX.DenseWorkSheet;
}

/**
 * The sheet named; else of those with more than one row the one that has most of the columns looked
 * for, then one whose header has a numbered first question, then the one with most filled cells,
 * then the first. Null if no sheet holds anything.
 *
 * @param file as the user named it, for messages
 * @param notes told which other sheets hold rows
 * @throws InputError for a name that no sheet has
 */
export function chooseSheet(
  book: XLSX.WorkBook,
  file: string,
  { sheet, columns }: SheetChoice,
  notes: Notes,
): Sheet | null {
  const sheets = book.SheetNames.flatMap((name): Sheet[] => {
    const cells = book.Sheets[name] as XLSX.DenseWorkSheet | undefined;
    return cells === undefined ? [] : [{ name, cells }];
  });
  if (sheet !== null) return sheetNamed(sheet, sheets, file);
  const tables = sheets.map(tableOf).filter(({ rows }) => rows.length > 1);
  const wanted = new Set(columns.map((name) => foldText(name.replace(/#\d+$/, ''))));
  const best = tables
    .map((table) => ({ table, fit: fitOf(table, wanted) }))
    .reduce<{ table: Table; fit: Fit } | null>(
      (a, b) => (a === null || compareFits(b.fit, a.fit) > 0 ? b : a),
      null,
    )?.table;
  if (best === undefined) return sheets.find((one) => tableOf(one).rows.length > 0) ?? null;
  noteOthers(best, tables, notes);
  return best.sheet;
}

function sheetNamed(wanted: string, sheets: readonly Sheet[], file: string): Sheet {
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => name.trim() === wanted.trim());
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  const values = { sheet: wanted, sheets: listed(wanted, names) };
  throw new InputError([problem('sheet-missing', { file }, values)]);
}

type Row = readonly XLSX.CellObject[];

interface Table {
  readonly sheet: Sheet;
  /** Those that hold anything. */
  readonly rows: readonly Row[];
}

function tableOf(sheet: Sheet): Table {
  const rows = (sheet.cells['!data'] ?? []).filter((row) => row?.some(isFilled));
  return { sheet, rows };
}

/** The likelier one is greater in the first figure in which two differ. */
type Fit = readonly number[];

function compareFits(a: Fit, b: Fit): number {
  const at = a.findIndex((figure, i) => figure !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Rows among which the header is looked for, below titles and notes. */
const TOP = 10;

function fitOf({ rows }: Table, wanted: ReadonlySet<string>): Fit {
  const top = rows.slice(0, TOP).flatMap((row) => textsOf(row));
  const known = new Set(top.map(foldText).filter((text) => wanted.has(text))).size;
  const cells = rows.reduce((sum, row) => sum + row.filter(isFilled).length, 0);
  return [known, beginsQuestions(rows) ? 1 : 0, cells];
}

function textsOf(row: Row): readonly string[] {
  return Array.from(row, (cell) => (isFilled(cell) ? String(cell.v).trim() : ''));
}

/** A sheet of answers, not of statistics: its header has a first question, `1、…` or `第1题(…)`. */
function beginsQuestions(rows: readonly Row[]): boolean {
  const texts = rows.slice(0, 3).flatMap(textsOf);
  return texts.some((text) => /^(?:1[、：:]|第1题[(（])/.test(text));
}

/** A sheet with the same header may hold the rest of the answers, so it is told by itself. */
function noteOthers(best: Table, tables: readonly Table[], notes: Notes): void {
  const headerOf = ({ rows }: Table) => textsOf(rows[0]!).join('\u0000').replace(/\0+$/, '');
  const others = tables.filter((one) => one !== best);
  const alike = others.filter((one) => headerOf(one) === headerOf(best));
  for (const { sheet, rows } of alike) {
    const values = { sheet: sheet.name, read: best.sheet.name, rows: rows.length - 1 };
    notes.add('sheet-alike', 1, sheet.name, values);
  }
  const rest = others.filter((one) => !alike.includes(one)).map(({ sheet }) => sheet.name);
  if (rest.length > 0) notes.add('other-sheets', 1, rest.join(', '));
}

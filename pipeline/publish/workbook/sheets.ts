/** Which tables report.xlsx holds, under which names, and which of their lines. */
import { confidenceText } from '../../chart/captions.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { PublishedSheet } from '../../protect/audit.ts';
import { WORDS, type WordKey } from '../../report/words.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Column, columnsOf, SHEET_TABLES, type SheetTable } from './columns.ts';
import { type AnyRow, keyNames } from './key-names.ts';

/** More lines than this nobody pastes from, and programs take long to open them. */
export const MOST_LINES = 50_000;

/** A sheet that is a table, or those of its lines that fit. */
export interface TableSheet extends PublishedSheet {
  readonly table: SheetTable;
  readonly columns: readonly Column[];
  /** What was left of a table with too many lines; null: all. */
  readonly only: 'outer' | 'all' | null;
}

/** A table without lines has no sheet. */
export function tableSheets(model: ReportModel, most = MOST_LINES): readonly TableSheet[] {
  const lang = model.survey.languages[0]!;
  const words = WORDS[lang];
  const confidence = confidenceText(model);
  return SHEET_TABLES.flatMap((table) => {
    const rows = model.tables[table] as unknown as readonly AnyRow[];
    if (rows.length === 0) return [];
    const columns = columnsOf(table);
    const heads = columns.map(({ head }) => words[head].replaceAll('{confidence}', confidence));
    const name = words[`sheet-${table}` satisfies WordKey];
    const keyText = keyNames(table, model, lang);
    return [{ name, table, columns, heads, keyText, ...linesOf(rows, model.survey, most) }];
  });
}

/** As many groups as fit, the outer ones first; a table without groups is whole. */
function linesOf(
  rows: readonly AnyRow[],
  { groups }: Survey,
  most: number,
): Pick<TableSheet, 'lines' | 'only'> {
  const all = [...rows.keys()];
  if (rows.length <= most || rows[0]!.group === undefined) return { lines: all, only: null };
  const inner = new Set(groups.filter(({ within }) => within !== null).map(({ id }) => id));
  const outer = all.filter((at) => !inner.has(String(rows[at]!.group)));
  if (outer.length <= most) return { lines: outer, only: 'outer' };
  return { lines: all.filter((at) => rows[at]!.group === 'all'), only: 'all' };
}

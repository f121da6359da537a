/** Whether the names that a header lacks stand further down: below a title, or in its second row. */
import { type Problem, problem } from '../errors.ts';
import { foldText, parseNumber } from './cell.ts';
import { listed } from './columns.ts';
import type { OpenedExport } from './export.ts';

/** Rows below the supposed header that are looked at; the schema takes as many `header_rows`. */
const MOST_ROWS = 8;

type Opened = Pick<OpenedExport, 'name' | 'headerRecords' | 'headerRows' | 'firstRecords'>;

/**
 * One problem in place of all columns that are missing, where a row further down names some of them;
 * null where none does, or another problem needs to be told too.
 *
 * @param problems all that was found; of a column that is missing, `wanted` has its names
 */
export function headerBelow(
  opened: Opened,
  problems: readonly Problem[],
): readonly Problem[] | null {
  const { name, headerRecords, headerRows, firstRecords } = opened;
  const missing = problems.filter(({ message }) => message.startsWith('column-missing'));
  if (missing.length === 0 || missing.length < problems.length) return null;
  const wanted = missing.map(({ values }) => String(values.wanted).split(' / '));
  const rows = firstRecords.slice(0, MOST_ROWS).flatMap(({ row, cells }, i) => {
    const names = new Set(cells.map(foldText));
    const found = wanted.filter((some) => some.some((one) => names.has(foldText(one))));
    // A respondent may answer with the name of an option; a header names most, and no number.
    const isHeader =
      2 * found.length >= wanted.length && !cells.some((cell) => parseNumber(cell) !== null);
    return isHeader ? [{ row, found, headerRows: headerRows + i + 1 }] : [];
  });
  // The first of the rows that name most.
  const best = rows.reduce<(typeof rows)[number] | null>(
    (a, b) => (b.found.length > (a?.found.length ?? 0) ? b : a),
    null,
  );
  if (best === null || best.headerRows > MOST_ROWS + 1) return null;
  const columns = listed(best.found.map((some) => some.join(' / ')));
  const values = {
    columns,
    below: best.row,
    header: headerRecords.at(-1)?.row ?? 1,
    count: best.headerRows,
    path: name,
  };
  return [problem('header-below', { file: name, row: best.row }, values)];
}

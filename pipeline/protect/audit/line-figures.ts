/** Lines of the tables, wherever they are written: a hidden key has no figure. */
import type { Tables } from '../../aggregate/tables.ts';
import { type Place, type Problem, problem } from '../../errors.ts';
import { type HiddenKeys, isHiddenRow } from './hidden-keys.ts';
import type { Inspection } from './inspection.ts';

/** Columns that say what a line is of, and what became of it; all others hold figures. */
const KEYS = new Set(
  (
    'round question taxonomy group value code code_a code_b level label theme type option from to ' +
    'variant of rule policy status shown file encoding format reason encoding_reason runner_up ' +
    // Head-counts of the population are the user's own; `rounds` counts rounds.
    'population rounds source phrase'
  ).split(' '),
);

export function isKeyColumn(column: string): boolean {
  return KEYS.has(column);
}

type AnyRow = Readonly<Record<string, string | number | null>>;

const SOUND: readonly Problem[] = [];

/**
 * Compares a published line with the line of the protected tables that it should be.
 *
 * @param cellOf what was published in a column, the `at`th of the table
 * @param index of the line, from 0
 * @param where of a column, or of the line with ''
 */
export function judgeLine(
  table: keyof Tables,
  cellOf: (column: string, at: number) => unknown,
  index: number,
  where: (column: string) => Place,
  { published, hidden }: Pick<Inspection, 'published' | 'hidden'>,
): readonly Problem[] {
  const row = published.tables[table][index] as unknown as AnyRow | undefined;
  if (row === undefined) return [problem('leak-line', where(''), { table })];
  const columns = published.columns[table];
  const isHidden = isHiddenRow(row);
  const withheld = isHidden ? null : withheldIn(table, row, hidden);
  let found: Problem[] | null = null;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const cell = cellOf(column, i);
    if (KEYS.has(column)) {
      if (isSameKey(cell, row[column])) continue;
      return [problem('leak-line', where(column), { table })];
    }
    if (cell === null || cell === '' || cell === undefined) continue;
    if (!isHidden && (withheld === null || !withheld(column))) continue;
    // Nobody in both rounds: said though nothing is shown.
    if (table === 'panel' && column === 'n' && String(cell) === '0') continue;
    found ??= [];
    found.push(problem('leak-figure', where(column), { of: nameOf(row) }));
  }
  return found ?? SOUND;
}

/** Cells of text may have an apostrophe before what looks like a formula. */
function isSameKey(cell: unknown, value: string | number | null | undefined): boolean {
  if (cell === value) return true;
  const written = String(cell ?? '');
  const meant = String(value ?? '');
  return written === meant || written === `'${meant}`;
}

/** Figures of a shown line that stand for the hidden one of another table. */
function withheldIn(
  table: keyof Tables,
  row: AnyRow,
  hidden: HiddenKeys,
): ((column: string) => boolean) | null {
  const at = (round: unknown) => ({
    round: String(round),
    question: String(row.question),
    group: String(row.group ?? 'all'),
    value: String(row.value ?? ''),
  });
  if (table === 'trends' || table === 'scale_trends') {
    const source = table === 'trends' ? 'problems' : 'closed';
    const item = table === 'trends' ? String(row.code) : '';
    const [from, to] = [row.from, row.to].map((one) => hidden.has(source, { ...at(one), item }));
    if (from === false && to === false) return null;
    return (column) =>
      ((from === true || to === true) && !/_(?:from|to)$/.test(column)) ||
      (from === true && column.endsWith('_from')) ||
      (to === true && column.endsWith('_to'));
  }
  if (table === 'contrasts') {
    const gone = hidden.has('problems', { ...at(row.round), item: String(row.code) });
    return gone ? () => true : null;
  }
  if (table === 'sensitivity') {
    const gone = hidden.has('problems', { ...at(row.round), item: String(row.code) });
    return gone ? (column) => column === 'difference' : null;
  }
  return null;
}

/** What a line is of, in its own words. @example '2026-q1, problems, unit_type, 机关, A1' */
function nameOf(row: AnyRow): string {
  const said = 'round from to question group value code code_a code_b theme option rule variant';
  return said
    .split(' ')
    .map((column) => row[column])
    .filter((one) => one !== undefined && one !== null && one !== '' && one !== 'all')
    .join(', ');
}

/** Head-counts of the tables made beside the main ones, and what ties them to those. */
import type { BasesRow, CountTables, ResponseRow, SensitivityRow } from '../aggregate/tables.ts';
import { type Add, type Count, cellName, whole } from './count-cells.ts';
import { isPrimary, type Relation } from './suppress.ts';

/** Names of the cells behind each row, as `rowCells`. */
export const furtherCells = {
  sensitivity: (row: SensitivityRow) =>
    cellName('again', whole(row), [row.variant, row.taxonomy, row.code].join('\u0002')),
  bases: (row: BasesRow) => ({
    n: cellName('code', whole(row), `${row.taxonomy}\u0002${row.code}`),
    base: cellName(row.of, whole(row), row.taxonomy),
  }),
  response: (row: ResponseRow) => cellName('respondents', { ...row, question: '' }, ''),
};

/** @param counts of the main tables; `add` puts further ones beside them */
export function addFurther(
  tables: CountTables,
  counts: ReadonlyMap<string, Count>,
  minimum: number,
  add: Add,
): void {
  const small = (n: number) => n > 0 && n < minimum;
  addSensitivity(tables.sensitivity, counts, minimum, add);
  addBases(tables.bases, counts, small, add);
  const everybody = new Map(
    tables.response.flatMap(({ round, group, respondents }) =>
      group === 'all' ? [[round, respondents] as const] : [],
    ),
  );
  for (const row of tables.response) {
    const n = row.respondents ?? 0;
    const isEverybody = row.group === 'all';
    // A value that holds everybody tells no more than rows.csv does.
    const primary = small(n) && n !== everybody.get(row.round);
    add('respondents', { ...row, question: '' }, '', n, primary, isEverybody);
  }
}

/**
 * A variant is hidden with the main figure, and where it differs from it by few: they would be
 * counted by the difference of two shown figures.
 */
function addSensitivity(
  rows: readonly SensitivityRow[],
  counts: ReadonlyMap<string, Count>,
  minimum: number,
  add: Add,
): void {
  for (const row of rows) {
    const where = whole(row);
    const code = counts.get(cellName('code', where, `${row.taxonomy}\u0002${row.code}`))!;
    const base = counts.get(cellName('base', where, row.taxonomy))!;
    const [n, over] = [row.n ?? 0, row.base ?? 0];
    // Of those left out, too, nothing may be told that could not be told of a group.
    const [lessN, lessBase] = [code.n - n, base.n - over];
    const tellsApart =
      row.variant === 'unflagged' && lessBase > 0 && isPrimary(lessN, lessBase, minimum);
    const primary = (over > 0 && isPrimary(n, over, minimum)) || tellsApart;
    const item = [row.variant, row.taxonomy, row.code].join('\u0002');
    code.dependents.push(add('again', where, item, n, primary).name);
  }
}

/** All asked are the base and those who gave no answer; mentions are the sum of the codes' counts. */
function addBases(
  rows: readonly BasesRow[],
  counts: ReadonlyMap<string, Count>,
  small: (n: number) => boolean,
  add: Add,
): void {
  for (const row of rows) {
    const base = row.base ?? 0;
    const answered = counts.get(cellName('base', whole(row), row.taxonomy))!;
    const primary = small(base) || (row.of === 'asked' && small(base - answered.n));
    const count = add(row.of, whole(row), row.taxonomy, base, primary);
    // Whatever hides the base hides what it is a part of.
    if (!answered.dependents.includes(count.name)) answered.dependents.push(count.name);
    // Mentions less the shown codes is what the hidden ones come to: a sum that nobody else tells.
    const code = counts.get(cellName('code', whole(row), `${row.taxonomy}\u0002${row.code}`))!;
    if (row.of === 'mentions') code.dependents.push(count.name);
  }
}

/** What all asked follow from, so that those who gave no answer do not follow from them. */
export function furtherRelations(counts: ReadonlyMap<string, Count>): readonly Relation[] {
  const asked = [...counts.values()].filter((one) => one.kind === 'asked');
  return asked.map((base): Relation => {
    const alone = asked.filter((one) => one.round === base.round && one.question === base.question);
    const answered = cellName('base', base, base.item);
    const status = (name: string) => cellName('status', whole(base), name);
    const parts =
      alone.length === 1
        ? [answered, status('empty')]
        : [
            ...alone.filter((one) => one !== base).map((one) => one.name),
            status('skipped'),
            cellName('used', { ...whole(base), question: '' }, ''),
          ];
    return { first: [base.name], last: [answered], members: [base.name, ...parts] };
  });
}

/** Head-counts of the tables made beside the main ones. */
import type { BasesRow, CountTables, ResponseRow, SensitivityRow } from '../../aggregate/tables.ts';
import { type Add, addDependent, type Count, cellName, everybodyIn, whole } from './count-cells.ts';
import { isFew, isOfFew, isPrimary } from './primary.ts';

/** Names of the cells behind each row, as `rowCells`. */
export const furtherCells = {
  sensitivity: (
    row: Pick<SensitivityRow, 'round' | 'question' | 'variant' | 'taxonomy' | 'code'>,
  ) => ({
    n: cellName('again', whole(row), [row.variant, row.taxonomy, row.code].join('\u0002')),
    base: cellName('again-base', whole(row), [row.variant, row.taxonomy].join('\u0002')),
  }),
  bases: (row: Pick<BasesRow, 'round' | 'question' | 'of' | 'taxonomy' | 'code'>) => ({
    n: cellName('code', whole(row), `${row.taxonomy}\u0002${row.code}`),
    base: cellName(row.of, whole(row), row.taxonomy),
  }),
  response: (row: Pick<ResponseRow, 'round' | 'group' | 'value'>) =>
    cellName(row.group === 'all' ? 'covered' : 'respondents', { ...row, question: '' }, ''),
};

/** @param counts of the main tables; `add` puts further ones beside them */
export function addFurther(
  tables: CountTables,
  counts: ReadonlyMap<string, Count>,
  minimum: number,
  add: Add,
): void {
  addSensitivity(tables.sensitivity, counts, minimum, add);
  addBases(tables.bases, counts, minimum, add);
  addResponse(tables, counts, minimum, add);
}

/** Respondents by value, and those in values with a head-count, by which the rate of all is made. */
function addResponse(
  { response, problems }: CountTables,
  counts: ReadonlyMap<string, Count>,
  minimum: number,
  add: Add,
): void {
  const small = (n: number) => isFew(n, minimum);
  const key = (row: Pick<ResponseRow, 'round' | 'group' | 'value'>) =>
    [row.round, row.group, row.value].join('\u0001');
  const listed = new Set(problems.map(key));
  for (const row of response) {
    const n = row.respondents ?? 0;
    const where = { ...row, question: '' };
    const used = counts.get(cellName('used', everybodyIn(row.round), ''))!;
    const over = used.name;
    // What holds everybody tells no more than rows.csv does.
    const isEverybody = n === used.n;
    if (row.group === 'all') {
      const primary = (small(n) && !isEverybody) || small(used.n - n);
      add('covered', where, '', { n, primary, over, fixed: isEverybody });
    } else {
      // Where nobody is, no other table has a line.
      const isEmpty = n === 0 && !listed.has(key(row));
      const primary = small(n) && !isEverybody;
      add('respondents', where, '', { n, primary, over, fixed: isEmpty || isEverybody });
    }
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
    const [lessN, lessBase] = row.variant === 'unflagged' ? [code.n - n, base.n - over] : [0, 0];
    const all = add('again-base', where, [row.variant, row.taxonomy].join('\u0002'), {
      n: over,
      primary: isOfFew(row, minimum) || isFew(lessBase, minimum),
      over: row.variant === 'unflagged' ? base.name : base.over,
    });
    const tellsApart = lessBase > 0 && isPrimary(lessN, lessBase, minimum);
    const again = add('again', where, [row.variant, row.taxonomy, row.code].join('\u0002'), {
      n,
      primary: (over > 0 && isPrimary(n, over, minimum)) || tellsApart,
      over: all.name,
    });
    addDependent(all, again.name);
    addDependent(code, again.name);
  }
}

/**
 * All asked are the base and those who gave no answer; mentions are the sum of the codes' counts.
 *
 * Where everybody knows that nobody was left out, or that nobody was asked by a taxonomy, all asked
 * are no secret.
 */
function addBases(
  rows: readonly BasesRow[],
  counts: ReadonlyMap<string, Count>,
  minimum: number,
  add: Add,
): void {
  for (const row of rows) {
    const n = row.base ?? 0;
    const answered = counts.get(cellName('base', whole(row), row.taxonomy))!;
    const isAsked = row.of === 'asked';
    const isToAll = n === counts.get(answered.over!)!.n && isUnskipped(row, counts);
    const fixed = isAsked && (isToAll || (n === 0 && answered.fixed));
    const isSmall = isOfFew(row, minimum) || (isAsked && isFew(n - answered.n, minimum));
    const primary = !fixed && isSmall;
    const over = isAsked ? answered.over : answered.name;
    const count = add(row.of, whole(row), row.taxonomy, { n, primary, over, fixed });
    // Whatever hides the base hides what it is a part of.
    if (!fixed && !answered.dependents.includes(count.name)) addDependent(answered, count.name);
  }
}

function isUnskipped(row: BasesRow, counts: ReadonlyMap<string, Count>): boolean {
  return counts.get(cellName('status', whole(row), 'skipped'))?.fixed ?? false;
}

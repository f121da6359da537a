/** Head-counts of the tables made beside the main ones, and what ties them to those. */
import { isUncovered } from '../aggregate/response.ts';
import type { BasesRow, CountTables, ResponseRow, SensitivityRow } from '../aggregate/tables.ts';
import { groupBy } from '../group-by.ts';
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
  response: (row: ResponseRow) =>
    cellName(row.group === 'all' ? 'covered' : 'respondents', { ...row, question: '' }, ''),
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
  addResponse(tables.response, counts, small, add);
}

/** Respondents by value, and those in values with a head-count, by which the rate of all is made. */
function addResponse(
  rows: readonly ResponseRow[],
  counts: ReadonlyMap<string, Count>,
  small: (n: number) => boolean,
  add: Add,
): void {
  for (const row of rows) {
    const n = row.respondents ?? 0;
    const where = { ...row, question: '' };
    const used = counts.get(cellName('used', whole(where), ''))!;
    // What holds everybody tells no more than rows.csv does.
    const isEverybody = n === used.n;
    if (row.group === 'all') {
      const primary = small(n) && !isEverybody;
      add('covered', where, '', n, primary || small(used.n - n), isEverybody);
    } else {
      add('respondents', where, '', n, small(n) && !isEverybody);
    }
  }
}

/** used = Σ values of a group; those covered are the sum of the values with a head-count. */
function responseRelations(
  rows: readonly ResponseRow[],
  counts: ReadonlyMap<string, Count>,
): readonly Relation[] {
  const groups = groupBy(
    rows.filter((row) => row.group !== 'all'),
    ({ round, group }) => [round, group].join('\u0001'),
  );
  return [...groups.values()].flatMap((own) => {
    const where = whole({ round: own[0]!.round, question: '' });
    const [used, all] = [cellName('used', where, ''), cellName('covered', where, '')];
    const there = rows.filter(({ round }) => round === own[0]!.round);
    const outside = own.filter((row) => isUncovered(row, there));
    const inside = own.filter((row) => !outside.includes(row));
    const names = (of: readonly ResponseRow[]) => of.map(furtherCells.response);
    const sum = (whole: string, parts: readonly string[]): Relation => ({
      first: [],
      last: [whole],
      members: [whole, ...parts],
    });
    const total = inside.reduce((n, row) => n + (row.respondents ?? 0), 0);
    // Of an outer group, values with a head-count may hold others without.
    const { n, fixed } = counts.get(all)!;
    const tells = total === n && !fixed;
    return [
      sum(used, names(own)),
      ...(tells ? [sum(all, names(inside)), sum(used, [all, ...names(outside)])] : []),
    ];
  });
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

/** The sums among them, and with the main tables. */
export function furtherRelations(
  tables: Pick<CountTables, 'response'>,
  counts: ReadonlyMap<string, Count>,
): readonly Relation[] {
  const asked = [...counts.values()].filter((one) => one.kind === 'asked');
  const ofAsked = asked.map((base): Relation => {
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
  return [...ofAsked, ...responseRelations(tables.response, counts)];
}

/** Every head-count that the tables publish, as cells to protect. */
import type {
  ClosedRow,
  CodingRow,
  CountTables,
  PairRow,
  ProblemRow,
  ThemeRow,
  Where,
} from '../aggregate/tables.ts';
import { type Add, type Count, cellName, type Kind, whole } from './count-cells.ts';
import { addFurther } from './further-counts.ts';
import { isPrimary } from './suppress.ts';

/** Names of the cells behind each row: `n` decides about the row, `base` about all rows over it. */
export const rowCells = {
  problem: (row: ProblemRow) => ({
    n: cellName('code', row, `${row.taxonomy}\u0002${row.code}`),
    base: cellName('base', row, row.taxonomy),
  }),
  theme: (row: ThemeRow) => ({
    n: cellName('theme', row, row.theme),
    base: cellName('theme-base', row, row.theme),
  }),
  closed: (row: ClosedRow) => ({
    n: row.option === '' ? cellName('mean', row, '') : cellName('option', row, row.option),
    base: cellName('answered', row, ''),
  }),
  pair: (row: PairRow) => cellName('pair', whole(row), `${row.code_a}\u0002${row.code_b}`),
  coding: (row: CodingRow) => cellName('status', whole(row), row.status),
};

/** All counts of the tables, by name, with the primary ones marked and dependents linked. */
export function publishedCounts(tables: CountTables, minimum: number): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const add = (
    kind: Kind,
    where: Where,
    item: string,
    n: number,
    primary: boolean,
    fixed = false,
  ): Count => {
    const name = cellName(kind, where, item);
    const { round, question, group, value } = where;
    const count: Count = {
      name,
      kind,
      round,
      question,
      group,
      value,
      item,
      n,
      primary,
      fixed,
      dependents: [],
    };
    const known = counts.get(name);
    if (known === undefined) counts.set(name, count);
    return known ?? count;
  };
  const smallBase = (base: number) => base > 0 && base < minimum;
  const overBase = (n: number, base: number) => base > 0 && isPrimary(n, base, minimum);

  for (const row of tables.problems) {
    const [n, base] = [row.n ?? 0, row.base ?? 0];
    const count = add('code', row, `${row.taxonomy}\u0002${row.code}`, n, overBase(n, base));
    add('base', row, row.taxonomy, base, smallBase(base)).dependents.push(count.name);
  }
  for (const row of tables.themes) {
    const [n, base] = [row.n ?? 0, row.base ?? 0];
    const count = add('theme', row, row.theme, n, overBase(n, base));
    add('theme-base', row, row.theme, base, smallBase(base)).dependents.push(count.name);
  }
  addClosed(tables.closed, add, smallBase, overBase);
  addPairs(tables, minimum, counts, add);
  for (const row of tables.rows) {
    const used = { round: row.round, question: '', group: 'all', value: '' };
    const known = counts.get(cellName('used', used, ''));
    const n = row.used + (known?.n ?? 0);
    counts.delete(cellName('used', used, ''));
    add('used', used, '', n, false, true);
  }
  for (const row of tables.coding) {
    const used = counts.get(cellName('used', { ...whole(row), question: '' }, ''))?.n ?? 0;
    add('status', whole(row), row.status, row.n ?? 0, overBase(row.n ?? 0, used));
  }
  addFurther(tables, counts, minimum, add);
  return counts;
}

function addClosed(
  rows: readonly ClosedRow[],
  add: Add,
  smallBase: (base: number) => boolean,
  overBase: (n: number, base: number) => boolean,
): void {
  for (const row of rows) {
    const [n, base] = [row.n ?? 0, row.base ?? 0];
    const answered = add('answered', row, '', base, smallBase(base));
    if (row.option === '') {
      // Without spread a mean is everybody's own answer.
      const bare = base > 0 && (row.sd === null || row.sd === 0);
      answered.dependents.push(add('mean', row, '', base, bare).name);
      continue;
    }
    const option = add('option', row, row.option, n, overBase(n, base));
    answered.dependents.push(option.name);
    // A mean over a base is one more equation over the options: it falls with any hidden one.
    if (row.type === 'scale') option.dependents.push(cellName('mean', row, ''));
  }
}

/** A pair shows n_ab and, beside the problems' own counts, who has one without the other. */
function addPairs(
  tables: CountTables,
  minimum: number,
  counts: ReadonlyMap<string, Count>,
  add: Add,
): void {
  const byCode = new Map<string, Count>();
  for (const row of tables.problems) {
    if (row.group !== 'all') continue;
    byCode.set(
      [row.round, row.question, row.code].join('\u0001'),
      counts.get(rowCells.problem(row).n)!,
    );
  }
  for (const row of tables.pairs) {
    const [n, base] = [row.n ?? 0, row.base ?? 0];
    const own = [row.code_a, row.code_b].map(
      (code) => byCode.get([row.round, row.question, code].join('\u0001'))!,
    );
    const alone = own.map((count) => count.n - n);
    const primary = base > 0 && (base < minimum || (n > 0 && Math.min(n, ...alone) < minimum));
    const pair = add('pair', whole(row), `${row.code_a}\u0002${row.code_b}`, n, primary);
    for (const count of own) count.dependents.push(pair.name);
  }
}

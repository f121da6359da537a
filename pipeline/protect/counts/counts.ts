/** Every head-count that the tables publish, as cells to protect. */
import type {
  ClosedRow,
  CodingRow,
  CountTables,
  PairRow,
  ProblemRow,
  ShareFigures,
  ThemeRow,
  Where,
} from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import {
  type Add,
  ANSWERED,
  addDependent,
  type Count,
  cellName,
  codeIn,
  everybodyIn,
  type Kind,
  NO_DEPENDENTS,
  whole,
} from './count-cells.ts';
import { addFurther } from './further-counts.ts';
import { linesLost } from './lines-lost.ts';
import { momentOf } from './moments.ts';
import { isOfFew, isPrimary } from './primary.ts';

/** Names of the cells behind each row: `n` decides about the row, `base` about all rows over it. */
export const rowCells = {
  problem: (row: Pick<ProblemRow, keyof Where | 'taxonomy' | 'code'>) => ({
    n: codeIn(row, row.taxonomy, row.code),
    base: cellName('base', row, row.taxonomy),
  }),
  theme: (row: Pick<ThemeRow, keyof Where | 'theme'>) => ({
    n: cellName('theme', row, row.theme),
    base: cellName('theme-base', row, row.theme),
  }),
  closed: (row: Pick<ClosedRow, keyof Where | 'option'>) => ({
    n: row.option === '' ? cellName('mean', row, '') : cellName('option', row, row.option),
    base: cellName('answered', row, ''),
  }),
  pair: (row: Pick<PairRow, 'round' | 'question' | 'code_a' | 'code_b'>) =>
    cellName('pair', whole(row), `${row.code_a}\u0002${row.code_b}`),
  coding: (row: Pick<CodingRow, 'round' | 'question' | 'status'>) =>
    cellName('status', whole(row), row.status),
};

/** All counts of the tables, by name, with the primary ones marked and dependents linked. */
export function publishedCounts(tables: CountTables, survey: Survey): ReadonlyMap<string, Count> {
  const { minimum } = survey.privacy;
  const counts = new Map<string, Count>();
  const add = adderTo(counts, survey);
  addUsed(tables, add);
  addProblems(tables.problems, survey, add);
  for (const row of tables.themes) {
    addShare(row, 'theme-base', row.theme, 'theme', row.theme, minimum, add);
  }
  addClosed(tables.closed, minimum, add);
  addPairs(tables, minimum, counts, add);
  addStatuses(tables.coding, survey, counts, add);
  addFurther(tables, counts, minimum, add);
  return counts;
}

/** Adds each count once. */
function adderTo(counts: Map<string, Count>, survey: Survey): Add {
  const scales = new Set(
    survey.questions.filter((one) => one.type === 'scale').map(({ id }) => id),
  );
  // The rows of a place follow one another: what they are over is asked for again and again.
  const last = new Map<Kind, Count>();
  return (kind, where, item, { n, primary, over, fixed = false }) => {
    const before = last.get(kind);
    if (before !== undefined && isAt(before, where, item)) return before;
    const name = cellName(kind, where, item);
    const count = counts.get(name) ?? {
      name,
      kind,
      item,
      round: where.round,
      question: where.question,
      group: where.group,
      value: where.value,
      n,
      over,
      primary,
      fixed,
      told: false,
      // Of a question without points, the mean stands for the number of answers.
      ofPeople: !(kind === 'square' || (kind === 'mean' && scales.has(where.question))),
      lines: linesLost(kind, where, { n, primary }, survey),
      dependents: NO_DEPENDENTS,
    };
    counts.set(name, count);
    last.set(kind, count);
    return count;
  };
}

function isAt(one: Count, where: Where, item: string): boolean {
  return (
    one.item === item &&
    one.value === where.value &&
    one.group === where.group &&
    one.question === where.question &&
    one.round === where.round
  );
}

/** The cell with the respondents of a round. */
export function usedIn(round: string): string {
  return cellName('used', everybodyIn(round), '');
}

function addUsed({ rows }: CountTables, add: Add): void {
  for (const round of new Set(rows.map((row) => row.round))) {
    const n = rows.filter((row) => row.round === round).reduce((sum, { used }) => sum + used, 0);
    add('used', everybodyIn(round), '', { n, primary: false, over: null, fixed: true });
  }
}

/** Nobody is asked by a taxonomy that has lines of everybody alone: that is told by the others. */
function addProblems(rows: readonly ProblemRow[], { groups, privacy }: Survey, add: Add): void {
  const key = (row: ProblemRow) => `${row.round}\u0001${row.question}\u0001${row.taxonomy}`;
  const asked = new Set(rows.filter(({ group }) => group !== 'all').map(key));
  for (const row of rows) {
    const isNobody = groups.length > 0 && !asked.has(key(row));
    if (isNobody) add('base', row, row.taxonomy, { ...NOBODY, over: usedIn(row.round) });
    const item = `${row.taxonomy}\u0002${row.code}`;
    addShare(row, 'base', row.taxonomy, 'code', item, privacy.minimum, add);
  }
}

const NOBODY = { n: 0, primary: false, fixed: true };

/** A count and its base, whose rows fall with it. */
function addShare(
  row: Where & Pick<ShareFigures, 'n' | 'base' | 'status'>,
  baseKind: Kind,
  baseItem: string,
  kind: Kind,
  item: string,
  minimum: number,
  add: Add,
): Count {
  const [n, base] = [row.n ?? 0, row.base ?? 0];
  const all = add(baseKind, row, baseItem, {
    n: base,
    primary: isOfFew(row, minimum),
    over: usedIn(row.round),
  });
  const primary = isOfFew(row, minimum) || (base > 0 && isPrimary(n, base, minimum));
  const count = add(kind, row, item, { n, primary, over: all.name });
  addDependent(all, count.name);
  return count;
}

function addClosed(rows: readonly ClosedRow[], minimum: number, add: Add): void {
  const lines = groupBy(rows, (row) =>
    [row.round, row.question, row.group, row.value].join('\u0001'),
  );
  for (const line of lines.values()) {
    const options = line
      .filter((row) => row.option !== '')
      .map((row) => addShare(row, 'answered', '', 'option', row.option, minimum, add));
    const row = line.find((one) => one.option === '');
    if (row === undefined) continue;
    const n = row.base ?? 0;
    const isSmall = isOfFew(row, minimum);
    const answered = add('answered', row, '', { n, primary: isSmall, over: usedIn(row.round) });
    // Without spread a mean is everybody's own answer.
    const primary = n > 0 && (row.sd === null || row.sd === 0);
    const [first, second] = [1, 2].map((power) => momentOf(options, power) ?? n) as [
      number,
      number,
    ];
    const mean = add('mean', row, '', { n: first, primary, over: answered.name });
    const square = add('square', row, '', { n: second, primary, over: answered.name });
    addDependent(answered, mean.name);
    addDependent(mean, square.name);
    addDependent(square, mean.name);
    // With a hidden option either would be one more equation over the options.
    for (const option of options) addDependent(option, mean.name);
  }
}

/**
 * Where survey.yaml has no value for those who are not asked, and nobody in the round was left out,
 * everybody knows that: a hidden 0 would cover nothing.
 */
function addStatuses(
  rows: readonly CodingRow[],
  { questions, privacy }: Survey,
  counts: ReadonlyMap<string, Count>,
  add: Add,
): void {
  const skipping = new Set(questions.flatMap(({ id, skipped }) => (skipped.length > 0 ? id : [])));
  for (const row of rows) {
    const used = counts.get(usedIn(row.round))?.n ?? 0;
    const n = row.n ?? 0;
    // That nobody answered is told by a base of nobody.
    const isNobody = n === used && !ANSWERED.includes(row.status);
    const primary = used > 0 && !isNobody && isPrimary(n, used, privacy.minimum);
    const isUnused = row.status === 'skipped' && n === 0 && !skipping.has(row.question);
    const fixed = isUnused && !primary;
    add('status', whole(row), row.status, { n, primary, over: usedIn(row.round), fixed });
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
    const item = `${row.code_a}\u0002${row.code_b}`;
    const pair = add('pair', whole(row), item, { n, primary, over: own[0]!.over });
    for (const count of own) addDependent(count, pair.name);
  }
}

/**
 * The import balance: rows, cells, selections and characters that came in, and what became of them.
 *
 * What came in is counted by the reader of the file, what became of it where that was decided: by
 * the readers of answers, in the account of rows, and by the threads that code. Balances add up, so
 * that files can be told together, and are the same for any number of threads.
 */
import type { Fate, Line } from '../read/fates.ts';
import type { ColumnCounts, UnreadColumn } from '../read/ledger.ts';
import type { SetAsideReason } from '../read/respondent.ts';
import type { FileCounts } from '../read/respondents.ts';
import type { Account } from './account.ts';
import { sumOf } from './sum-of.ts';
import { type AnswersRead, noAnswers, type Tally } from './tally.ts';

export const KINDS = ['rows', 'cells', 'selections', 'characters'] as const;
export type Kind = (typeof KINDS)[number];

/** Of one file or several. Of a column that two keys of the survey name, each has its own cells. */
export interface Balance extends Readonly<Record<Kind, Line>> {
  /** Blank lines, which are no rows. */
  readonly blank: number;
  /** Of the cells: those that were blank in the file, and got the value of a merged cell above. */
  readonly repaired: number;
  /** Columns that no key of the survey names, and filled cells in them. */
  readonly unread: { readonly columns: number; readonly cells: number };
}

export interface FileBalance extends Balance {
  readonly columns: readonly ColumnCounts[];
  readonly unreadColumns: readonly UnreadColumn[];
}

const NOTHING: Line = { in: 0, out: new Map() };
const EMPTY: Balance = {
  rows: NOTHING,
  cells: NOTHING,
  selections: NOTHING,
  characters: NOTHING,
  blank: 0,
  repaired: 0,
  unread: { columns: 0, cells: 0 },
};

/** @param tally of the file's round, complete */
export function balanceOf(
  file: { readonly name: string; counts(): FileCounts },
  account: Account,
  tally: Tally,
): FileBalance {
  const { lines, blank, repaired, columns: read, unread } = file.counts();
  const answers = tally.answers.get(file.name);
  const columns = read.map((one) => withAnswers(one, answers?.get(one.question ?? '')));
  const sum = (kind: 'cells' | 'selections' | 'characters') =>
    columns.map((one) => one[kind] ?? NOTHING).reduce(addLines, NOTHING);
  return {
    rows: { in: lines - blank, out: rowsOut(account) },
    cells: sum('cells'),
    selections: sum('selections'),
    characters: sum('characters'),
    blank,
    repaired,
    unread: {
      columns: unread.length,
      cells: unread.reduce((all, { cells }) => all + cells, 0),
    },
    columns,
    unreadColumns: unread,
  };
}

function rowsOut({ used, excluded, setAside }: Account): ReadonlyMap<Fate, number> {
  const fates: [Fate, number][] = [['used', used], ['excluded', excluded], ...setAside];
  return new Map(fates.filter(([, count]) => count > 0));
}

/** Enters what the coding threads made of open answers. */
function withAnswers(column: ColumnCounts, read: AnswersRead = noAnswers()): ColumnCounts {
  if (column.characters === null) return column;
  const add = (line: Line, unit: 'cells' | 'characters') =>
    addLines(line, {
      in: 0,
      out: new Map<Fate, number>([
        ['used', read.coded[unit]],
        ['not-asked', read.notAsked[unit]],
      ]),
    });
  return {
    ...column,
    cells: add(column.cells, 'cells'),
    characters: add(column.characters, 'characters'),
  };
}

/** The balance of several files. */
export function mergeBalances(balances: readonly Balance[]): Balance {
  return balances.reduce(
    (a, b) => ({
      rows: addLines(a.rows, b.rows),
      cells: addLines(a.cells, b.cells),
      selections: addLines(a.selections, b.selections),
      characters: addLines(a.characters, b.characters),
      blank: a.blank + b.blank,
      repaired: a.repaired + b.repaired,
      unread: {
        columns: a.unread.columns + b.unread.columns,
        cells: a.unread.cells + b.unread.cells,
      },
    }),
    EMPTY,
  );
}

function addLines(a: Line, b: Line): Line {
  const out = new Map(a.out);
  for (const [fate, count] of b.out) if (count > 0) out.set(fate, (out.get(fate) ?? 0) + count);
  return { in: a.in + b.in, out };
}

const NO_REASONS: readonly Fate[] = [
  'used',
  'repeated',
  'missing',
  'skipped',
  'not-asked',
  'excluded',
  'row-set-aside',
];

/** Whether a fate is a reason to set something aside. */
export function isReason(fate: Fate): fate is SetAsideReason & Fate {
  return !NO_REASONS.includes(fate);
}

/** Why things of a line were set aside, without those that merely stood in a row set aside. */
export function reasonsOf(line: Line): ReadonlyMap<SetAsideReason, number> {
  return new Map(
    [...line.out].filter((one): one is [SetAsideReason & Fate, number] => isReason(one[0])),
  );
}

/** All that was set aside, in rows set aside too. */
export function setAsideOf(line: Line): number {
  return (line.out.get('row-set-aside') ?? 0) + sumOf(reasonsOf(line));
}

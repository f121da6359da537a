/** The account of a file's rows: every record is used, set aside for a reason, or excluded. */
import { type Problem, problem } from '../errors.ts';
import { ownCopy } from '../own-copy.ts';
import { isDropped } from '../read/hygiene/rules.ts';
import type { Batch, SetAside, SetAsideReason } from '../read/respondent.ts';
import { percent } from './percent.ts';
import { reasonList } from './reason-list.ts';
import { setAsideProblem } from './set-aside-problem.ts';
import { sumOf } from './sum-of.ts';
import { type Examples, noteExample } from './unusable.ts';

/** Rows set aside that are named one by one. */
const NAMED = 100;

/** Counts of one file; rows = used + Σ setAside + excluded, always. */
export interface Account {
  rows: number;
  used: number;
  excluded: number;
  /** Rows set aside, by reason. */
  readonly setAside: Map<SetAsideReason, number>;
  /** The first of these rows, to be named should they be too many. */
  readonly firstAside: SetAside[];
  /** Cells set aside in rows that were used, by reason. */
  readonly cells: Map<SetAsideReason, number>;
  /** What stood in those cells. */
  readonly examples: Examples;
  /** True as long as no used row had a weight above 0. */
  weightless: boolean;
}

export function emptyAccount(): Account {
  return {
    rows: 0,
    used: 0,
    excluded: 0,
    setAside: new Map(),
    firstAside: [],
    cells: new Map(),
    examples: new Map(),
    weightless: true,
  };
}

/** A line of the account, as rows.csv has it: rows = used + set_aside + excluded. */
export interface RowsLine {
  readonly rows: number;
  readonly used: number;
  readonly set_aside: number;
  readonly excluded: number;
  /** A fixed word, never cell content. */
  readonly reason: string;
}

/** Enters a batch. @throws Error if the batch does not add up (our bug) */
export function enter(batch: Batch, account: Account): void {
  const rows = batch.setAside.filter((one) => one.column === '');
  if (batch.rows !== batch.respondents.length + rows.length + batch.excluded) {
    throw new Error(`a batch of ${batch.rows} rows does not add up`);
  }
  account.rows += batch.rows;
  account.used += batch.respondents.length;
  account.excluded += batch.excluded;
  const named = rows.slice(0, NAMED - account.firstAside.length);
  account.firstAside.push(...named.map((one) => ({ ...one, found: ownCopy(one.found) })));
  for (const entry of batch.setAside) {
    const { column, reason } = entry;
    const counts = column === '' ? account.setAside : account.cells;
    if (column !== '') noteExample(entry, account.examples);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (account.weightless) account.weightless = batch.respondents.every((one) => one.weight === 0);
}

/** Rows set aside, for whatever reason. */
export function setAsideRows(account: Account): number {
  return sumOf(account.setAside);
}

/** One line a reason: `used`, the reasons of what was set aside, `excluded`. */
export function accountRows(account: Account): readonly RowsLine[] {
  const none = { used: 0, set_aside: 0, excluded: 0 };
  const aside = [...account.setAside].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    { ...none, rows: account.used, used: account.used, reason: 'used' },
    ...aside.map(([reason, count]) => ({ ...none, rows: count, set_aside: count, reason })),
    ...(account.excluded === 0
      ? []
      : [{ ...none, rows: account.excluded, excluded: account.excluded, reason: 'excluded' }]),
  ];
}

/**
 * A problem if more than `maximum` of a file's not excluded records could not be used. Rows that
 * the survey drops by a rule of hygiene are sound, and lines below the table are no answers that
 * were lost: neither is a reason to stop.
 */
export function refuseTooMuch(account: Account, file: string, maximum: number): Problem[] {
  const rows = account.rows - account.excluded;
  const faulty = new Map(
    [...account.setAside].filter(([reason]) => !isDropped(reason) && reason !== 'footer-row'),
  );
  const count = sumOf(faulty);
  if (count <= maximum * rows) return [];
  const reasons = reasonList(faulty);
  const values = { rows, count, share: percent(count / rows), maximum: percent(maximum), reasons };
  const each = account.firstAside.map((one) => setAsideProblem(file, one));
  return [problem('too-much-set-aside', { file }, values), ...each];
}

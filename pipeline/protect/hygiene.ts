/** Hides small numbers of flagged respondents. */
import type { HygieneRow } from '../aggregate/tables.ts';
import type { HygieneCount } from '../tally/hygiene.ts';
import { isPrimary } from './counts/primary.ts';

/**
 * The rows without counts that are small, or all but small, like any other count of respondents.
 *
 * Rows that a rule drops are no respondents any more: rows.csv accounts for them one by one, so
 * their number is shown here too.
 *
 * @param counts behind the rows, in the same order
 */
export function protectHygiene(
  rows: readonly HygieneRow[],
  counts: readonly HygieneCount[],
  minimum: number,
): readonly HygieneRow[] {
  return rows.map((row, i) => {
    const { n, base } = counts[i]!;
    if (n === null || row.policy === 'drop' || n === 0 || !isPrimary(n, base, minimum)) return row;
    return { ...row, n: null, share: null, status: 'suppressed' };
  });
}

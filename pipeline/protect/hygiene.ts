/** Hides small numbers of flagged respondents. */
import type { HygieneRow } from '../aggregate/tables.ts';
import type { HygieneCount } from '../tally/hygiene.ts';
import { isSmallAlone } from './counts/primary.ts';
import { loneNames, type TellsBeside } from './earlier/lone-counts.ts';

/**
 * The rows without counts that are small, or all but small, like any other count of respondents,
 * or would be told as a difference.
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
  tells: TellsBeside,
): readonly HygieneRow[] {
  return rows.map((row, i) => {
    const { n, base } = counts[i]!;
    if (n === null || row.policy === 'drop') return row;
    const small = isSmallAlone(n, base, minimum);
    const lone = { name: loneNames.hygiene(row), round: row.round, question: null, n };
    if (!small && !tells(lone)) return row;
    return { ...row, n: null, share: null, status: 'suppressed' };
  });
}

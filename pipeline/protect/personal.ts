/** Hides small numbers of respondents who wrote personal data. */
import type { PersonalRow } from '../aggregate/tables.ts';
import type { PersonalCount } from '../tally/personal.ts';
import { isPrimary } from './counts/primary.ts';

/** A row a count; without n where it is small, or all but small, like any count of respondents. */
export function protectPersonal(
  counts: readonly PersonalCount[],
  minimum: number,
): readonly PersonalRow[] {
  return counts.map(({ round, question, type, n, base }) =>
    n === 0 || !isPrimary(n, base, minimum)
      ? { round, question, type, n, status: 'shown' }
      : { round, question, type, n: null, status: 'suppressed' },
  );
}

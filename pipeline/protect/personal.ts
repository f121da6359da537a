/** Hides small numbers of respondents who wrote personal data. */
import type { PersonalRow } from '../aggregate/tables.ts';
import type { PersonalCount } from '../tally/personal.ts';
import { isSmallAlone } from './counts/primary.ts';
import { loneNames, type TellsBeside } from './earlier/lone-counts.ts';

/**
 * A row a count; without n where it is small, or all but small, like any count of respondents, or
 * would be told as a difference.
 */
export function protectPersonal(
  counts: readonly PersonalCount[],
  minimum: number,
  tells: TellsBeside,
): readonly PersonalRow[] {
  return counts.map(({ n, base, ...place }) => {
    const small = isSmallAlone(n, base, minimum);
    return small || tells({ ...place, name: loneNames.personal(place), n })
      ? { ...place, n: null, status: 'suppressed' }
      : { ...place, n, status: 'shown' };
  });
}

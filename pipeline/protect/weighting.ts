/** Computed weights as they may be told: how few left a group empty is a head-count as others are. */

import type { ResponseRow } from '../aggregate/tables.ts';
import type { Weighting } from '../aggregate/weighting.ts';
import { groupBy } from '../group-by.ts';
import { isUnplaced } from '../read/respondent.ts';

/**
 * The weightings with `unplaced` where tables/response.csv shows the same, else null.
 *
 * @param rows of response.csv after protection
 */
export function protectWeighting(
  weighting: readonly Weighting[],
  rows: readonly ResponseRow[],
): readonly Weighting[] {
  return weighting.map((one) => {
    const empty = rows.filter(
      ({ round, group, value }) =>
        round === one.round && one.by.includes(group) && isUnplaced(value),
    );
    const isShown = [...groupBy(empty, ({ group }) => group).values()].some(
      (own) =>
        own.every(({ respondents }) => respondents !== null) &&
        own.reduce((sum, { respondents }) => sum + respondents!, 0) === one.unplaced,
    );
    return one.unplaced === 0 || isShown ? one : { ...one, unplaced: null };
  });
}

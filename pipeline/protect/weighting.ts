/** Computed weights as they may be told: what they come to tells how many answered from where. */

import type { ResponseRow } from '../aggregate/tables.ts';
import type { Weighting } from '../aggregate/weighting.ts';
import { groupBy } from '../group-by.ts';
import { isUnplaced } from '../read/respondent.ts';

/** A weighting as it is published; null where a figure would tell of a hidden count. */
export interface ToldWeighting extends Omit<Weighting, 'deviation' | 'trimmed' | 'design_effect'> {
  readonly deviation: number | null;
  readonly trimmed: number | null;
  readonly design_effect: number | null;
}

/**
 * The weightings with `unplaced` where tables/response.csv shows the same; where it hides how many
 * answered from a value that weights go by, without the figures that follow from its weight.
 *
 * @param rows of response.csv after protection
 */
export function protectWeighting(
  weighting: readonly Weighting[],
  rows: readonly ResponseRow[],
): readonly ToldWeighting[] {
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
    const unplaced = one.unplaced === 0 || isShown ? one.unplaced : null;
    const isHidden = rows.some(
      ({ round, group, status }) =>
        round === one.round && one.by.includes(group) && status === 'suppressed',
    );
    return isHidden
      ? { ...one, unplaced, deviation: null, trimmed: null, design_effect: null }
      : { ...one, unplaced };
  });
}

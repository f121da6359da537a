/** The interval of a difference between two independent shares. */
import { type Interval, wilson } from './wilson.ts';

/** A share of an (effective) number of observations. */
export interface ShareOf {
  /** In [0, 1]. */
  readonly share: number;
  readonly n: number;
}

export interface Difference extends Interval {
  /** In [−1, 1], as are `low` and `high`. */
  readonly difference: number;
}

/**
 * Difference a − b of two independent shares, with Newcombe's hybrid score interval: the two
 * Wilson intervals joined by the root of squared distances (his method 10).
 *
 * For the change from an earlier to a later share, `a` is the later one. Shares of the same
 * persons are not independent; taken as such, the interval is as a rule too wide.
 *
 * @param level confidence, in (0, 1)
 * @returns null where one of the two has no observations
 * @throws RangeError for a share, n or level out of range
 * @see Newcombe (1998), Statistics in Medicine 17:873
 * @example
 * newcombe({ share: 56 / 70, n: 70 }, { share: 48 / 80, n: 80 }, 0.95)
 * // { difference: 0.2, low: 0.0524, high: 0.3339 }
 */
export function newcombe(a: ShareOf, b: ShareOf, level: number): Difference | null {
  const ofA = wilson(a.share, a.n, level);
  const ofB = wilson(b.share, b.n, level);
  if (ofA === null || ofB === null) return null;
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - ofA.low, ofB.high - b.share),
    high: difference + Math.hypot(ofA.high - a.share, b.share - ofB.low),
  };
}

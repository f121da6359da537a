/** The interval of a difference between two shares of the same persons. */
import type { Difference } from './newcombe.ts';
import { wilson } from './wilson.ts';

/** Head-counts of the same persons at two times. */
export interface Pairs {
  /** Yes both times. */
  readonly both: number;
  /** No before, yes after. */
  readonly gained: number;
  /** Yes before, no after. */
  readonly lost: number;
  /** No both times. */
  readonly neither: number;
}

/**
 * Change of a share, after − before, in the same persons, with Newcombe's interval for paired
 * data: the two Wilson intervals joined with the correlation of the two answers (his method 10).
 *
 * @param level confidence, in (0, 1)
 * @returns null where there is nobody
 * @throws RangeError unless the counts are whole numbers from 0 and the level is in range
 * @see Newcombe (1998), Statistics in Medicine 17:2635
 * @example
 * newcombePaired({ both: 14, gained: 5, lost: 0, neither: 22 }, 0.95)
 * // { difference: 0.122, low: 0.011, high: 0.226 }
 */
export function newcombePaired(pairs: Pairs, level: number): Difference | null {
  const { both, gained, lost, neither } = pairs;
  for (const [name, count] of Object.entries(pairs)) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`${name} must be a whole number from 0, got ${count}`);
    }
  }
  const n = both + gained + lost + neither;
  const [after, before] = [(both + gained) / n, (both + lost) / n];
  const [ofAfter, ofBefore] =
    n === 0 ? [null, null] : [wilson(after, n, level), wilson(before, n, level)];
  if (ofAfter === null || ofBefore === null) return null;
  const phi = correlation(pairs, n);
  const root = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  const difference = (gained - lost) / n;
  return {
    difference,
    low: difference - root(after - ofAfter.low, ofBefore.high - before),
    high: difference + root(ofAfter.high - after, before - ofBefore.low),
  };
}

/** φ of the two answers; a positive one is drawn towards 0 by a continuity correction. */
function correlation({ both, gained, lost, neither }: Pairs, n: number): number {
  const margins = (both + gained) * (lost + neither) * (both + lost) * (gained + neither);
  if (margins === 0) return 0;
  const cross = both * neither - gained * lost;
  const corrected = cross > 0 ? Math.max(0, cross - n / 2) : cross;
  return corrected / Math.sqrt(margins);
}

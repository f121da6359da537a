/** Control limits of a funnel plot: which units differ from a target by more than chance. */

import type { ShareOf } from './newcombe.ts';
import { normalQuantile } from './normal.ts';
import { checkLevel, checkShare, type Interval } from './wilson.ts';

/** The levels Spiegelhalter draws: about two and three standard errors. */
export const FUNNEL_LEVELS = [0.95, 0.998] as const;

/**
 * Limits within which the share of a unit of `n` observations lies, if the target is its share.
 *
 * target ± z · √(target · (1 − target) / n), cut at 0 and 1. It is Wilson's interval turned
 * round: a share lies within the limits just where its own Wilson interval holds the target, so
 * plot and intervals never disagree. Where fewer than about five cases are expected, the binomial
 * distribution is skewed and false alarms above a small target are more frequent than the level
 * says; exact binomial limits, interpolated, share that.
 *
 * @param target in [0, 1]
 * @param n (effective) number of observations, need not be whole
 * @param level of the limits, in (0, 1)
 * @returns null where `n` is 0
 * @throws RangeError for a target, n or level out of range
 * @see Spiegelhalter (2005), Statistics in Medicine 24:1185, section A.1.1
 * @example funnelLimits(0.15, 200, 0.95) // { low: 0.1005, high: 0.1995 }
 */
export function funnelLimits(target: number, n: number, level: number): Interval | null {
  checkShare(target);
  checkLevel(level);
  if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`n must be from 0, got ${n}`);
  if (n === 0) return null;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((target * (1 - target)) / n);
  return { low: Math.max(0, target - half), high: Math.min(1, target + half) };
}

export interface FunnelPlace {
  readonly side: 'inside' | 'above' | 'below';
  /** The highest level whose limits the share leaves; null inside all. */
  readonly level: number | null;
}

/**
 * Where the share of a unit lies among the limits of the levels given.
 *
 * @returns null where the unit has no observations
 * @throws RangeError for a share, n, target or level out of range
 */
export function funnelPlace(
  { share, n }: ShareOf,
  target: number,
  levels: readonly number[] = FUNNEL_LEVELS,
): FunnelPlace | null {
  checkShare(share);
  let highest: number | null = null;
  for (const level of levels) {
    const limits = funnelLimits(target, n, level);
    if (limits === null) return null;
    const outside = share < limits.low || share > limits.high;
    if (outside && level > (highest ?? 0)) highest = level;
  }
  if (highest === null) return { side: 'inside', level: null };
  return { side: share > target ? 'above' : 'below', level: highest };
}

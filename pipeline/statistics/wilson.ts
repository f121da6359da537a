/** Wilson's score interval of a share. */
import { normalQuantile } from './normal.ts';

/** `low` ≤ `high`; the shares among them in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of a share of `n` observations; `n` may be an effective number.
 *
 * It stays inside [0, 1] and keeps its coverage at the small bases of cross-tabulations, where
 * ±1.96 standard errors do not. R's `prop.test(x, n, correct = FALSE)$conf.int`.
 *
 * @param share in [0, 1]
 * @param n (effective) number of observations, need not be whole
 * @param level confidence, in (0, 1)
 * @returns null where `n` is 0
 * @throws RangeError for a share, n or level out of range
 * @see Wilson (1927), JASA 22:209; Brown, Cai & DasGupta (2001), Stat. Science 16:101
 * @example wilson(15 / 148, 148, 0.95) // { low: 0.0624, high: 0.1605 }
 */
export function wilson(share: number, n: number, level: number): Interval | null {
  checkShare(share);
  checkLevel(level);
  if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`n must be from 0, got ${n}`);
  if (n === 0) return null;
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const scale = 1 + z2 / n;
  const upperRoot = (p: number) =>
    (p + z2 / (2 * n) + Math.sqrt((z2 * p * (1 - p)) / n + (z2 / (2 * n)) ** 2)) / scale;
  const high = upperRoot(share);
  return {
    low: share ** 2 / scale / high, // by the product of the roots: exact where both are tiny
    high: share === 1 ? 1 : Math.min(1, high),
  };
}

/** @throws RangeError unless `share` lies in [0, 1] */
export function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must lie in [0, 1], got ${share}`);
}

/** @throws RangeError unless `level` lies in (0, 1) */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
}

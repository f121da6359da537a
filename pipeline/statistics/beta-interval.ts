/** The Clopper–Pearson interval and its survey form by Korn and Graubard. */
import { betaQuantile, tQuantile } from './distributions.ts';
import { checkLevel, checkShare, type Interval } from './wilson.ts';

/**
 * Beta interval of a share of `n` observations, which need not be whole.
 *
 * With whole numbers it is the exact interval of Clopper and Pearson (R's `binom.test`). With
 * n = `kornGraubardN(…)` it is R's `svyciprop(method = "beta")`, not capped at the head-count.
 *
 * @param share in [0, 1]
 * @param n (effective) number of observations
 * @param level confidence, in (0, 1)
 * @returns null where `n` is 0
 * @throws RangeError for a share, n or level out of range
 * @see Korn & Graubard (1998), Survey Methodology 24:193
 * @example betaInterval(0, 10, 0.95) // { low: 0, high: 0.3085 }
 */
export function betaInterval(share: number, n: number, level: number): Interval | null {
  checkShare(share);
  checkLevel(level);
  if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`n must be from 0, got ${n}`);
  if (n === 0) return null;
  const x = share * n;
  const rest = (1 - share) * n;
  return {
    low: x === 0 ? 0 : betaQuantile((1 - level) / 2, x, rest + 1),
    high: rest === 0 ? 1 : betaQuantile((1 + level) / 2, x + 1, rest),
  };
}

/**
 * Effective number of observations, adjusted to the degrees of freedom of the design.
 *
 * n_effective · (t(n − 1) / t(df))², t the quantile of Student's t at the level. The factor is 1
 * for weights only, where df = n − 1, and below 1 for few clusters.
 *
 * @param nEffective share·(1 − share) / variance
 * @param n head-count of the base
 * @param df degrees of freedom of the design
 */
export function kornGraubardN(nEffective: number, n: number, df: number, level: number): number {
  if (!(n > 1 && df > 0)) return nEffective;
  const p = (1 + level) / 2;
  return nEffective * (tQuantile(p, n - 1) / tQuantile(p, df)) ** 2;
}

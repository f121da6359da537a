/**
 * Quantiles and tail probabilities of the distributions the tests and intervals use.
 *
 * Tails are never computed as 1 − cdf, which has no correct digit left below 1e-16. By symmetry
 * of the normal, by swapping the arguments of the regularised incomplete beta function
 * (I_x(a, b) = 1 − I_{1−x}(b, a)) and by a series of positive terms for chi-square, they keep
 * ten digits or so down to about 1e-200.
 */
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';
import { normalQuantile, normalTwoSided } from './normal.ts';

/** Quantile of Student's t; R's `qt(p, df)`. `df` may be fractional or Infinity (normal). */
export function tQuantile(p: number, df: number): number {
  return df === Number.POSITIVE_INFINITY ? normalQuantile(p) : tQuantileOf(p, df);
}

/** P(F ≥ x); R's `pf(x, df1, df2, lower.tail = FALSE)`. Degrees of freedom may be fractional. */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  return fCdf(1 / x, df2, df1); // 1/F has the same distribution with its two df swapped
}

/** Quantile of the beta distribution; R's `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileOf(p, a, b);
}

/**
 * P(X ≥ x) of chi-square with a whole number of degrees of freedom; R's
 * `pchisq(x, df, lower.tail = FALSE)`.
 *
 * Q(a + 1, y) = Q(a, y) + y^a e^−y / Γ(a + 1), a = df / 2, y = x / 2, from Q(1, y) = e^−y for
 * even df and from Q(½, y) = P(|Z| ≥ √x) for odd df (Abramowitz & Stegun 26.4.4–5).
 *
 * @throws RangeError if `df` is not a positive whole number
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (!(Number.isInteger(df) && df > 0)) {
    throw new RangeError(`chiSquareUpperTail requires a positive whole df, got ${df}`);
  }
  if (x <= 0) return 1;
  const y = x / 2;
  const odd = df % 2 === 1;
  let tail = odd ? normalTwoSided(Math.sqrt(x)) : Math.exp(-y);
  // The term y^a e^−y / Γ(a + 1); its first a is ½ (Γ(3/2) = √π / 2) or 1 (Γ(2) = 1).
  let a = odd ? 0.5 : 1;
  let logTerm = odd ? Math.log(2) + 0.5 * Math.log(y / Math.PI) - y : Math.log(y) - y;
  for (; a < df / 2; a++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(y / (a + 1));
  }
  return Math.min(1, tail);
}

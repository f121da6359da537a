/** A weighted mean with its linearised variance and the population's spread, as R's `survey`. */
import { checkDesign } from './proportion.ts';
import { checkSums, type Sums } from './sums.ts';

/** Sums of observations that also carry a number x. */
export interface Moments extends Sums {
  /** Σ w x. */
  readonly wx: number;
  /** Σ w x². */
  readonly wx2: number;
  /** Σ w² x. */
  readonly w2x: number;
  /** Σ w² x². */
  readonly w2x2: number;
}

export interface Mean {
  readonly mean: number;
  /** Sampling variance of `mean`; null where it cannot be estimated (a design of one). */
  readonly variance: number | null;
  /** Estimated standard deviation of x in the population; null for fewer than two observations. */
  readonly sd: number | null;
}

/**
 * Weighted mean of x, its sampling variance, and the standard deviation of x.
 *
 * `mean` and `variance` are R's `svymean(~x, subset(design, …))` for a design with weights only:
 * N/(N−1) · Σ w²(x − mean)² / (Σw)², N the whole design. `sd` is R's
 * `sqrt(svyvar(~x, subset(design, !is.na(x))))`: √( n/(n−1) · Σ w(x − mean)² / Σw ), n the
 * observations that have an x. (With `na.rm = TRUE` instead, R's n counts those without an x too.)
 *
 * The sums of squares are taken about 0, so figures lose about 2·log10(|mean| / sd) of their 16
 * digits: nothing for scales and ages, some for calendar years.
 *
 * @param sums moments of the observations that have an x
 * @param designN observations of the whole design, at least `sums.n`
 * @returns null where no observation has a weight above 0
 * @throws RangeError for sums that contradict each other or the design
 * @example
 * const oneTwoThree = { n: 3, w: 3, w2: 3, wx: 6, wx2: 14, w2x: 6, w2x2: 14 };
 * mean(oneTwoThree, 3) // { mean: 2, variance: 1/3, sd: 1 }
 */
export function mean(sums: Moments, designN: number): Mean | null {
  checkSums('sums', sums);
  checkDesign(sums, designN);
  const { n, w, w2, wx, wx2, w2x, w2x2 } = sums;
  for (const [name, value] of Object.entries({ wx, wx2, w2x, w2x2 })) {
    if (!Number.isFinite(value)) throw new RangeError(`sums.${name} must be finite, got ${value}`);
  }
  if (w === 0) return null;
  const mean = wx / w;
  const spread = aboutMean(wx2, wx, w, mean) / w;
  const squares = aboutMean(w2x2, w2x, w2, mean) / w ** 2;
  return {
    mean,
    variance: designN < 2 ? null : (designN / (designN - 1)) * squares,
    sd: n < 2 ? null : Math.sqrt((n / (n - 1)) * spread),
  };
}

/** Σ v(x − mean)² from Σvx², Σvx and Σv; rounding must not make it negative. */
function aboutMean(vx2: number, vx: number, v: number, mean: number): number {
  return Math.max(0, vx2 - mean * (2 * vx - mean * v));
}

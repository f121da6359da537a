/** Linearised variance of a ratio under strata and clusters, as R's `svydesign(strata, ids, fpc)`. */
import { checkDrawn, type Drawn, hasVariance, stratumVariance } from './stratum.ts';

/**
 * Sums over the units of a stratum. Each unit has two totals over its observations in the base:
 * A = Σ w y and B = Σ w.
 *
 * Where units are single observations and y is 0 or 1, AA = AB = `yes.w2` and BB = `base.w2`.
 */
export interface UnitSums {
  /** Σ A over units. */
  readonly a: number;
  /** Σ B over units. */
  readonly b: number;
  /** Σ A². */
  readonly aa: number;
  /** Σ A B. */
  readonly ab: number;
  /** Σ B². */
  readonly bb: number;
}

export interface Stratum extends Drawn, UnitSums {}

/**
 * Variance of the ratio ΣA / ΣB over all strata: of a share (y of 0 or 1), or a mean (y = x).
 *
 * Σ over strata of (1 − fraction) · m/(m−1) · Σ over its m units of (t − t̄)², with
 * t = (A − ratio·B) / ΣB. A stratum of one unit has no t̄ of its own; its t is taken about 0, the
 * mean over all strata, as R does with `options(survey.lonely.psu = "adjust")`.
 *
 * @returns null where ΣB is 0, or where the whole design is a single unit
 * @throws RangeError for a stratum without units or with a fraction outside [0, 1]
 * @see Lumley (2010), Complex Surveys, section 2.2; Binder (1983), Int. Stat. Review 51:279
 */
export function ratioVariance(strata: readonly Stratum[]): number | null {
  strata.forEach(checkDrawn);
  const total = strata.reduce((sum, { b }) => sum + b, 0);
  if (total === 0 || !hasVariance(strata)) return null;
  const ratio = strata.reduce((sum, { a }) => sum + a, 0) / total;
  let variance = 0;
  for (const stratum of strata) {
    const { a, b, aa, ab, bb } = stratum;
    variance += stratumVariance(stratum, a - ratio * b, aa - ratio * (2 * ab - ratio * bb));
  }
  return variance / total ** 2;
}

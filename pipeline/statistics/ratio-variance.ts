/** Linearised variance of a ratio under strata and clusters, as R's `svydesign(strata, ids, fpc)`. */

/**
 * One stratum. A unit is what was drawn: an observation, or a cluster of them (a primary sampling
 * unit). Each unit has two totals over its observations in the base: A = Σ w y and B = Σ w.
 *
 * Where units are single observations and y is 0 or 1, AA = AB = `yes.w2` and BB = `base.w2`.
 */
export interface Stratum {
  /** Units drawn in the whole design, also those without an observation in the base. */
  readonly units: number;
  /** Units drawn / units there are; 0 for drawing with replacement. */
  readonly fraction: number;
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

/** Relative to the terms that cancel; doubles keep 16 digits. */
const NOISE = 1e-13;

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
  for (const { units, fraction } of strata) {
    if (!(Number.isInteger(units) && units > 0 && fraction >= 0 && fraction <= 1)) {
      throw new RangeError(`a stratum needs units and a fraction, got ${units} and ${fraction}`);
    }
  }
  const total = strata.reduce((sum, { b }) => sum + b, 0);
  if (total === 0) return null;
  if (strata.length === 1 && strata[0]!.units === 1) return null;
  const ratio = strata.reduce((sum, { a }) => sum + a, 0) / total;
  let variance = 0;
  for (const { units, fraction, a, b, aa, ab, bb } of strata) {
    const squares = aa - ratio * (2 * ab - ratio * bb);
    const centred = units === 1 ? squares : squares - (a - ratio * b) ** 2 / units;
    const correction = units === 1 ? 1 : units / (units - 1);
    // A share that the strata fix leaves rounding noise of large terms that cancel.
    const isNoise = centred < NOISE * (aa + ratio * ratio * bb);
    variance += isNoise ? 0 : (1 - fraction) * correction * centred;
  }
  return variance / total ** 2;
}

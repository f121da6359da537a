/** A weighted share with its linearised variance, as R's `svymean` of a 0/1 variable. */
import { checkSums, type Sums } from './sums.ts';

export interface Proportion {
  /** In [0, 1]. */
  readonly share: number;
  /** Sampling variance of `share`; null where it cannot be estimated (a design of one). */
  readonly variance: number | null;
}

/**
 * Share of a base that has a property, and its variance.
 *
 * The variance is Taylor-linearised for a design with weights only, drawn with replacement:
 * N/(N−1) · Σ w²(y − share)² / (Σw)², the sum over the base, N over the whole design. So it is
 * R's domain variance: `svymean(~y, subset(design, base))`. A share of 0 or 1 has variance 0,
 * which is an artefact; see `n-effective.ts` for what to use there.
 *
 * @param yes sums of the observations of the base that have the property
 * @param base sums of the base
 * @param designN observations of the whole design, at least `base.n`
 * @returns null where the base has no weight (it is empty, or all its weights are 0)
 * @throws RangeError if `yes` exceeds `base` or `base` exceeds the design
 * @see Lumley (2010), Complex Surveys, section 2.2 and appendix C
 * @example
 * const of = (n: number) => ({ n, w: n, w2: n }); // equal weights
 * proportion(of(3), of(10), 10) // { share: 0.3, variance: 0.3 * 0.7 / 9 }
 */
export function proportion(yes: Sums, base: Sums, designN: number): Proportion | null {
  checkPart(yes, base);
  checkDesign(base, designN);
  if (base.w === 0) return null;
  const share = Math.min(1, yes.w / base.w);
  if (designN < 2) return { share, variance: null };
  // Σ w²(y − share)², split by y; no large terms cancel, and shares of 0 and 1 give exactly 0.
  const squares = yes.w2 * (1 - share) ** 2 + Math.max(0, base.w2 - yes.w2) * share ** 2;
  return { share, variance: ((designN / (designN - 1)) * squares) / base.w ** 2 };
}

/** Sums of weights may be rounded once, so a part may exceed its whole by that much. */
const ROUNDING = 1e-12;

/** @throws RangeError unless `yes` can be a part of `base` */
export function checkPart(yes: Sums, base: Sums): void {
  checkSums('yes', yes);
  checkSums('base', base);
  const over = (part: number, whole: number) => part > whole * (1 + ROUNDING);
  if (yes.n > base.n || over(yes.w, base.w) || over(yes.w2, base.w2)) {
    throw new RangeError(
      `yes (n ${yes.n}, w ${yes.w}, w2 ${yes.w2}) exceeds base (n ${base.n}, w ${base.w}, w2 ${base.w2})`,
    );
  }
}

/** @throws RangeError unless a design of `designN` observations can hold `base` */
export function checkDesign(base: { readonly n: number }, designN: number): void {
  if (!(Number.isInteger(designN) && designN >= base.n)) {
    throw new RangeError(`designN must be whole and at least ${base.n}, got ${designN}`);
  }
}

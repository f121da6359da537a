/** The difference of two means or shares of one design, whose domains may share clusters. */
import type { UnitSums } from './ratio-variance.ts';
import { checkDrawn, type Drawn, hasVariance, stratumVariance } from './stratum.ts';
import { tInterval } from './t-interval.ts';
import type { Interval } from './wilson.ts';

/**
 * One stratum with the totals of two domains. Each unit has A = Σ w y and B = Σ w over its
 * observations in the first domain, and C = Σ w y and D = Σ w over those in the second.
 */
export interface TwoDomains extends Drawn {
  readonly first: UnitSums;
  readonly second: UnitSums;
  /** Σ over units of products across the domains; all 0 where no unit has both. */
  readonly cross: CrossSums;
}

export interface CrossSums {
  /** Σ A C. */
  readonly ac: number;
  /** Σ A D. */
  readonly ad: number;
  /** Σ B C. */
  readonly bc: number;
  /** Σ B D. */
  readonly bd: number;
}

export interface DomainDifference {
  /** First − second. */
  readonly difference: number;
  /** Sampling variance, covariance of the two included; null for a design of one unit. */
  readonly variance: number | null;
  /** null without a variance or degrees of freedom. */
  readonly interval: Interval | null;
}

/**
 * Difference of two domain means (y = x) or shares (y of 0 or 1), ΣA/ΣB − ΣC/ΣD.
 *
 * Each unit's t is (A − r₁B)/ΣB − (C − r₂D)/ΣD; its variance over units is taken as in
 * `ratioVariance`, lonely strata included. It is R's `svycontrast` of
 * `svyby(~y, ~domain, design, svymean, covmat = TRUE)`: variances of clusters that both domains
 * share are not counted as if independent.
 *
 * @param df for Student's t; Infinity gives the normal interval, R's default in `confint`
 * @param level confidence, in (0, 1)
 * @returns null where a domain has no weight
 * @throws RangeError for a stratum without units, a fraction outside [0, 1] or a level out of range
 * @see Lumley (2010), Complex Surveys, section 2.2; Binder (1983), Int. Stat. Review 51:279
 */
export function domainDifference(
  strata: readonly TwoDomains[],
  df: number,
  level: number,
): DomainDifference | null {
  strata.forEach(checkDrawn);
  const first = ratioOf(strata.map((stratum) => stratum.first));
  const second = ratioOf(strata.map((stratum) => stratum.second));
  if (first === null || second === null) return null;
  const difference = first.ratio - second.ratio;
  const variance = hasVariance(strata)
    ? strata.reduce((sum, stratum) => sum + varianceIn(stratum, first, second), 0)
    : null;
  return { difference, variance, interval: tInterval(difference, variance, df, level) };
}

interface Ratio {
  readonly ratio: number;
  readonly total: number;
}

function ratioOf(sums: readonly UnitSums[]): Ratio | null {
  const total = sums.reduce((sum, { b }) => sum + b, 0);
  return total > 0 ? { ratio: sums.reduce((sum, { a }) => sum + a, 0) / total, total } : null;
}

function varianceIn(stratum: TwoDomains, one: Ratio, other: Ratio): number {
  const { first, second, cross } = stratum;
  const { ac, ad, bc, bd } = cross;
  const sumOf = ({ a, b }: UnitSums, { ratio, total }: Ratio) => (a - ratio * b) / total;
  const squaresOf = ({ aa, ab, bb }: UnitSums, { ratio, total }: Ratio) =>
    (aa - ratio * (2 * ab - ratio * bb)) / total ** 2;
  const product =
    (ac - other.ratio * ad - one.ratio * (bc - other.ratio * bd)) / (one.total * other.total);
  return stratumVariance(
    stratum,
    sumOf(first, one) - sumOf(second, other),
    squaresOf(first, one) + squaresOf(second, other) - 2 * product,
  );
}

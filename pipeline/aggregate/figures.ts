/** Sums -> the figures of a table line: a share or mean with its base, interval and n_effective. */

import { rowOf } from '../row.ts';
import { kornGraubardN } from '../statistics/beta-interval.ts';
import { type ShareEstimate, shareInterval } from '../statistics/interval.ts';
import { kishEffective } from '../statistics/kish.ts';
import { lift } from '../statistics/lift.ts';
import { mean } from '../statistics/mean.ts';
import { effectiveFromVariance } from '../statistics/n-effective.ts';
import { oddsRatio } from '../statistics/odds-ratio.ts';
import { proportion } from '../statistics/proportion.ts';
import { tInterval } from '../statistics/t-interval.ts';
import type { Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import type { Sums } from '../tally/tally.ts';
import { domainDf, domainVariance } from './domain-variance.ts';
import { type Base, type Counted, lessSums } from './sums.ts';
import type { CellStatus, ShareFigures } from './tables.ts';

/** The share of a base, in one design. */
export type ShareOf = (yes: Counted, base: Base) => ShareFigures;

/** The mean of a number over a base, from the sums of x and x² with w and w². */
export type MeanOf = (base: Base, x: Counted, xx: Counted) => MeanFigures;

export interface MeanFigures {
  readonly base: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n_effective: number | null;
  readonly status: CellStatus;
}

/** What figures are made by. */
type Settings = Pick<Survey, 'statistics' | 'privacy'>;

/**
 * Shares as `statistics` makes them, each with its interval; a base is a domain of the design. Where
 * few hold nearly all of the weight there are none: see `isDominated`.
 */
export function shareOf(design: RoundDesign, { statistics, privacy }: Settings): ShareOf {
  return (yes, base) => {
    const [total, n] = [base.sums.n, yes.sums.n];
    const estimate = shareEstimate(yes, base, design);
    if (estimate === null || isDominated(base.sums, privacy.minimum)) {
      const none = { share: null, low: null, high: null, n_effective: null };
      return { base: total, n, ...none, status: estimate === null ? 'no-base' : 'suppressed' };
    }
    const interval = shareInterval(
      statistics.interval,
      adjustedToDf(estimate, design, statistics.confidence),
      statistics.confidence,
    );
    return {
      base: total,
      n,
      share: estimate.share,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n_effective: estimate.nEffective,
      status: 'shown',
    };
  };
}

/**
 * Whether the weight lies with so few that a share would be their answers: of 150 respondents one of
 * whom weighs as much as 1,000 others, 0.87 is what this one said. Measured by Kish's number, which is
 * the reciprocal of Herfindahl's index of concentration.
 *
 * @param minimum fewest respondents that may be told apart
 * @example isDominated({ n: 150, w: 1149, w2: 1_000_149 }, 5) // true: 1.3 of equal weight
 */
function isDominated(base: Sums, minimum: number): boolean {
  const effective = kishEffective(base);
  return effective !== null && base.n >= minimum && effective < minimum - ROUNDING;
}

/** Of n equal weights Kish's number may come out a little below n. */
const ROUNDING = 1e-6;

/**
 * Under strata and clusters Wilson's interval takes n_effective adjusted to the degrees of freedom,
 * as Korn and Graubard's does: with a few clusters it would else cover too little (simulated in
 * test/bench/coverage.mjs: 90 % with five). Of weights only nothing changes.
 */
function adjustedToDf(
  estimate: ShareEstimate,
  { strata }: RoundDesign,
  level: number,
): ShareEstimate {
  const { nEffective, n, df } = estimate;
  if (strata === null || nEffective === null) return estimate;
  return { ...estimate, nEffective: kornGraubardN(nEffective, n, df, level) };
}

/** Variances this far below that of a simple sample are rounding. */
const NOISE = 1e-9;

/** As `interface.md` defines n_effective: Kish's of weights only, else that of the variance. */
function shareEstimate(yes: Counted, base: Base, design: RoundDesign): ShareEstimate | null {
  const { n } = base.sums;
  const simple = proportion(yes.sums, base.sums, design.rows);
  if (simple === null) return null;
  const kish = kishEffective(base.sums);
  const df = dfOf(base, design);
  const { share } = simple;
  if (design.strata === null) {
    return { share, variance: simple.variance, n, nEffective: kish, df };
  }
  const cells = yes.cells();
  const found = domainVariance({ y: cells, yy: cells, base: base.cells() }, design.strata);
  // Of a share that the design fixes, such as that of a stratum, rounding is left.
  const isNoise = found !== null && found * n < NOISE * share * (1 - share);
  const variance = isNoise ? 0 : found;
  const ofVariance = share > 0 && share < 1 ? effectiveFromVariance(share, variance) : null;
  return {
    share,
    variance,
    n,
    // A base within one cluster a stratum tells nothing of how clusters differ.
    nEffective: df === 0 ? null : ofVariance === null ? kish : Math.min(n, ofVariance),
    df,
  };
}

/** Of the group that a base is of: as R, those who did not answer have their place in the design. */
function dfOf({ group }: Base, { strata }: RoundDesign): number {
  return strata === null ? group.sums.n - 1 : domainDf(group.cells(), strata);
}

export interface MeanEstimate {
  readonly mean: number;
  /** Standard deviation in the population; null for fewer than two respondents. */
  readonly sd: number | null;
  /** Sampling variance of the mean, null where it cannot be estimated. */
  readonly variance: number | null;
  readonly df: number;
}

/** A mean under a round's design; null where nobody in the base has a weight. */
export function meanEstimate(
  base: Base,
  x: Counted,
  xx: Counted,
  design: RoundDesign,
): MeanEstimate | null {
  const sums = { wx: x.sums.w, wx2: xx.sums.w, w2x: x.sums.w2, w2x2: xx.sums.w2 };
  const estimate = mean(rowOf(base.sums, sums), design.rows);
  if (estimate === null) return null;
  const variance =
    design.strata === null
      ? estimate.variance
      : domainVariance({ y: x.cells(), yy: xx.cells(), base: base.cells() }, design.strata);
  return { mean: estimate.mean, sd: estimate.sd, variance, df: dfOf(base, design) };
}

/** Means with Student's interval; a base is a domain of the design, dominated by nobody as of shares. */
export function meanOf(design: RoundDesign, { statistics, privacy }: Settings): MeanOf {
  return (base, x, xx) => {
    const estimate = meanEstimate(base, x, xx, design);
    if (estimate === null || isDominated(base.sums, privacy.minimum)) {
      const none = { mean: null, sd: null, low: null, high: null, n_effective: null };
      const status = estimate === null ? 'no-base' : 'suppressed';
      return { base: base.sums.n, ...none, status };
    }
    const { mean, sd, variance, df } = estimate;
    const interval = tInterval(mean, variance, df, statistics.confidence);
    return {
      base: base.sums.n,
      mean,
      sd,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n_effective: kishEffective(base.sums),
      status: 'shown',
    };
  };
}

/** The odds ratio of two codes with its interval; nulls where a code is nobody's or everybody's. */
export function oddsOf(both: Sums, a: Sums, b: Sums, base: Sums, level: number) {
  const found = oddsRatio(
    {
      both,
      onlyA: lessSums(a, both),
      onlyB: lessSums(b, both),
      neither: lessSums(lessSums(base, a), lessSums(b, both)),
    },
    level,
  );
  return {
    odds_ratio: found?.ratio ?? null,
    odds_low: found?.low ?? null,
    odds_high: found?.high ?? null,
  };
}

/** How much oftener two codes meet than by chance, by weighted shares; null where a code is absent. */
export function liftOf(both: Sums, a: Sums, b: Sums, base: Sums): number | null {
  return base.w === 0 ? null : lift(both.w, a.w, b.w, base.w);
}

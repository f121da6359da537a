/** A line of figures made coarse, with an interval of what is left of its share. */
import type { ClosedRow, ShareFigures } from '../../aggregate/tables.ts';
import { isDesigned, saysHeadCounts } from '../../aggregate/weight-groups.ts';
import { shareInterval } from '../../statistics/interval.ts';
import { tInterval } from '../../statistics/t-interval.ts';
import type { Interval } from '../../statistics/wilson.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Estimate, roundedDown, WIDEST } from './estimate.ts';

const STEPS = [0.01, 0.02, 0.05, 0.1, WIDEST] as const;
const MEAN_STEPS = [0.1, 0.2, 0.5, 1] as const;

/** A share that is given instead of the true one; null where none can be told. */
export type Told = Estimate | null;

/** Whether a share is given as it is: nothing but head-counts is in it. */
export function isOfHeads(row: ShareFigures, survey: Survey): boolean {
  const { n, base, share } = row;
  if (share === null || saysHeadCounts(row, survey)) return true;
  // Where a count is nobody's or everybody's, weights change nothing.
  if (n === 0 || n === base) return true;
  if (!isDesigned(survey) || n === null || base === null) return false;
  return Math.abs(share - n / base) < 1e-9;
}

/** @param told instead of the share; in steps as wide as it may be wrong by */
export function coarse<Row extends ShareFigures>(row: Row, told: Told, survey: Survey): Row {
  const { base, n_effective: exact } = row;
  if (base === null || saysHeadCounts(row, survey)) return row;
  const share = isOfHeads(row, survey) ? row.share : shareIn(told);
  if (share === null) return { ...row, share: null, low: null, high: null, n_effective: null };
  if (isDesigned(survey)) return coarseDesign({ ...row, base }, share, survey);
  // From two of its digits the weights of a few could follow; the interval is made with one.
  const effective = exact === null ? null : Number(exact.toPrecision(1));
  const limits = row.low === null ? null : intervalOf(share, base, effective, survey);
  return {
    ...row,
    share,
    low: limits === null ? null : inSteps(limits.low, 0.01),
    high: limits === null ? null : inSteps(limits.high, 0.01),
    n_effective: null,
  };
}

/** Null where it may be wrong by more than the widest step. */
function shareIn(told: Told): number | null {
  const step = STEPS.find((one) => told !== null && told.error <= one);
  return told === null || step === undefined ? null : inSteps(told.share, step);
}

/** @param effective n_effective, taken for the size of a simple sample */
function intervalOf(
  share: number,
  base: number,
  effective: number | null,
  { statistics }: Survey,
): Interval | null {
  if (effective === null) return null;
  const variance = (share * (1 - share)) / effective;
  const estimate = { share, variance, n: base, nEffective: effective, df: base - 1 };
  return shareInterval(statistics.interval, estimate, statistics.confidence);
}

/** The interval is as many times as wide as the exact one is for its degrees of freedom. */
function coarseDesign<Row extends ShareFigures & { readonly base: number }>(
  row: Row,
  rounded: number,
  survey: Survey,
): Row {
  const { share, base, low, high, n_effective: exact } = row;
  const effective = exact === null ? null : roundedDown(exact);
  const figures = { ...row, share: rounded, low: null, high: null, n_effective: effective };
  const simple = intervalOf(share!, base, exact, survey);
  const coarser = intervalOf(rounded, base, effective, survey);
  if (low === null || high === null || simple === null || coarser === null) return figures;
  const times = Math.max(1, Math.ceil((10 * (high - low)) / (simple.high - simple.low)) / 10);
  return {
    ...figures,
    low: inSteps(Math.max(0, rounded - times * (rounded - coarser.low)), 0.01),
    high: inSteps(Math.min(1, rounded + times * (coarser.high - rounded)), 0.01),
  };
}

/** A point of a scale, and what is told of who chose it. */
export interface PointTold extends Estimate {
  readonly point: number;
}

/**
 * A mean of what is told of its points, with deviation and interval made of that too.
 *
 * @param points all of them; null where of one too little is told, as of a number, which has none
 */
export function coarseMean(
  row: ClosedRow,
  points: readonly PointTold[] | null,
  survey: Survey,
): ClosedRow {
  const { base, n_effective: effective } = row;
  if (row.mean === null || base === null || saysHeadCounts(row, survey)) return row;
  const none = { ...row, mean: null, sd: null, low: null, high: null, n_effective: null };
  if (points === null || effective === null) return none;
  const sum = (of: (one: PointTold) => number) => points.reduce((total, one) => total + of(one), 0);
  const whole = sum(({ share }) => share);
  const mean = sum(({ point, share }) => point * share) / whole;
  const step = MEAN_STEPS.find(
    (one) => sum(({ point, error }) => Math.abs(point - mean) * error) <= one,
  );
  if (step === undefined) return none;
  const spread = sum(({ point, share }) => (point - mean) ** 2 * share) / whole;
  const size = Number(effective.toPrecision(1));
  const interval = tInterval(mean, spread / size, base - 1, survey.statistics.confidence);
  return {
    ...row,
    mean: inSteps(mean, step),
    sd: inSteps(Math.sqrt(spread), 0.1),
    low: interval === null ? null : inSteps(interval.low, 0.1),
    high: interval === null ? null : inSteps(interval.high, 0.1),
    n_effective: null,
  };
}

/** @example inSteps(0.37, 0.05) // 0.35 */
function inSteps(share: number, step: number): number {
  return Math.round(Math.round(share / step) * step * 100) / 100;
}

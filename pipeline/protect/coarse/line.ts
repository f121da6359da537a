/** A line of figures made coarse, with an interval of what is left of its share. */
import type { ClosedRow, ShareFigures } from '../../aggregate/tables.ts';
import { isDesigned, saysHeadCounts } from '../../aggregate/weight-groups.ts';
import { shareInterval } from '../../statistics/interval.ts';
import { tInterval } from '../../statistics/t-interval.ts';
import type { Interval } from '../../statistics/wilson.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Estimate, inSteps, orderOf, roundedDown, WIDEST } from './estimate.ts';

/** A mean that may be wrong by more than this part of what its scale spans is worth nothing. */
const WIDEST_MEAN = 0.2;

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

/** @param told instead of the share; the interval is wider by as much as it may be wrong */
export function coarse<Row extends ShareFigures>(row: Row, told: Told, survey: Survey): Row {
  const { base, n_effective: exact } = row;
  if (base === null || saysHeadCounts(row, survey)) return row;
  const ofHeads = isOfHeads(row, survey);
  const share = ofHeads ? row.share : shareIn(told);
  if (share === null) return { ...row, share: null, low: null, high: null, n_effective: null };
  const error = ofHeads ? 0 : (told?.error ?? 0);
  if (isDesigned(survey)) return widened(coarseDesign({ ...row, base }, share, survey), error);
  // From two of its digits the weights of a few could follow; the interval is made with one.
  const effective = exact === null ? null : toOneDigit(exact);
  const limits = row.low === null ? null : intervalOf(share, base, effective, survey);
  const { low, high } = limits ?? { low: null, high: null };
  return widened({ ...row, share, low, high, n_effective: null }, error);
}

/** With an interval that reaches as much further either way, out to whole hundredths. */
function widened<Row extends ShareFigures>(row: Row, error: number): Row {
  const { low, high } = row;
  return {
    ...row,
    low: low === null ? null : outward(Math.max(0, low - error), -1, 0.01),
    high: high === null ? null : outward(Math.min(1, high + error), 1, 0.01),
  };
}

/** Null where it may be wrong by too much. */
function shareIn(told: Told): number | null {
  return told === null || told.error > WIDEST ? null : inSteps(told.share, told.step);
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
    low: Math.max(0, rounded - times * (rounded - coarser.low)),
    high: Math.min(1, rounded + times * (coarser.high - rounded)),
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
  const error = sum((one) => Math.abs(one.point - mean) * one.error);
  if (error > WIDEST_MEAN * spanOf(points)) return none;
  const spread = sum(({ point, share }) => (point - mean) ** 2 * share) / whole;
  const size = toOneDigit(effective);
  const interval = tInterval(mean, spread / size, base - 1, survey.statistics.confidence);
  return {
    ...row,
    mean: inSteps(mean, 0.1),
    sd: inSteps(Math.sqrt(spread), 0.1),
    low: interval === null ? null : outward(interval.low - error, -1, 0.1),
    high: interval === null ? null : outward(interval.high + error, 1, 0.1),
    n_effective: null,
  };
}

function spanOf(points: readonly PointTold[]): number {
  const values = points.map(({ point }) => point);
  return Math.max(...values) - Math.min(...values);
}

/** An end of an interval, in steps that make it no narrower. @example outward(0.243, 1, 0.01) // 0.25 */
function outward(end: number, direction: 1 | -1, step: number): number {
  // What differs from a step only for being computed is that step.
  return inSteps(Math.ceil((direction * end) / step - 1e-9) * step * direction, step);
}

/** Rounded down, so that no interval gets narrower by it. @example toOneDigit(187.3) // 100 */
function toOneDigit(effective: number): number {
  const order = orderOf(effective);
  return Math.floor(effective / order) * order;
}

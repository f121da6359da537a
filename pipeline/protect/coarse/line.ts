/** A line of figures in steps so wide that many counts fit. */
import type { ClosedRow, ShareFigures } from '../../aggregate/tables.ts';
import { isDesigned, saysHeadCounts } from '../../aggregate/weight-groups.ts';
import { shareInterval } from '../../statistics/interval.ts';
import type { Interval } from '../../statistics/wilson.ts';
import type { Survey } from '../../survey/survey.ts';

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

/**
 * The step of a line's share; null where even the widest would tell too much, so that none is given.
 *
 * @param up by how many of the steps it is to be wider than the line alone would ask for
 */
export function stepOf(
  { base, n_effective: exact }: Pick<ShareFigures, 'base' | 'n_effective'>,
  survey: Survey,
  up: number,
): number | null {
  const effective = exact !== null && isDesigned(survey) ? roundedDown(exact) : exact;
  const least = leastStep(base ?? 0, effective, survey.privacy.minimum);
  const at = STEPS.findIndex((step) => step >= least);
  return STEPS[(at < 0 ? STEPS.length - 1 : at) + up] ?? null;
}

/**
 * A step that as many people as the minimum must move between two values of the group to take.
 *
 * One person moves the share by the difference of two weights over the sum of all; weights differ by
 * four times their standard deviation, which Kish's number tells, or by the mean where there is none.
 */
function leastStep(base: number, effective: number | null, minimum: number): number {
  const deviation = effective === null ? 1 : Math.sqrt(Math.max(0, base / effective - 1));
  return (minimum * 4 * deviation) / base;
}

/** Whether a share is given as it is: nothing but head-counts is in it. */
export function isOfHeads(row: ShareFigures, survey: Survey): boolean {
  const { n, base, share } = row;
  if (saysHeadCounts(row, survey)) return true;
  if (!isDesigned(survey) || n === null || base === null || share === null) return false;
  return Math.abs(share - n / base) < 1e-9;
}

/** @param up as of `stepOf` */
export function coarse<Row extends ShareFigures>(row: Row, survey: Survey, up: number): Row {
  const { share, base, n_effective: exact } = row;
  if (share === null || base === null || saysHeadCounts(row, survey)) return row;
  const step = stepOf(row, survey, up);
  const ofHeads = isOfHeads(row, survey);
  if (step === null && !ofHeads) {
    return { ...row, share: null, low: null, high: null, n_effective: null };
  }
  const rounded = ofHeads || step === null ? share : inSteps(share, step);
  if (isDesigned(survey)) return coarseDesign({ ...row, share, base }, rounded, survey);
  // From two of its digits the weights of a few could follow; the interval is made with one.
  const effective = exact === null ? null : Number(exact.toPrecision(1));
  const limits = row.low === null ? null : intervalOf(rounded, base, effective, survey);
  return {
    ...row,
    share: rounded,
    low: limits === null ? null : inSteps(limits.low, 0.01),
    high: limits === null ? null : inSteps(limits.high, 0.01),
    n_effective: null,
  };
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
function coarseDesign<Row extends ShareFigures & { readonly share: number; readonly base: number }>(
  row: Row,
  rounded: number,
  survey: Survey,
): Row {
  const { share, base, low, high, n_effective: exact } = row;
  const effective = exact === null ? null : roundedDown(exact);
  const figures = { ...row, share: rounded, low: null, high: null, n_effective: effective };
  const simple = intervalOf(share, base, exact, survey);
  const coarser = intervalOf(rounded, base, effective, survey);
  if (low === null || high === null || simple === null || coarser === null) return figures;
  const times = Math.max(1, Math.ceil((10 * (high - low)) / (simple.high - simple.low)) / 10);
  return {
    ...figures,
    low: inSteps(Math.max(0, rounded - times * (rounded - coarser.low)), 0.01),
    high: inSteps(Math.min(1, rounded + times * (coarser.high - rounded)), 0.01),
  };
}

/** @example roundedDown(62.7) // 50 */
function roundedDown(effective: number): number {
  const order = 10 ** Math.floor(Math.log10(effective));
  return [5, 2, 1].find((digit) => digit * order <= effective)! * order;
}

/** A mean in steps as wide, its interval as far on either side. */
export function coarseMean(row: ClosedRow, survey: Survey): ClosedRow {
  const { mean, sd, base, low, high } = row;
  if (mean === null || base === null || saysHeadCounts(row, survey)) return row;
  const step = Math.max(0.1, stepOf({ base, n_effective: row.n_effective }, survey, 0)!);
  const rounded = inSteps(mean, step);
  const half = low === null || high === null ? null : inSteps((high - low) / 2, 0.1);
  return {
    ...row,
    mean: rounded,
    sd: sd === null ? null : inSteps(sd, 0.1),
    low: half === null ? null : inSteps(rounded - half, 0.01),
    high: half === null ? null : inSteps(rounded + half, 0.01),
  };
}

/** @example inSteps(0.37, 0.05) // 0.35 */
export function inSteps(share: number, step: number): number {
  return Math.round(Math.round(share / step) * step * 100) / 100;
}

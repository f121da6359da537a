/** The ends of a scale: top-2, bottom-2 and their net. */
import { type IntervalMethod, shareInterval } from './interval.ts';
import { kishEffective } from './kish.ts';
import { mean } from './mean.ts';
import { proportion } from './proportion.ts';
import { addSums, type Sums } from './sums.ts';
import type { Interval } from './wilson.ts';

export interface EndShare {
  /** In [0, 1]. */
  readonly share: number;
  readonly variance: number | null;
  readonly interval: Interval;
}

export interface ScaleSummary {
  /** The two highest points. */
  readonly top: EndShare;
  /** The two lowest points. */
  readonly bottom: EndShare;
  /** Top − bottom, in [−1, 1], as is its interval. */
  readonly net: EndShare;
}

/**
 * Shares of the two highest and the two lowest points of a scale, and their difference.
 *
 * The variance of the net is that of a mean of +1, 0 and −1, so it holds that nobody can be at
 * both ends: N/(N−1) · Σ w²(s − net)² / (Σw)². Its interval joins those of the two shares as
 * Newcombe does, with the correlation of two shares of one multinomial,
 * −√(p·q / ((1 − p)(1 − q))); unlike net ± t·√variance it stays in [−1, 1], and is one where all
 * are at one end.
 *
 * @param points sums by point, in ascending order; at least four points, so that ends are apart
 * @param designN observations of the whole design
 * @param method of the intervals of the two shares
 * @param level confidence, in (0, 1)
 * @returns null where nobody with a weight answered
 * @throws RangeError for fewer than four points, or sums that contradict the design
 * @see Zou & Donner (2008), Statistics in Medicine 27:1693, section 2 (correlated estimates)
 */
export function scaleSummary(
  points: readonly Sums[],
  designN: number,
  method: IntervalMethod,
  level: number,
): ScaleSummary | null {
  if (points.length < 4) {
    throw new RangeError(`scaleSummary requires at least four points, got ${points.length}`);
  }
  const base = addSums(points);
  const [high, low] = [addSums(points.slice(-2)), addSums(points.slice(0, 2))];
  const endOf = (yes: Sums): EndShare | null => {
    const estimate = proportion(yes, base, designN);
    if (estimate === null) return null;
    const known = { ...estimate, n: base.n, nEffective: kishEffective(base), df: base.n - 1 };
    const interval = shareInterval(method, known, level);
    return interval && { ...estimate, interval };
  };
  const [top, bottom] = [endOf(high), endOf(low)];
  if (top === null || bottom === null) return null;
  return { top, bottom, net: netOf(top, bottom, netVariance(high, low, base, designN)) };
}

function netVariance(high: Sums, low: Sums, base: Sums, designN: number): number | null {
  const signed = {
    ...base,
    wx: high.w - low.w,
    wx2: high.w + low.w,
    w2x: high.w2 - low.w2,
    w2x2: high.w2 + low.w2,
  };
  return mean(signed, designN)?.variance ?? null;
}

function netOf(top: EndShare, bottom: EndShare, variance: number | null): EndShare {
  return { share: top.share - bottom.share, variance, interval: netInterval(top, bottom) };
}

/** Interval of top − bottom from those of the two shares, as `scaleSummary` joins them. */
export function netInterval(
  top: Pick<EndShare, 'share' | 'interval'>,
  bottom: Pick<EndShare, 'share' | 'interval'>,
): Interval {
  const net = top.share - bottom.share;
  const correlation = correlationOf(top.share, bottom.share);
  const join = (a: number, b: number) => Math.sqrt(a * a - 2 * correlation * a * b + b * b);
  const down = join(top.share - top.interval.low, bottom.interval.high - bottom.share);
  const up = join(top.interval.high - top.share, bottom.share - bottom.interval.low);
  return { low: Math.max(-1, net - down), high: Math.min(1, net + up) };
}

/** Where all are at one end, −1: that of a scale on which the rest would be at the other. */
function correlationOf(p: number, q: number): number {
  if (p === 1 || q === 1) return -1;
  return -Math.min(1, Math.sqrt((p * q) / ((1 - p) * (1 - q))));
}

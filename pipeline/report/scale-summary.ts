/** What a scale's answers come to: mean, top two points and net. */
import type { ClosedRow } from '../aggregate/tables.ts';

export interface ScaleSummary {
  readonly mean: number;
  /** Share of the two highest points; null where a scale has too few points for two ends. */
  readonly top: number | null;
  /** Top two minus bottom two, in [−1, 1]; null as `top`. */
  readonly net: number | null;
}

/** Fewer points have no two ends of two. */
const FEWEST_POINTS = 4;

/**
 * Sums up the published lines of one round and group.
 *
 * @param rows one line a point in their order, lowest first, and one with the mean
 * @returns null where any of them is not shown: each figure would be one more equation from which
 * a hidden point could follow
 * @example shares 0.1, 0.2, 0.3, 0.3, 0.1 and mean 3.1 // { mean: 3.1, top: 0.4, net: 0.1 }
 */
export function summariseScale(rows: readonly ClosedRow[]): ScaleSummary | null {
  const mean = rows.find((row) => row.option === '')?.mean ?? null;
  const shares = rows.filter((row) => row.option !== '').map((row) => row.share);
  if (mean === null || shares.length === 0 || rows.some((row) => row.status !== 'shown'))
    return null;
  if (shares.length < FEWEST_POINTS) return { mean, top: null, net: null };
  const sum = (some: readonly (number | null)[]) =>
    some.reduce((total: number, one) => total + (one ?? 0), 0);
  const top = sum(shares.slice(-2));
  return { mean, top, net: top - sum(shares.slice(0, 2)) };
}

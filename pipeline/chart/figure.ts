/** Published figures that are complete enough to be put into a sentence. */
import type { ShareFigures } from '../aggregate/tables.ts';

/** A share never goes without its interval and base. Proportions in [0, 1] and a head-count. */
export interface Figure {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly base: number;
  readonly n_effective: number;
}

/** A mean with its interval, on the scale it was asked on. */
export interface MeanFigure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly base: number;
  readonly n_effective: number;
}

/** Effective respondents that a share must rest on to be spoken of. */
export const LEAST_EFFECTIVE = 30;
/** Widest interval of a share that is spoken of. */
export const WIDEST = 0.3;

/** Null where the row is hidden, has no base or lacks an interval. */
export function figureOf(row: ShareFigures | undefined): Figure | null {
  if (row === undefined || row.status !== 'shown') return null;
  const { share, low, high, base, n_effective } = row;
  if (share === null || low === null || high === null || base === null || n_effective === null) {
    return null;
  }
  return { share, low, high, base, n_effective };
}

/**
 * Whether a share is published but rests on too few answers to say anything from it: n_effective
 * below 30 or an interval wider than 30 points.
 *
 * @see NCHS Data Presentation Standards for Proportions (2017), Vital Health Stat 2(175)
 */
export function isTooFew({ n_effective, low, high }: Figure): boolean {
  return n_effective < LEAST_EFFECTIVE || high - low > WIDEST;
}

/** A mean's interval has no width that fits all scales: only the number counts. */
export function isTooFewForMean({ n_effective }: MeanFigure): boolean {
  return n_effective < LEAST_EFFECTIVE;
}

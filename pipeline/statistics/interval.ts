/** The interval of a share by the method chosen, with an answer also where the method has none. */
import { betaInterval, kornGraubardN } from './beta-interval.ts';
import { logitInterval } from './logit-interval.ts';
import { effectiveFromVariance } from './n-effective.ts';
import { type Interval, wilson } from './wilson.ts';

export type IntervalMethod = 'wilson' | 'logit' | 'beta';

/** What is known of a share. */
export interface ShareEstimate {
  /** In [0, 1]. */
  readonly share: number;
  /** Sampling variance of the share, null where unknown. */
  readonly variance: number | null;
  /** Head-count of the base. */
  readonly n: number;
  /** Effective number, of Kish or of the design; null where it does not exist. */
  readonly nEffective: number | null;
  /** Degrees of freedom of the design in the base; of weights only, n − 1. */
  readonly df: number;
}

/**
 * Interval of a share.
 *
 * - `wilson`: Wilson's with `nEffective`.
 * - `logit`: as R's `svyciprop`; where R gives none (a share of 0 or 1, a base of one, no
 *   variance), Wilson's with `nEffective`.
 * - `beta`: as R's `svyciprop`, from the variance; where there is none, from `nEffective`.
 *
 * @param level confidence, in (0, 1)
 * @returns null where `nEffective` is null: nobody in the base has a weight
 */
export function shareInterval(
  method: IntervalMethod,
  estimate: ShareEstimate,
  level: number,
): Interval | null {
  const { share, variance, n, nEffective, df } = estimate;
  if (nEffective === null) return null;
  const fromVariance = effectiveFromVariance(share, variance);
  if (method === 'beta') {
    const effective =
      fromVariance === null ? nEffective : kornGraubardN(fromVariance, n, df, level);
    return betaInterval(share, effective, level);
  }
  const logit =
    method === 'logit' && variance !== null && fromVariance !== null
      ? logitInterval(share, variance, df, level)
      : null;
  return logit ?? wilson(share, nEffective, level);
}

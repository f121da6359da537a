/** The interval of a share that is symmetric in its log-odds; the default of R's `svyciprop`. */
import { tQuantile } from './distributions.ts';
import { checkLevel, checkShare, type Interval } from './wilson.ts';

/**
 * Interval of a share by the delta method on the log-odds, with Student's t.
 *
 * logit(share) ± t · √variance / (share·(1 − share)); R's `svyciprop(method = "xlogit")`, and to
 * about seven digits `method = "logit"`, which fits the same model by iteration.
 *
 * @param share in [0, 1]
 * @param variance sampling variance of the share
 * @param df degrees of freedom of the design: of weights only, observations − 1
 * @param level confidence, in (0, 1)
 * @returns null where it does not exist: a share of 0 or 1, or `df` not above 0
 * @throws RangeError for a share, variance or level out of range
 */
export function logitInterval(
  share: number,
  variance: number,
  df: number,
  level: number,
): Interval | null {
  checkShare(share);
  checkLevel(level);
  if (!(variance >= 0)) throw new RangeError(`variance must be from 0, got ${variance}`);
  if (share === 0 || share === 1 || !(df > 0)) return null;
  const logit = Math.log(share / (1 - share));
  const half = (tQuantile((1 + level) / 2, df) * Math.sqrt(variance)) / (share * (1 - share));
  return { low: expit(logit - half), high: expit(logit + half) };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

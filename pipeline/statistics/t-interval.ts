/** The interval of a mean. */
import { tQuantile } from './distributions.ts';
import { checkLevel, type Interval } from './wilson.ts';

/**
 * Interval of a mean by Student's t: mean ± t · √variance; R's `confint(svymean(…), df = degf)`.
 *
 * @param variance sampling variance of the mean, null where unknown
 * @param df degrees of freedom of the design: of weights only, observations − 1; Infinity: normal
 * @param level confidence, in (0, 1)
 * @returns null where the variance is unknown or `df` not above 0
 * @throws RangeError for a negative variance or a level out of range
 */
export function tInterval(
  mean: number,
  variance: number | null,
  df: number,
  level: number,
): Interval | null {
  checkLevel(level);
  if (variance === null || !(df > 0)) return null;
  if (!(variance >= 0)) throw new RangeError(`variance must be from 0, got ${variance}`);
  const half = tQuantile((1 + level) / 2, df) * Math.sqrt(variance);
  return { low: mean - half, high: mean + half };
}

/** The normal distribution, apart from the others, which a report's page has no use for. */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';

/** Quantile of the standard normal distribution; R's `qnorm(p)`. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** P(|Z| ≥ |z|) of the standard normal distribution; R's `2 * pnorm(-abs(z))`. */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}

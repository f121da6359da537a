/** The size of an equally weighted simple sample that would be as precise. */

/**
 * Variances below this are zeros with rounding noise: those of shares of 0 and 1, and those of a
 * share that a stratified design fixes.
 */
const NO_VARIANCE = 1e-20;

/**
 * Effective number of observations behind a share, share·(1 − share) / variance.
 *
 * @param share in [0, 1]
 * @param variance sampling variance of the share, or null where unknown
 * @returns may exceed the head-count (in a stratified design, or where large weights sit on the
 *   commoner answer); null where the variance is 0 or unknown: use Kish's figure there
 */
export function effectiveFromVariance(share: number, variance: number | null): number | null {
  if (variance === null || variance < NO_VARIANCE) return null;
  const effective = (share * (1 - share)) / variance;
  return effective > 0 ? effective : null;
}

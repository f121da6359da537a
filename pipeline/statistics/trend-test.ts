/** The test that shares rise or fall steadily over ordered groups. */
import { chiSquareUpperTail } from './distributions.ts';
import type { ShareOf } from './newcombe.ts';
import type { ZTest } from './two-proportion-test.ts';
import { checkShare } from './wilson.ts';

export interface ScoredShare extends ShareOf {
  /** Place of the group on the axis, such as its number or date. */
  readonly score: number;
}

/**
 * Cochran–Armitage test for a linear trend in shares of independent groups.
 *
 * z² is R's `prop.trend.test(x, n, score)`; z is above 0 where shares rise with the score. `n`
 * may be effective numbers. Groups with n = 0 are left out.
 *
 * @returns null where it does not exist: fewer than two scores, or all shares 0 or all 1
 * @throws RangeError for a share, n or score out of range
 * @see Armitage (1955), Biometrics 11:375
 */
export function trendTest(groups: readonly ScoredShare[]): ZTest | null {
  for (const { share, n, score } of groups) {
    checkShare(share);
    if (!(Number.isFinite(n) && n >= 0 && Number.isFinite(score))) {
      throw new RangeError(`n must be from 0 and score finite, got ${n} and ${score}`);
    }
  }
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const pooled = groups.reduce((sum, { n, share }) => sum + n * share, 0) / total;
  const centre = groups.reduce((sum, { n, score }) => sum + n * score, 0) / total;
  let covariation = 0;
  let spread = 0;
  for (const { share, n, score } of groups) {
    covariation += n * (share - pooled) * (score - centre);
    spread += n * (score - centre) ** 2;
  }
  const variance = pooled * (1 - pooled) * spread;
  if (!(variance > 0)) return null;
  const z = covariation / Math.sqrt(variance);
  return { z, p: chiSquareUpperTail(z * z, 1) };
}

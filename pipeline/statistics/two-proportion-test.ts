/** The test that two independent shares are equal. */

import type { ShareOf } from './newcombe.ts';
import { normalTwoSided } from './normal.ts';
import { checkShare } from './wilson.ts';

export interface ZTest {
  /** Above 0 where the first share is the larger. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Pooled z test of two independent shares, without continuity correction.
 *
 * With whole counts, z² is R's `prop.test(x, n, correct = FALSE)`; with effective numbers the
 * test allows for weighting.
 *
 * @returns null where it does not exist: one of the two has no observations, or both shares are 0
 *   or both 1
 * @throws RangeError for a share or n out of range
 */
export function twoProportionTest(a: ShareOf, b: ShareOf): ZTest | null {
  for (const { share, n } of [a, b]) {
    checkShare(share);
    if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`n must be from 0, got ${n}`);
  }
  if (a.n === 0 || b.n === 0) return null;
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  if (!(variance > 0)) return null;
  const z = (a.share - b.share) / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
}

/** Two shown shares of independent respondents, compared. */
import { newcombe } from '../statistics/newcombe.ts';
import { twoProportionTest } from '../statistics/two-proportion-test.ts';
import type { StatisticsSettings } from '../survey/survey.ts';
import type { ShareFigures } from './tables.ts';

export interface Comparison {
  /** after − before, in [−1, 1], with its unadjusted interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, unadjusted; null where nobody, or everybody, has the code in both: no test. */
  readonly p: number | null;
}

/** Newcombe's interval and the two-proportion test with n_effective; null unless both are shown. */
export function compareShares(
  before: ShareFigures,
  after: ShareFigures,
  settings: StatisticsSettings,
): Comparison | null {
  const [from, to] = [sampleOf(before), sampleOf(after)];
  if (from === null || to === null) return null;
  const interval = newcombe(to, from, settings.confidence);
  if (interval === null) return null;
  return { ...interval, p: twoProportionTest(to, from)?.p ?? null };
}

function sampleOf({
  status,
  share,
  n_effective,
}: ShareFigures): { share: number; n: number } | null {
  return status !== 'shown' || share === null || n_effective === null
    ? null
    : { share, n: n_effective };
}

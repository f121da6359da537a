/** Sums -> the figures of a table line: a share or mean with its base, interval and n_effective. */
import { shareInterval } from '../statistics/interval.ts';
import { kishEffective } from '../statistics/kish.ts';
import { lift } from '../statistics/lift.ts';
import { mean } from '../statistics/mean.ts';
import { proportion } from '../statistics/proportion.ts';
import { tInterval } from '../statistics/t-interval.ts';
import type { StatisticsSettings } from '../survey/survey.ts';
import type { Sums } from '../tally/tally.ts';
import type { CellStatus, ShareFigures } from './tables.ts';

/** The share of a base, in one design. */
export type ShareOf = (yes: Sums, base: Sums) => ShareFigures;

/** The mean of a number over a base, from the sums of x and x² with w and w². */
export type MeanOf = (base: Sums, x: Sums, xx: Sums) => MeanFigures;

export interface MeanFigures {
  readonly base: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n_effective: number | null;
  readonly status: CellStatus;
}

/** @param rows respondents of the round: the rows of the design, of which a base is a domain */
export function shareOf(rows: number, settings: StatisticsSettings): ShareOf {
  return (yes, base) => {
    const estimate = proportion(yes, base, rows);
    const counts = { base: base.n, n: yes.n };
    if (estimate === null) {
      return {
        ...counts,
        share: null,
        low: null,
        high: null,
        n_effective: null,
        status: 'no-base',
      };
    }
    const nEffective = kishEffective(base);
    const known = { ...estimate, n: base.n, nEffective, df: rows - 1 };
    const interval = shareInterval(settings.interval, known, settings.confidence);
    return {
      ...counts,
      share: estimate.share,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n_effective: nEffective,
      status: 'shown',
    };
  };
}

/** @param rows respondents of the round: the rows of the design, of which a base is a domain */
export function meanOf(rows: number, settings: StatisticsSettings): MeanOf {
  return (base, x, xx) => {
    const moments = { ...base, wx: x.w, wx2: xx.w, w2x: x.w2, w2x2: xx.w2 };
    const estimate = mean(moments, rows);
    if (estimate === null) {
      const none = { mean: null, sd: null, low: null, high: null, n_effective: null };
      return { base: base.n, ...none, status: 'no-base' };
    }
    const interval = tInterval(estimate.mean, estimate.variance, rows - 1, settings.confidence);
    return {
      base: base.n,
      mean: estimate.mean,
      sd: estimate.sd,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      n_effective: kishEffective(base),
      status: 'shown',
    };
  };
}

/** How much oftener two codes meet than by chance, by weighted shares; null where a code is absent. */
export function liftOf(both: Sums, a: Sums, b: Sums, base: Sums): number | null {
  return base.w === 0 ? null : lift(both.w, a.w, b.w, base.w);
}

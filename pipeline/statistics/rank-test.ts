/** Which of two groups stands higher on a scale, by ranks: no distance between points is used. */
import { fUpperTail } from './distributions.ts';
import { logitInterval } from './logit-interval.ts';
import { checkDesign } from './proportion.ts';
import { addSums, checkSums, type Sums } from './sums.ts';
import type { Interval } from './wilson.ts';

export interface RankTest {
  /** P(A > B) + ½ P(A = B) of one of each group drawn at random by weight; ½: no difference. */
  readonly superiority: number;
  /** Of `superiority`; null where it is 0 or 1, or has no variance. */
  readonly interval: Interval | null;
  /** null where ranks do not vary within groups, or there are no degrees of freedom. */
  readonly test: TTest | null;
}

export interface TTest {
  /** Above 0 where the first group stands higher. */
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Wilcoxon's rank test for weighted observations, from sums by point of the scale.
 *
 * Each point's rank score is the share of all weight below it and half of that on it. The test is
 * that of the difference of mean scores, with its linearised variance at the scores as they are
 * and n − 2 degrees of freedom: R's `svyranktest(x ~ group, design, test = "wilcoxon")` for a
 * design with weights only. (Among ties R takes the plain, not the weighted, mean of cumulated
 * weights, which depends on their order; the two agree where weights on one point are equal.)
 * The difference of mean scores is `superiority` − ½.
 *
 * The interval needs a variance that holds also where groups differ: that of placements, the
 * scores of one group among the other's (DeLong), on the log-odds with Student's t.
 *
 * @param a sums of the first group by point, in ascending order of points
 * @param b sums of the second group by the same points
 * @param designN observations of the whole design, at least those of both groups
 * @param level confidence, in (0, 1)
 * @returns null where a group has no weight
 * @throws RangeError for sums that contradict the design, or lists of different length
 * @see Lumley & Scott (2013), Biometrika 100:831; DeLong et al. (1988), Biometrics 44:837; Perme &
 *   Manevski (2019), Stat. Methods in Medical Research 28:3755, on the log-odds
 */
export function rankTest(
  a: readonly Sums[],
  b: readonly Sums[],
  designN: number,
  level: number,
): RankTest | null {
  if (a.length !== b.length) {
    throw new RangeError(`rankTest requires the same points, got ${a.length} and ${b.length}`);
  }
  for (const sums of [...a, ...b]) checkSums('point', sums);
  const [allA, allB] = [addSums(a), addSums(b)];
  const n = allA.n + allB.n;
  checkDesign({ n }, designN);
  if (allA.w === 0 || allB.w === 0) return null;
  const kappa = designN / (designN - 1); // n ≥ 2, as both groups have somebody

  const [amongA, amongB] = [scoresOf(a, allA.w), scoresOf(b, allB.w)];
  const [inA, inB] = [allA.w / (allA.w + allB.w), allB.w / (allA.w + allB.w)];
  const pooled = amongA.map((score, i) => inA * score + inB * amongB[i]!);
  const superiority = meanOf(a, allA.w, amongB);
  const df = n - 2;
  const placed = kappa * (varianceOf(a, allA.w, amongB) + varianceOf(b, allB.w, amongA));
  const ranked = kappa * (varianceOf(a, allA.w, pooled) + varianceOf(b, allB.w, pooled));
  return {
    superiority,
    interval: placed > NOISE ? logitInterval(superiority, placed, df, level) : null,
    test: ranked > NOISE && df > 0 ? tTest((superiority - 0.5) / Math.sqrt(ranked), df) : null,
  };
}

/** Scores lie in [0, 1]; a smaller variance is rounding. */
const NOISE = 1e-20;

/** Of each point, the share of weight below it and half of that on it. */
function scoresOf(points: readonly Sums[], total: number): readonly number[] {
  let below = 0;
  return points.map(({ w }) => {
    const score = (below + w / 2) / total;
    below += w;
    return score;
  });
}

function meanOf(points: readonly Sums[], total: number, scores: readonly number[]): number {
  const mean = points.reduce((sum, { w }, i) => sum + w * scores[i]!, 0) / total;
  return Math.min(1, mean); // rounding
}

function varianceOf(points: readonly Sums[], total: number, scores: readonly number[]): number {
  const mean = meanOf(points, total, scores);
  return points.reduce((sum, { w2 }, i) => sum + w2 * (scores[i]! - mean) ** 2, 0) / total ** 2;
}

function tTest(t: number, df: number): TTest {
  return { t, df, p: fUpperTail(t * t, 1, df) };
}

/** How strongly two properties go together, whatever their own shares. */

import { kishEffective } from './kish.ts';
import { normalQuantile, normalTwoSided } from './normal.ts';
import { addSums, type Sums } from './sums.ts';
import { checkLevel, type Interval } from './wilson.ts';

/** Sums of the four cells of a table of two properties. */
export interface FourCells {
  readonly both: Sums;
  readonly onlyA: Sums;
  readonly onlyB: Sums;
  readonly neither: Sums;
}

export interface OddsRatio extends Interval {
  /** Odds of b among those with a, over its odds among those without; 1: no association. */
  readonly ratio: number;
  /** Whether ½ was added to each cell because one was empty. */
  readonly corrected: boolean;
}

/**
 * Odds ratio of two properties in a weighted table, with Woolf's interval on the logarithm.
 *
 * log ratio ± z · √(Σ over cells of 1/n), n the effective number of the cell, (Σw)² / Σw². That
 * sum is the linearised variance of a design with weights only (but for N/(N − 1)), and with
 * equal weights it is Woolf's own. Where a cell is empty, all four are taken as their share of the
 * base times its effective number, plus ½ (Haldane, Anscombe), and `corrected` says so.
 *
 * @param level confidence, in (0, 1)
 * @returns null where the table says nothing: nobody or everybody has a, or has b
 * @throws RangeError for sums that no set of observations has, or a level out of range
 * @see Woolf (1955), Annals of Human Genetics 19:251; Haldane (1956), same journal 20:309
 * @example
 * const of = (n: number) => ({ n, w: n, w2: n }); // equal weights
 * oddsRatio({ both: of(20), onlyA: of(10), onlyB: of(15), neither: of(30) }, 0.95)
 * // { ratio: 4, low: 1.50, high: 10.66, corrected: false }
 */
export function oddsRatio(cells: FourCells, level: number): OddsRatio | null {
  checkLevel(level);
  const { both, onlyA, onlyB, neither } = cells;
  const four = [both, onlyA, onlyB, neither] as const;
  const effective = four.map(kishEffective); // checks them too
  const empty = (one: Sums, other: Sums) => one.w === 0 && other.w === 0;
  if (empty(both, onlyA) || empty(onlyB, neither) || empty(both, onlyB) || empty(onlyA, neither)) {
    return null;
  }
  const known = effective.filter((n) => n !== null);
  if (known.length === 4) {
    return fromCounts(
      four.map(({ w }) => w),
      known,
      level,
    );
  }
  const base = addSums(four);
  const scale = kishEffective(base)! / base.w;
  const corrected = four.map(({ w }) => w * scale + 0.5);
  return { ...fromCounts(corrected, corrected, level), corrected: true };
}

function fromCounts(
  weights: readonly number[],
  numbers: readonly number[],
  level: number,
): OddsRatio {
  const [both, onlyA, onlyB, neither] = weights.map(Math.log);
  const log = both! - onlyA! - (onlyB! - neither!);
  const variance = numbers.reduce((sum, n) => sum + 1 / n, 0);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - half),
    high: Math.exp(log + half),
    corrected: false,
  };
}

/**
 * p of the hypothesis that an odds ratio is 1, by the normal approximation that its interval uses.
 *
 * @param level confidence of the interval, in (0, 1)
 * @returns two-sided, in [0, 1]
 * @example oddsRatioP({ ratio: 4, low: 1.5013, high: 10.6576 }, 0.95) // 0.0056
 */
export function oddsRatioP(
  { ratio, low, high }: Pick<OddsRatio, 'ratio' | 'low' | 'high'>,
  level: number,
): number {
  checkLevel(level);
  const error = Math.log(high / low) / (2 * normalQuantile((1 + level) / 2));
  return normalTwoSided(Math.log(ratio) / error);
}

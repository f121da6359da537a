/** The test that a share is the same before and after, in the same persons. */
import { chiSquareUpperTail, fUpperTail } from './distributions.ts';

export interface McNemar {
  /** Chi-square with 1 degree of freedom, without continuity correction. */
  readonly statistic: number;
  /** Its p; good from about 25 changes. */
  readonly p: number;
  /** Two-sided exact binomial p; right at any number of changes. */
  readonly exact: number;
}

/**
 * McNemar's test from the numbers of those who changed.
 *
 * R's `mcnemar.test(correct = FALSE)`, and `binom.test(b, b + c)` for `exact`.
 *
 * @param gained no before, yes after
 * @param lost yes before, no after
 * @returns null where nobody changed
 * @throws RangeError unless both are whole numbers from 0
 * @see McNemar (1947), Psychometrika 12:153
 * @example mcnemar(10, 2) // { statistic: 5.333, p: 0.0209, exact: 0.0386 }
 */
export function mcnemar(gained: number, lost: number): McNemar | null {
  for (const count of [gained, lost]) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`mcnemar requires whole numbers from 0, got ${count}`);
    }
  }
  const changed = gained + lost;
  if (changed === 0) return null;
  const statistic = (gained - lost) ** 2 / changed;
  const fewer = Math.min(gained, lost);
  // P(X ≤ k) of n fair coins is I_½(n − k, k + 1), an upper tail of F.
  const tail =
    fewer === changed - fewer
      ? 1
      : 2 * fUpperTail((changed - fewer) / (fewer + 1), 2 * (fewer + 1), 2 * (changed - fewer));
  return { statistic, p: chiSquareUpperTail(statistic, 1), exact: Math.min(1, tail) };
}

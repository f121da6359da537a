/** What unequal weights cost, by Kish: it takes weights to be unrelated to what is measured. */
import { checkSums, type Sums } from './sums.ts';

/**
 * Effective number of observations, (Σw)² / Σw².
 *
 * A share of n unequally weighted observations is about as precise as one of this many equally
 * weighted ones.
 *
 * @returns from just above 0 to `n`; null where no observation has a weight above 0
 * @see Kish (1965), Survey Sampling, section 11.7
 * @example kishEffective({ n: 3, w: 4, w2: 6 }) // 2.67, of weights 1, 1, 2
 */
export function kishEffective(sums: Sums): number | null {
  checkSums('sums', sums);
  const { n, w, w2 } = sums;
  if (w2 === 0) return null;
  return Math.min(n, (w * w) / w2); // rounding may lift equal weights just above n
}

/**
 * Design effect of weighting, n Σw² / (Σw)² = 1 + cv²(w); 1 for equal weights.
 *
 * @returns null where no observation has a weight above 0
 */
export function kishDesignEffect(sums: Sums): number | null {
  const effective = kishEffective(sums);
  return effective === null ? null : sums.n / effective;
}

/** The distance between two sets of codes. */

/**
 * MASI distance (Measuring Agreement on Set-valued Items): 1 − Jaccard · monotonicity.
 *
 * Jaccard is |a ∩ b| / |a ∪ b|; monotonicity is 1 for equal sets, ⅔ where one holds the other,
 * ⅓ where they overlap only in part, 0 where they do not. Two empty sets are equal.
 *
 * @param a codes, each at most once
 * @param b codes, each at most once
 * @returns 0 (equal) to 1 (nothing in common)
 * @see Passonneau (2006), LREC, Measuring Agreement on Set-valued Items (MASI)
 * @example masi(['A1', 'A2'], ['A1']) // 0.6667: 1 − ½ · ⅔
 */
export function masi(a: readonly string[], b: readonly string[]): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  const shared = [...inA].filter((code) => inB.has(code)).length;
  const union = inA.size + inB.size - shared;
  if (shared === union) return 0;
  const monotonicity = shared === Math.min(inA.size, inB.size) ? 2 / 3 : 1 / 3;
  return 1 - (shared / union) * monotonicity;
}

/** Agreement of two coders, beyond chance. */

/**
 * Cohen's kappa of two codings of the same units, unweighted.
 *
 * (agreement − chance) / (1 − chance), chance from each coder's own shares of the categories; as
 * scikit-learn's `cohen_kappa_score`.
 *
 * @param a categories given by the first coder, one a unit
 * @param b categories given by the second, in the same order
 * @returns 1 for full agreement, 0 for what chance gives; null without units, or where both gave
 *   one and the same category throughout, so that chance alone explains everything
 * @throws RangeError if the two differ in length
 * @see Cohen (1960), Educational and Psychological Measurement 20:37
 * @example kappa(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'a']) // 0.5
 */
export function kappa<T>(a: readonly T[], b: readonly T[]): number | null {
  if (a.length !== b.length) {
    throw new RangeError(`kappa requires as many units of both, got ${a.length} and ${b.length}`);
  }
  const n = a.length;
  let agreed = 0;
  const ofA = new Map<T, number>();
  const ofB = new Map<T, number>();
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) agreed++;
    ofA.set(x, (ofA.get(x) ?? 0) + 1);
    ofB.set(y, (ofB.get(y) ?? 0) + 1);
  }
  // Both in units of 1/n², so that whole numbers are compared.
  let chance = 0;
  for (const [category, count] of ofA) chance += count * (ofB.get(category) ?? 0);
  const possible = n * n - chance;
  return possible === 0 ? null : (agreed * n - chance) / possible;
}

/** How much oftener two properties meet than they would by chance. */

/**
 * Lift of a pair: share of both / (share of a × share of b), from weighted sums over one base.
 *
 * 1 means no association, 2 twice as often together as independent properties would be.
 *
 * @param both Σw of those with a and b
 * @param a Σw of those with a
 * @param b Σw of those with b
 * @param base Σw of all
 * @returns null where nobody has a, or nobody has b
 * @throws RangeError if the sums contradict each other
 * @example lift(10, 20, 25, 100) // 2
 */
export function lift(both: number, a: number, b: number, base: number): number | null {
  const rounding = base * 1e-12;
  const fits =
    both >= 0 &&
    both <= Math.min(a, b) + rounding &&
    Math.max(a, b) <= base + rounding &&
    a + b - both <= base + rounding;
  if (!fits) {
    throw new RangeError(`lift: both ${both}, a ${a}, b ${b} and base ${base} do not fit`);
  }
  if (a === 0 || b === 0) return null;
  return (both / a) * (base / b);
}

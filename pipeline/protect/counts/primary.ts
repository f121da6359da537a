/** Which counts are hidden for what they are. */

/**
 * The rule for a count over its base: hidden when it, its base or its rest is small but not nothing.
 *
 * @param n unweighted head-count, of `base` respondents
 * @param minimum fewest respondents that may be told apart
 * @example isPrimary(50, 50, 5) // true: everybody said it
 */
export function isPrimary(n: number, base: number, minimum: number): boolean {
  return base < minimum || (n > 0 && (n < minimum || base - n < minimum));
}

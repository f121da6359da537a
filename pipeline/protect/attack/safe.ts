/** When a hidden count is safe from whoever knows its bounds. */

/** The least and the most that a count can be; whole numbers or infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A range at least `minimum` wide, or nothing excluded: all of 0 to the base.
 *
 * @param base what the count is a part of, at most; Infinity where that is not known
 */
export function isSafe({ low, high }: Range, base: number, minimum: number): boolean {
  return high - low >= minimum || (low <= 0 && high >= base);
}

/** Which counts are hidden for what they are. */
import type { ShareFigures } from '../../aggregate/tables.ts';

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

/**
 * The rule for a base: hidden when it is small but not nothing, and where its weight lies with few,
 * of whom no figures are made.
 *
 * @param row before anything is hidden
 * @example isOfFew({ base: 150, status: 'suppressed' }, 5) // true: one weighs more than all others
 */
export function isOfFew(
  { base, status }: Pick<ShareFigures, 'base' | 'status'>,
  minimum: number,
): boolean {
  return status === 'suppressed' || isFew(base ?? 0, minimum);
}

/** Whether there are some, but fewer than may be told apart. */
export function isFew(n: number, minimum: number): boolean {
  return n > 0 && n < minimum;
}

/**
 * The rule for a count whose lines are hidden for nothing else, so that a hidden one is known to be
 * small: as many values are hidden as a hidden count could have anywhere, 1 to `minimum` + 1.
 *
 * @example isSmallAlone(6, 100, 5) // true
 */
export function isSmallAlone(n: number, base: number, minimum: number): boolean {
  return n > 0 && (n <= minimum + 1 || base - n <= minimum);
}

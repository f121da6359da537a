/** What holds between published counts whatever they are: equations and inequalities. */

/**
 * Σ left − Σ right is 0, or at most 0; counts by name. Those that are not published are 0.
 *
 * There are hundreds of thousands of these for thousands of units, so that names are put together as
 * seldom as can be.
 */
export interface Relation {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** How many times each is taken, those on the left first; once where it is left out. */
  readonly times?: readonly number[];
  readonly is: 'zero' | 'at-most-zero';
}

/** The counts on the left come to as much as those on the right. */
export function equal(left: readonly string[], right: readonly string[]): Relation {
  return { left, right, is: 'zero' };
}

/** The counts on the left come to no more than those on the right. */
export function atMost(left: readonly string[], right: readonly string[]): Relation {
  return { left, right, is: 'at-most-zero' };
}

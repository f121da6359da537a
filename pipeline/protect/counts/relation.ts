/** What holds between published counts whatever they are: equations and inequalities. */

/**
 * A published count: by its name, or by its place among the published counts of the round, which is
 * sooner looked up. A name of none, and `NO_COUNT`, stand for 0.
 */
export type CountRef = string | number;

/** The number of no count. */
export const NO_COUNT = -1;

/**
 * Σ left − Σ right is 0, or at most 0.
 *
 * There are hundreds of thousands of these for thousands of units, so that names are put together as
 * seldom as can be.
 */
export interface Relation {
  readonly left: readonly CountRef[];
  readonly right: readonly CountRef[];
  /** How many times each is taken, those on the left first; once where it is left out. */
  readonly times?: readonly number[];
  readonly is: 'zero' | 'at-most-zero';
}

/** The counts on the left come to as much as those on the right. */
export function equal(left: readonly CountRef[], right: readonly CountRef[]): Relation {
  return { left, right, is: 'zero' };
}

/** The counts on the left come to no more than those on the right. */
export function atMost(left: readonly CountRef[], right: readonly CountRef[]): Relation {
  return { left, right, is: 'at-most-zero' };
}

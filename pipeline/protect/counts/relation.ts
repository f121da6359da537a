/** What holds between published counts whatever they are: equations and inequalities. */

/** A count, by name, and how many times it is taken. */
export type Term = readonly [name: string, times: number];

/** Σ times × count is 0, or at most 0. Counts that are not published are 0. */
export interface Relation {
  readonly terms: readonly Term[];
  readonly is: 'zero' | 'at-most-zero';
}

/** The counts on the left come to as much as those on the right. */
export function equal(left: readonly string[], right: readonly string[]): Relation {
  return { terms: between(left, right), is: 'zero' };
}

/** The counts on the left come to no more than those on the right. */
export function atMost(left: readonly string[], right: readonly string[]): Relation {
  return { terms: between(left, right), is: 'at-most-zero' };
}

function between(left: readonly string[], right: readonly string[]): readonly Term[] {
  return [...left.map((name): Term => [name, 1]), ...right.map((name): Term => [name, -1])];
}

/** Orders groups and nests one in another where each of its values lies in one of the other's. */
import type { Within } from './together.ts';

export interface Nested {
  /** Index into the groups given. */
  readonly index: number;
  /** Index of the group it lies in, or null. */
  readonly within: number | null;
  /** Rows that say otherwise. */
  readonly astray: number;
}

/** Share of rows that may contradict a nesting: slips of whoever filled in the form. */
const ASTRAY = 0.01;

/**
 * Outer groups first.
 *
 * @param sizes different values of each group
 * @param withinOf how the values of one group lie in those of another; null where not known
 */
export function nestGroups(
  sizes: readonly number[],
  withinOf: (inner: number, outer: number) => Within | null,
): readonly Nested[] {
  const nested = sizes.map((size, index): Nested => {
    // Of several outer groups the nearest: the one with most values.
    const outers = sizes
      .map((outer, i) => ({ outer, i, found: i === index ? null : withinOf(index, i) }))
      .filter(
        ({ outer, found }) =>
          found !== null &&
          outer > 1 &&
          outer < size &&
          // Where hardly a value comes twice, each lies in one other by necessity.
          found.rows >= 2 * size &&
          found.astray <= ASTRAY * found.rows,
      )
      .sort((a, b) => b.outer - a.outer);
    const best = outers[0];
    return { index, within: best?.i ?? null, astray: best?.found?.astray ?? 0 };
  });
  const depth = (one: Nested): number => (one.within === null ? 0 : 1 + depth(nested[one.within]!));
  return [...nested].sort((a, b) => depth(a) - depth(b) || a.index - b.index);
}

/** What problems of three and more tell of one another, by the pairs among them. */
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import type { Pair } from './pairs-among.ts';
import { atMost, type CountRef, type Relation } from './relation.ts';

/** Of more problems than these there are too many sets to look at. */
const MOST = 10;

/**
 * Limits that hold of everybody who named several problems; with those of two problems they are nearly
 * all that pairs tell, and all of three problems.
 *
 * - Of three: who named the first with the second, and who named it with the third, named it, and both
 *   if counted twice: ab + ac ≤ a + bc
 * - Of three: a + b + c ≤ any + ab + ac + bc
 * - Of four, and of all: 2m Σ problems ≤ m(m + 1) any + 2 Σ pairs, for each m from 2 (Dawson and
 *   Sankoff): who named k counts 2mk − k(k − 1) times on the left, which is m(m + 1) at most
 *
 * @param any the count of those who named any problem
 * @param named the count of a problem
 */
export function togetherLimits(
  { problems }: Taxonomy,
  any: CountRef,
  named: (code: string) => CountRef,
  pairs: readonly Pair[],
): readonly Relation[] {
  const codes = problems.map(({ id }) => id);
  if (codes.length < 3 || codes.length > MOST) return [];
  const nameOf = new Map(pairs.map(({ ends, name }) => [ends.join('\u0002'), name]));
  const both = (a: string, b: string): CountRef => nameOf.get(`${a}\u0002${b}`)!;
  const pairsIn = (some: readonly string[]) =>
    some.flatMap((a, i) => some.slice(i + 1).map((b) => both(a, b)));
  const several = (some: readonly string[], m: number): Relation => {
    const inBoth = pairsIn(some);
    return {
      ...atMost(some.map(named), [any, ...inBoth]),
      times: [...some.map(() => 2 * m), m * (m + 1), ...inBoth.map(() => 2)],
    };
  };
  return [
    ...subsets(codes, 3).flatMap((three) => {
      const [a, b, c] = three as [string, string, string];
      const [ab, ac, bc] = [both(a, b), both(a, c), both(b, c)];
      return [
        atMost([ab, ac], [named(a), bc]),
        atMost([ab, bc], [named(b), ac]),
        atMost([ac, bc], [named(c), ab]),
        atMost(three.map(named), [any, ab, ac, bc]),
      ];
    }),
    ...subsets(codes, 4).map((four) => several(four, 2)),
    ...codes.slice(3).map((_, i) => several(codes, i + 2)),
  ];
}

/** All ways to take so many of some, each in their order. */
function subsets(some: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return some.flatMap((first, i) =>
    subsets(some.slice(i + 1), size - 1).map((others) => [first, ...others]),
  );
}

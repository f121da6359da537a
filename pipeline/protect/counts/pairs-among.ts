/** Pairs of problems that everybody is counted in. */
import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { type Counts, cellName, whole } from './count-cells.ts';

/** Two problems, and the count of those who named both. */
export interface Pair {
  readonly ends: readonly [string, string];
  readonly name: string;
  readonly n: number;
}

/** The published pairs of problems of a round and question, in the taxonomy's order. */
export function pairsAmong(
  { problems }: Pick<Taxonomy, 'problems'>,
  place: { readonly round: string; readonly question: string },
  counts: Counts,
): readonly Pair[] {
  return problems.flatMap(({ id: a }, i) =>
    problems.slice(i + 1).flatMap(({ id: b }): readonly Pair[] => {
      const pair = counts.get(cellName('pair', whole(place), `${a}\u0002${b}`));
      return pair === undefined ? [] : [{ ends: [a, b], name: pair.name, n: pair.n }];
    }),
  );
}

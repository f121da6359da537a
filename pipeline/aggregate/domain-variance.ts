/** What a sampling design makes of the variance of a share or mean. */
import { groupBy } from '../group-by.ts';
import { ratioVariance, type Stratum } from '../statistics/ratio-variance.ts';
import type { DesignStrata } from '../tally/design.ts';
import { NO_SUMS, type Sums } from '../tally/tally.ts';
import { addSums, type Cells } from './sums.ts';

/** Σw y, Σw² y and Σw² y² of a domain by design cell; of a share, those of its yes. */
export interface Moments {
  readonly y: Cells;
  readonly yy: Cells;
  readonly base: Cells;
}

/**
 * Variance of the ratio Σwy / Σw under strata, clusters and finite populations; null where it
 * cannot be estimated.
 *
 * Units are clusters, each with its totals; without clusters they are respondents, whose squares
 * are the Σw² that the tally holds.
 */
export function domainVariance(
  { y, yy, base }: Moments,
  { strata, clustered, placeOf }: DesignStrata,
): number | null {
  const domain = groupBy([...base], ([cell]) => placeOf(cell).stratum);
  const parts = [...strata].map(([name, { units, fraction }]): Stratum => {
    const own = domain.get(name) ?? [];
    const blocks = clustered
      ? [...groupBy(own, ([cell]) => placeOf(cell).cluster).values()]
      : [own];
    const totals = blocks.map((block) => totalsOf(block, y, yy));
    const sum = (of: (one: (typeof totals)[number]) => number) =>
      totals.reduce((total, one) => total + of(one), 0);
    return {
      units,
      fraction,
      a: sum(({ a }) => a),
      b: sum(({ b }) => b),
      aa: sum(({ a, squares }) => (clustered ? a * a : squares.aa)),
      ab: sum(({ a, b, squares }) => (clustered ? a * b : squares.ab)),
      bb: sum(({ b, squares }) => (clustered ? b * b : squares.bb)),
    };
  });
  return ratioVariance(parts);
}

/** Degrees of freedom of those in `cells`: units less strata; as R's `degf(subset(design, …))`. */
export function degreesOfFreedom(
  cells: Cells,
  { clustered, placeOf }: Pick<DesignStrata, 'clustered' | 'placeOf'>,
): number {
  const strata = [...groupBy([...cells], ([cell]) => placeOf(cell).stratum).values()];
  return strata.reduce((sum, own) => {
    const clusters = new Set(own.map(([cell]) => placeOf(cell).cluster)).size;
    return sum + (clustered ? clusters : own.reduce((n, [, one]) => n + one.n, 0)) - 1;
  }, 0);
}

function totalsOf(block: readonly (readonly [string, Sums])[], y: Cells, yy: Cells) {
  const sumOf = (cells: Cells) =>
    block.reduce((sum, [cell]) => addSums(sum, cells.get(cell) ?? NO_SUMS), NO_SUMS);
  const base = block.reduce((sum, [, one]) => addSums(sum, one), NO_SUMS);
  const [first, second] = [sumOf(y), sumOf(yy)];
  return {
    a: first.w,
    b: base.w,
    squares: { aa: second.w2, ab: first.w2, bb: base.w2 },
  };
}

/** Weights that make cells as large as they are in the population. */
import { checkCells, checkCount, type WeightingCell } from './weighting-cell.ts';

export interface PopulationCell {
  readonly key: readonly string[];
  readonly count: number;
}

export interface PostStratification {
  /**
   * What the weights of each cell given are multiplied by, in the order given; null for a cell
   * without weight, or without a population.
   */
  readonly factors: readonly (number | null)[];
  /** Cells of the population without a weighted respondent: nobody can stand for them. */
  readonly unreached: readonly PopulationCell[];
  /** Cells with weight whose population is 0 or not given. */
  readonly unknown: readonly WeightingCell[];
}

/**
 * Post-stratification: the factor of a cell is its population / Σw; R's `postStratify`.
 *
 * Cells with one key count together. The population of unreached cells is not given to others.
 *
 * @throws RangeError for keys of different length, or numbers below 0
 * @see Holt & Smith (1979), JRSS A 142:33
 * @example
 * postStratify([{ key: ['a'], w: 20, n: 20 }], [{ key: ['a'], count: 100 }]).factors // [5]
 */
export function postStratify(
  cells: readonly WeightingCell[],
  population: readonly PopulationCell[],
): PostStratification {
  const length = (cells[0] ?? population[0])?.key.length ?? 0;
  checkCells(cells, length);
  checkCells(
    population.map(({ key }) => ({ key, w: 0, n: 0 })),
    length,
  );
  for (const { key, count } of population) checkCount(key.join(', '), count);
  const sample = totalsBy(cells.map(({ key, w }) => ({ key, amount: w })));
  const people = totalsBy(population.map(({ key, count }) => ({ key, amount: count })));
  const of = (totals: ReadonlyMap<string, number>, key: readonly string[]) =>
    totals.get(nameOf(key)) ?? 0;
  return {
    factors: cells.map(({ key, w }) => {
      const count = of(people, key);
      return w > 0 && count > 0 ? count / of(sample, key) : null;
    }),
    unreached: population.filter(({ key, count }) => count > 0 && of(sample, key) === 0),
    unknown: cells.filter(({ key, w }) => w > 0 && of(people, key) === 0),
  };
}

/** A key written out, so that ['a', 'b,c'] and ['a,b', 'c'] stay apart. */
function nameOf(key: readonly string[]): string {
  return JSON.stringify(key);
}

function totalsBy(parts: readonly { key: readonly string[]; amount: number }[]) {
  const totals = new Map<string, number>();
  for (const { key, amount } of parts) {
    totals.set(nameOf(key), (totals.get(nameOf(key)) ?? 0) + amount);
  }
  return totals;
}

/** Weights that make several margins as large as they are in the population. */
import { checkCells, checkCount, type WeightingCell } from './weighting-cell.ts';

/** Head-counts of the population by category. */
export type Margin = ReadonlyMap<string, number>;

export interface MarginCategory {
  /** Which margin, from 0. */
  readonly margin: number;
  readonly category: string;
}

export interface Raking {
  /**
   * What the weights of each cell are multiplied by, in the order given; null for a cell without
   * weight, or in a category without population.
   */
  readonly factors: readonly (number | null)[];
  /** Whether the worst deviation came down to the tolerance. */
  readonly converged: boolean;
  /** Rounds over all margins. */
  readonly iterations: number;
  /** Largest |Σ weight / head-count − 1| over all categories reached; 0 without any. */
  readonly deviation: number;
  /** Categories of the population without a weighted respondent; left out of their margin. */
  readonly unreached: readonly MarginCategory[];
  /** Categories with weight whose population is 0 or not given; their cells are left out. */
  readonly unknown: readonly MarginCategory[];
}

export interface RakeSettings {
  /** Most rounds over all margins. */
  readonly iterations: number;
  /** Largest relative deviation of a category that counts as met, such as 1e-9. */
  readonly tolerance: number;
}

/**
 * Raking (iterative proportional fitting): each margin in turn is scaled to its head-counts,
 * until all hold. Associations of the sample (odds ratios) are kept.
 *
 * Margins that add up to different totals, as where a category is unreached, are scaled to the
 * total of the first. Where cells are empty there may be no solution: then `converged` is false
 * and `deviation` says by how much the factors of the last round miss.
 *
 * @param cells with one category a margin in their keys
 * @param margins one for each place of the key
 * @throws RangeError for keys of another length than there are margins, or numbers below 0
 * @see Deming & Stephan (1940), Annals of Mathematical Statistics 11:427; R's `survey::rake`
 */
export function rake(
  cells: readonly WeightingCell[],
  margins: readonly Margin[],
  settings: RakeSettings,
): Raking {
  checkCells(cells, margins.length);
  for (const margin of margins) {
    for (const [category, count] of margin) checkCount(category, count);
  }
  const counted = cells.filter(({ w }) => w > 0);
  const known = counted.filter(({ key }) =>
    margins.every((margin, i) => (margin.get(key[i]!) ?? 0) > 0),
  );
  const targets = targetsOf(margins, known);
  const fitted = iterate(known, targets, settings);
  const factorOf = new Map(known.map((cell, i) => [cell, fitted.factors[i]!]));
  return {
    ...fitted,
    factors: cells.map((cell) => factorOf.get(cell) ?? null),
    unreached: margins.flatMap((margin, i) =>
      [...margin]
        .filter(([category, count]) => count > 0 && !targets[i]!.has(category))
        .map(([category]) => ({ margin: i, category })),
    ),
    unknown: margins.flatMap((margin, i) =>
      [...new Set(counted.map(({ key }) => key[i]!))]
        .filter((category) => !((margin.get(category) ?? 0) > 0))
        .map((category) => ({ margin: i, category })),
    ),
  };
}

/** Head-counts of the categories reached, of one total. */
function targetsOf(margins: readonly Margin[], cells: readonly WeightingCell[]): Margin[] {
  const reached = margins.map((margin, i) => {
    const present = new Set(cells.map(({ key }) => key[i]!));
    return [...margin].filter(([category]) => present.has(category));
  });
  const totals = reached.map((margin) => margin.reduce((sum, [, count]) => sum + count, 0));
  return reached.map(
    (margin, i) =>
      new Map(margin.map(([category, count]) => [category, (count * totals[0]!) / totals[i]!])),
  );
}

function iterate(
  cells: readonly WeightingCell[],
  targets: readonly Margin[],
  { iterations, tolerance }: RakeSettings,
) {
  let factors = cells.map(() => 1);
  let deviation = worst(cells, factors, targets);
  let round = 0;
  while (deviation > tolerance && round < iterations) {
    let next = factors;
    targets.forEach((target, i) => {
      const sums = sumsBy(cells, next, i);
      next = next.map((factor, j) => {
        const category = cells[j]!.key[i]!;
        return factor * (target.get(category)! / sums.get(category)!);
      });
    });
    // Without a solution, factors drift towards 0 and infinity; the last good ones are kept.
    if (!next.every((factor) => factor > 0 && Number.isFinite(factor))) break;
    factors = next;
    deviation = worst(cells, factors, targets);
    round++;
  }
  return { factors, converged: deviation <= tolerance, iterations: round, deviation };
}

function worst(
  cells: readonly WeightingCell[],
  factors: readonly number[],
  targets: readonly Margin[],
): number {
  let most = 0;
  targets.forEach((target, i) => {
    for (const [category, sum] of sumsBy(cells, factors, i)) {
      most = Math.max(most, Math.abs(sum / target.get(category)! - 1));
    }
  });
  return most;
}

/** Σ of weight · factor by category of one margin. */
function sumsBy(cells: readonly WeightingCell[], factors: readonly number[], margin: number) {
  const sums = new Map<string, number>();
  cells.forEach(({ key, w }, j) => {
    const category = key[margin]!;
    sums.set(category, (sums.get(category) ?? 0) + w * factors[j]!);
  });
  return sums;
}

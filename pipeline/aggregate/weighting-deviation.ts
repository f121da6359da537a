/** How far weighted respondents are from the population they are weighted to. */
import type { PopulationCell } from '../statistics/post-stratify.ts';
import type { WeightingCell } from '../statistics/weighting-cell.ts';

/** Largest relative distance of the weighted shares from those of the population reached. */
export function deviationOf(
  cells: readonly WeightingCell[],
  factors: readonly number[],
  people: readonly PopulationCell[],
  byMargins: boolean,
): number {
  const keys = byMargins ? (people[0]?.key ?? []).map((_, i) => i) : [null];
  const distances = keys.flatMap((i) => {
    const nameOf = (key: readonly string[]) => (i === null ? JSON.stringify(key) : key[i]!);
    const weight = new Map<string, number>();
    cells.forEach(({ key, w }, c) => {
      if (w === 0) return;
      weight.set(nameOf(key), (weight.get(nameOf(key)) ?? 0) + w * factors[c]!);
    });
    const there = new Map<string, number>();
    for (const { key, count } of people) {
      if (weight.has(nameOf(key))) there.set(nameOf(key), (there.get(nameOf(key)) ?? 0) + count);
    }
    const [all, total] = [weight, there].map((sums) =>
      [...sums.values()].reduce((a, b) => a + b, 0),
    );
    return [...weight].map(([name, w]) =>
      Math.abs(w / all! / ((there.get(name) ?? 0) / total!) - 1),
    );
  });
  return Math.max(0, ...distances);
}

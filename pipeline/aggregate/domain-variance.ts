/** What a sampling design makes of the variance of a share or mean. */
import { groupBy } from '../group-by.ts';
import { degreesOfFreedom } from '../statistics/degrees-of-freedom.ts';
import { ratioVariance, type Stratum } from '../statistics/ratio-variance.ts';
import type { TableStratum } from '../statistics/table-stratum.ts';
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

/** Degrees of freedom of a domain: units less strata; as R's `degf(subset(design, …))`. */
export function domainDf(domain: Cells, { clustered, placeOf }: DesignStrata): number {
  const strata = [...groupBy([...domain], ([cell]) => placeOf(cell).stratum).values()];
  return degreesOfFreedom(
    strata.map((own) => ({
      observed: clustered
        ? new Set(own.map(([cell]) => placeOf(cell).cluster)).size
        : own.reduce((n, [, one]) => n + one.n, 0),
    })),
  );
}

/** Sums of one group value by design cell: those with the property, and the rest. */
export interface GroupCells {
  readonly group: string;
  readonly yes: Cells;
  readonly no: Cells;
}

/** Yes or no by group values, as `raoScottDesign` takes it. */
export function tableStrata(
  groups: readonly GroupCells[],
  { strata, clustered, placeOf }: DesignStrata,
): readonly TableStratum[] {
  const parts = groups.flatMap(({ group, yes, no }) =>
    [...new Set([...yes.keys(), ...no.keys()])].map((cell) => ({
      group,
      ...placeOf(cell),
      yes: yes.get(cell) ?? NO_SUMS,
      no: no.get(cell) ?? NO_SUMS,
    })),
  );
  const byStratum = groupBy(parts, (part) => part.stratum);
  return [...strata].map(([name, drawn]): TableStratum => {
    const own = byStratum.get(name) ?? [];
    const summed = (some: typeof own) =>
      [...groupBy(some, (part) => part.group)].map(([group, all]) => ({
        group,
        yes: all.map((part) => part.yes).reduce(addSums),
        no: all.map((part) => part.no).reduce(addSums),
      }));
    if (!clustered) return { ...drawn, observations: summed(own) };
    const clusters = [...groupBy(own, (part) => part.cluster).values()].map((some) =>
      summed(some).map(({ group, yes, no }) => ({ group, yes: yes.w, no: no.w })),
    );
    return { ...drawn, clusters };
  });
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

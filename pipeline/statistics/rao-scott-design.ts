/** The test that a weighted share is the same in all groups, under strata and clusters. */
import { degreesOfFreedom } from './degrees-of-freedom.ts';
import { Interaction } from './interaction.ts';
import { type CellShares, type FTest, pearsonOf, secondOrder } from './rao-scott.ts';
import { checkTableStratum, observedIn, type TableStratum, totalsOf } from './table-stratum.ts';

/**
 * Rao–Scott test, second order, of yes/no by groups under strata, clusters and a finite
 * population: R's `svychisq(~y + group, design, statistic = "F")`.
 *
 * As `raoScott`, with the variance of `ratioVariance`, lonely strata included, and
 * df2 = df1 · `degreesOfFreedom`. Nothing larger than groups × groups is built, and a cluster
 * costs the square of the number of groups it reaches.
 *
 * @param strata also those without an observation in the base; groups without weight are left out
 * @returns null where it does not exist: fewer than two groups, a share of 0 or 1 over all groups,
 *   no degrees of freedom, or no variation (a population taken whole)
 * @throws RangeError for a stratum or sums that contradict themselves
 * @see Rao & Scott (1984), Annals of Statistics 12:46; Lumley (2010), section 6.3
 */
export function raoScottDesign(strata: readonly TableStratum[]): FTest | null {
  strata.forEach(checkTableStratum);
  const { totals, all } = totalsOf(strata);
  const table = sharesOf(totals, all);
  const columns = [...table.values()];
  const empty = (row: keyof CellShares) => columns.every((column) => column[row] === 0);
  if (columns.length < 2 || empty('yes') || empty('no')) return null;
  const interaction = new Interaction(table, all);
  for (const stratum of strata) interaction.add(stratum);
  const delta = interaction.traces();
  return (
    delta &&
    secondOrder(
      pearsonOf(columns),
      delta,
      degreesOfFreedom(strata.map((stratum) => ({ observed: observedIn(stratum) }))),
    )
  );
}

/** Shares of all weight by group, without groups that have none. */
function sharesOf(totals: ReadonlyMap<string, CellShares>, all: number) {
  const shares = new Map<string, CellShares>();
  for (const [group, { yes, no }] of totals) {
    if (yes + no > 0) shares.set(group, { yes: yes / all, no: no / all });
  }
  return shares;
}

/** A table of yes/no by groups, by the strata and units of a design. */
import { checkDrawn, type Drawn } from './stratum.ts';
import { checkSums, type Sums } from './sums.ts';

/** Weighted totals, Σw, of one cluster in one group. */
export interface CellTotals {
  readonly group: string;
  readonly yes: number;
  readonly no: number;
}

/** Sums of the observations of a stratum in one group. */
export interface CellSums {
  readonly group: string;
  readonly yes: Sums;
  readonly no: Sums;
}

/** A stratum of clusters: for each cluster with an observation in the base, its groups. */
export interface ClusterStratum extends Drawn {
  readonly clusters: readonly (readonly CellTotals[])[];
}

/** A stratum whose units are single observations. */
export interface ObservationStratum extends Drawn {
  readonly observations: readonly CellSums[];
}

export type TableStratum = ClusterStratum | ObservationStratum;

/** @throws RangeError for a stratum or sums that contradict themselves */
export function checkTableStratum(stratum: TableStratum): void {
  checkDrawn(stratum);
  const observed = observedIn(stratum);
  if (observed > stratum.units) {
    throw new RangeError(`a stratum of ${stratum.units} units holds ${observed}`);
  }
  if ('observations' in stratum) {
    for (const { yes, no } of stratum.observations) {
      checkSums('yes', yes);
      checkSums('no', no);
    }
    return;
  }
  for (const { group, yes, no } of stratum.clusters.flat()) {
    if (!(Number.isFinite(yes + no) && yes >= 0 && no >= 0)) {
      throw new RangeError(`totals of ${group} must be finite and from 0, got ${yes} and ${no}`);
    }
  }
}

/** Units with an observation in the table. */
export function observedIn(stratum: TableStratum): number {
  return 'clusters' in stratum
    ? stratum.clusters.filter((cells) => cells.length > 0).length
    : stratum.observations.reduce((sum, { yes, no }) => sum + yes.n + no.n, 0);
}

/** Totals by group, and their sum. */
export function totalsOf(strata: readonly TableStratum[]) {
  const totals = new Map<string, { readonly yes: number; readonly no: number }>();
  let all = 0;
  const add = (group: string, yes: number, no: number) => {
    const old = totals.get(group) ?? { yes: 0, no: 0 };
    totals.set(group, { yes: old.yes + yes, no: old.no + no });
    all += yes + no;
  };
  for (const stratum of strata) {
    if ('clusters' in stratum) {
      for (const { group, yes, no } of stratum.clusters.flat()) add(group, yes, no);
    } else {
      for (const { group, yes, no } of stratum.observations) add(group, yes.w, no.w);
    }
  }
  return { totals, all };
}

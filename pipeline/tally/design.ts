/** The sampling design of a round, from its respondents counted by design cell. */
import { groupBy } from '../group-by.ts';
import type { Survey } from '../survey/survey.ts';
import { RESPONDENTS } from './count-plan.ts';
import { parseDesignCell } from './design-cell.ts';
import { USED } from './items.ts';
import { sumsByDesign } from './look-up.ts';
import type { Tally } from './tally.ts';

/** How a round's respondents were drawn. */
export interface RoundDesign {
  /** Respondents used: the rows of the design, of which every base is a domain. */
  readonly rows: number;
  /** Null where only weights are known: respondents drawn one by one, with replacement. */
  readonly strata: DesignStrata | null;
}

export interface DesignStrata {
  /** By name. */
  readonly strata: ReadonlyMap<string, DrawnStratum>;
  /** Whether clusters were drawn, and not single respondents. */
  readonly clustered: boolean;
  /** The stratum and cluster of a design cell. */
  placeOf(cell: string): { readonly stratum: string; readonly cluster: string };
}

/** A stratum of the whole design. */
export interface DrawnStratum {
  /** Clusters or respondents drawn. */
  readonly units: number;
  /** Units drawn / units there are; 0 where the survey does not say. */
  readonly fraction: number;
}

/** A stratum whose respondents tell of different populations, or of a smaller one than was drawn. */
export interface DesignFault {
  readonly stratum: string;
  /** Every fpc found, with the respondents it stands beside. */
  readonly found: readonly { readonly fpc: number; readonly n: number }[];
  readonly units: number;
}

/** The design of a round; `faults` where the survey's fpc cannot be right. */
export function designOf(
  tally: Tally,
  survey: Survey,
): { design: RoundDesign; faults: readonly DesignFault[] } {
  const cells = sumsByDesign(tally, RESPONDENTS, 'all', '', USED);
  const rows = [...cells.values()].reduce((sum, { n }) => sum + n, 0);
  const { stratum, cluster, fpc } = survey.columns;
  if (stratum === null && cluster === null && fpc === null) {
    return { design: { rows, strata: null }, faults: [] };
  }
  const clustered = cluster !== null;
  const places = new Map([...cells.keys()].map((cell) => [cell, parseDesignCell(cell, survey)]));
  const faults: DesignFault[] = [];
  const strata = new Map<string, DrawnStratum>();
  for (const [name, own] of groupBy([...cells], ([cell]) => places.get(cell)!.stratum)) {
    const units = clustered
      ? new Set(own.map(([cell]) => places.get(cell)!.cluster)).size
      : own.reduce((sum, [, { n }]) => sum + n, 0);
    const found = [...groupBy(own, ([cell]) => places.get(cell)!.fpc)].map(([size, those]) => ({
      fpc: Number(size),
      n: those.reduce((sum, [, { n }]) => sum + n, 0),
    }));
    const there = fpc === null ? Number.POSITIVE_INFINITY : found[0]!.fpc;
    // As R's svydesign: up to 1 it is the share drawn, above that the number there is.
    const fraction = there <= 1 ? there : units / there;
    if (found.length > 1 || fraction > 1) faults.push({ stratum: name, found, units });
    strata.set(name, { units, fraction: Math.min(1, fraction) });
  }
  const placeOf = (cell: string) => places.get(cell)!;
  return { design: { rows, strata: { strata, clustered, placeOf } }, faults };
}

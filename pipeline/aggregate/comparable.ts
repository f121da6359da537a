/** Shares as comparisons take them: sure of no more than the degrees of freedom of the design. */
import { kornGraubardN } from '../statistics/beta-interval.ts';
import type { RoundDesign } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { domainDf } from './domain-variance.ts';
import { respondentsOf } from './sums.ts';
import type { ShareFigures, Where } from './tables.ts';

/** A line with n_effective adjusted as that of its interval is; of weights only, the line itself. */
export type Comparable = <Row extends ShareFigures>(row: Row, where: Where) => Row;

/**
 * Under strata and clusters n_effective is adjusted to the degrees of freedom of the group (Korn &
 * Graubard): tests and intervals of differences with a few clusters would else be too sure.
 */
export function comparableBy(
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  level: number,
): Comparable {
  const known = new Map<string, number>();
  return (row, where) => {
    const strata = designs.get(where.round)?.strata ?? null;
    const { n_effective: effective, base } = row;
    if (strata === null || effective === null || base === null) return row;
    const key = JSON.stringify([where.round, where.group, where.value]);
    const df =
      known.get(key) ?? domainDf(respondentsOf(tallies.get(where.round)!, where).cells(), strata);
    known.set(key, df);
    return { ...row, n_effective: kornGraubardN(effective, base, df, level) };
  };
}

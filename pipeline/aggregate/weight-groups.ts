/** Groups that weights go by: these tie the share of everybody to the counts of the group's values. */
import type { Survey } from '../survey/survey.ts';
import { RESPONDENTS } from '../tally/count-plan.ts';
import { USED } from '../tally/items.ts';
import { sumsOf, valuesOf } from '../tally/look-up.ts';
import type { Tally } from '../tally/tally.ts';
import { codeKey } from './everybody.ts';
import type { ClosedRow, ProblemRow, ShareFigures, Where } from './tables.ts';

/** Whether weights go by a group in a round. */
export type WeightedBy = (where: Pick<Where, 'round' | 'group'>) => boolean;

/** Whether respondents have weights, read or computed. */
export function isWeighted({ columns, weighting }: Pick<Survey, 'columns' | 'weighting'>): boolean {
  return columns.weight !== null || weighting.method !== 'none';
}

/** Whether strata or clusters were drawn: figures then tell of these too, and not of weights alone. */
export function isDesigned({ columns }: Pick<Survey, 'columns'>): boolean {
  return columns.stratum !== null || columns.cluster !== null;
}

/**
 * The groups that weights are computed by, and those within each value of which everybody has the
 * same weight, as where a column holds weights of a sampling plan: such weights are known to whoever
 * knows the plan, and else follow from a few lines in which nothing is hidden. With strata or clusters,
 * all groups: these may be units of one, of whose counts the variance of everybody's share is made, and
 * that weights are equal in a group cannot be seen from n_effective.
 *
 * @param rows shares by group, before or after protection
 */
export function weightedBy(rows: readonly (Where & ShareFigures)[], survey: Survey): WeightedBy {
  if (isDesigned(survey)) return () => true;
  const computed = survey.weighting.method === 'none' ? [] : survey.weighting.by;
  const equal = survey.columns.weight === null ? new Set() : equallyWeighted(rows);
  return ({ round, group }) => computed.includes(group) || equal.has(keyOf({ round, group }));
}

/** The weight of each respondent, by round, group and value. */
export type EqualWeights = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/**
 * Of each round the groups within each value of which everybody has the same weight, with that weight;
 * none of a survey without weights.
 *
 * @param tallies by round, weighted
 */
export function equalWeights(tallies: ReadonlyMap<string, Tally>, survey: Survey): EqualWeights {
  if (!isWeighted(survey)) return new Map();
  return new Map(
    [...tallies].map(([round, tally]) => [
      round,
      new Map(
        survey.groups.flatMap(({ id }) => {
          const weights = equalWeightsIn(tally, id);
          return weights === null ? [] : [[id, weights] as const];
        }),
      ),
    ]),
  );
}

/** Null where weights differ within a value. */
function equalWeightsIn(tally: Tally, group: string): ReadonlyMap<string, number> | null {
  const weights = new Map<string, number>();
  for (const value of valuesOf(tally, RESPONDENTS, group)) {
    const { n, w, w2 } = sumsOf(tally, RESPONDENTS, group, value, USED);
    if (Math.abs(n * w2 - w * w) > 1e-9 * w * w) return null;
    weights.set(value, n === 0 ? 0 : w / n);
  }
  return weights;
}

function equallyWeighted(rows: readonly (Where & ShareFigures)[]): ReadonlySet<string> {
  const equal = new Set<string>();
  const unequal = new Set<string>();
  // Lines of a group follow one another: its key is made once for many.
  let last: Pick<Where, 'round' | 'group'> = { round: '', group: '' };
  let key = keyOf(last);
  for (const row of rows) {
    if (row.n_effective === null) continue;
    if (row.round !== last.round || row.group !== last.group) [last, key] = [row, keyOf(row)];
    (isEquallyWeighted(row) ? equal : unequal).add(key);
  }
  return new Set([...equal].filter((one) => !unequal.has(one)));
}

/** Whether everybody of a base has the same weight: Kish's number is then the base, however rounded. */
function isEquallyWeighted({
  base,
  n_effective: effective,
}: Pick<ShareFigures, 'base' | 'n_effective'>): boolean {
  if (base === null || effective === null) return false;
  return Math.abs(base - effective) < 0.06 || effective === Number(base.toPrecision(2));
}

/** Whether the figures of a line say no more than its head-counts. */
export function saysHeadCounts(
  row: Pick<ShareFigures, 'base' | 'n_effective'>,
  survey: Pick<Survey, 'columns'>,
): boolean {
  return !isDesigned(survey) && isEquallyWeighted(row);
}

/**
 * Codes, by `codeKey`, of which some value is hidden where weights go by the group: a share among
 * several values together would be one more equation over the hidden counts.
 *
 * @param problems after protection
 */
export function tellingCodes(problems: readonly ProblemRow[], survey: Survey): ReadonlySet<string> {
  const byGroup = weightedBy(problems, survey);
  return new Set(
    problems.flatMap((row) => (row.status === 'suppressed' && byGroup(row) ? [codeKey(row)] : [])),
  );
}

/**
 * Whether the ends of a scale in a line, and its comparisons, would be further equations over points
 * that are hidden for some value of a group that weights go by.
 *
 * @param closed after protection
 */
export function tellingScales(
  closed: readonly ClosedRow[],
  survey: Survey,
): (row: ClosedRow) => boolean {
  const byGroup = weightedBy(closed, survey);
  const questionOf = ({ round, question }: ClosedRow) => JSON.stringify([round, question]);
  const telling = new Set(
    closed.flatMap((row) => (row.status === 'suppressed' && byGroup(row) ? [questionOf(row)] : [])),
  );
  return (row) => telling.has(questionOf(row)) && !saysHeadCounts(row, survey);
}

function keyOf({ round, group }: Pick<Where, 'round' | 'group'>): string {
  return JSON.stringify([round, group]);
}

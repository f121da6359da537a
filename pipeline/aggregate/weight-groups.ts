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
 * The groups that weights are computed by, and those that they go by whatever they are, as where a
 * column holds weights of a sampling plan: such weights are known to whoever knows the plan, and else
 * follow from a few lines in which nothing is hidden. With strata or clusters, all groups: these may be
 * units of one, of whose counts the variance of everybody's share is made.
 */
export function weightedBy(weights: GroupWeights, survey: Survey): WeightedBy {
  if (isDesigned(survey)) return () => true;
  const computed = survey.weighting.method === 'none' ? [] : survey.weighting.by;
  return ({ round, group }) =>
    computed.includes(group) || (weights.get(round)?.has(group) ?? false);
}

/** What the respondents of a value weigh. */
export interface ValueWeights {
  readonly mean: number;
  /** Between them; 0 where all weigh the same. */
  readonly variance: number;
}

/** A group that weights go by. */
export interface WeightGroup {
  readonly values: ReadonlyMap<string, ValueWeights>;
  /** How much of the variance of weights its values explain, from 0 to 1. */
  readonly explained: number;
}

/** What respondents weigh, by round and group that weights go by. */
export type GroupWeights = ReadonlyMap<string, ReadonlyMap<string, WeightGroup>>;

/**
 * Of each round the groups that weights go by: whose values explain more than half of how weights differ,
 * or a part of it where several groups do so together, as weights for region, sex and age. A few who weigh
 * otherwise than their value change little of what its count tells.
 *
 * @param tallies by round, weighted
 */
export function groupWeights(tallies: ReadonlyMap<string, Tally>, survey: Survey): GroupWeights {
  if (!isWeighted(survey)) return new Map();
  return new Map(
    [...tallies].map(([round, tally]) => {
      const groups = survey.groups.map(({ id }) => {
        const values = valueWeights(tally, id);
        return [id, { values, explained: explainedBy(values) }] as const;
      });
      const least = leastOfPart(new Map(groups), survey);
      return [round, new Map(groups.filter(([, { explained }]) => explained > least))];
    }),
  );
}

/** Above which share a group explains a part: where one does not nearly alone, but some together. */
function leastOfPart(groups: ReadonlyMap<string, WeightGroup>, survey: Survey): number {
  const within = new Map(survey.groups.map((one) => [one.id, one.within]));
  const outermost = (id: string): string => {
    const outer = within.get(id) ?? null;
    return outer === null ? id : outermost(outer);
  };
  // What a group explains, those within it do too.
  const most = new Map<string, number>();
  for (const [id, { explained }] of groups) {
    most.set(outermost(id), Math.max(most.get(outermost(id)) ?? 0, explained));
  }
  const together = [...most.values()].reduce((sum, one) => sum + Math.max(0, one), 0);
  return together > HALF && Math.max(...most.values()) <= NEARLY_ALL ? LITTLE : HALF;
}

interface Weighed extends ValueWeights {
  readonly n: number;
}

function valueWeights(tally: Tally, group: string): ReadonlyMap<string, Weighed> {
  return new Map(
    valuesOf(tally, RESPONDENTS, group).map((value) => {
      const { n, w, w2 } = sumsOf(tally, RESPONDENTS, group, value, USED);
      const squares = w2 - (w * w) / Math.max(1, n);
      const differ = n > 1 && squares > SAME * w2;
      return [value, { n, mean: n === 0 ? 0 : w / n, variance: differ ? squares / (n - 1) : 0 }];
    }),
  );
}

/** What sums of weights differ by only for being computed. */
const SAME = 1e-9;
const HALF = 0.5;
/** A part that chance makes up among few respondents. */
const LITTLE = 0.05;
/**
 * Of how weights differ. Where more is left, answers may go along with that rest, as with a second
 * group raked by.
 */
export const NEARLY_ALL = 0.9;

/** Adjusted for how many values there are; 0 where all weights are equal. */
function explainedBy(values: ReadonlyMap<string, Weighed>): number {
  const some = [...values.values()].filter(({ n }) => n > 0);
  const sum = (of: (one: Weighed) => number) => some.reduce((total, one) => total + of(one), 0);
  const all = sum(({ n }) => n);
  const mean = sum(({ n, mean: own }) => n * own) / all;
  const inside = sum(({ n, variance }) => (n - 1) * variance);
  const total = inside + sum(({ n, mean: own }) => n * (own - mean) ** 2);
  if (!(total > SAME * all * mean * mean)) return 0;
  const within = all > some.length ? inside / (all - some.length) : 0;
  return 1 - within / (total / (all - 1));
}

/** Whether the figures of a line say no more than its head-counts. */
export function saysHeadCounts(
  row: Pick<ShareFigures, 'base' | 'n_effective'>,
  survey: Pick<Survey, 'columns'>,
): boolean {
  const { base, n_effective: effective } = row;
  if (isDesigned(survey) || base === null || effective === null) return false;
  // Kish's number is then the base, and less by the least difference of weights.
  return base - effective <= SAME * base;
}

/**
 * Codes, by `codeKey`, of which some value is hidden where weights go by the group: a share among
 * several values together would be one more equation over the hidden counts.
 *
 * @param problems after protection
 */
export function tellingCodes(
  problems: readonly ProblemRow[],
  byGroup: WeightedBy,
): ReadonlySet<string> {
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
  byGroup: WeightedBy,
  survey: Survey,
): (row: ClosedRow) => boolean {
  const questionOf = ({ round, question }: ClosedRow) => JSON.stringify([round, question]);
  const telling = new Set(
    closed.flatMap((row) => (row.status === 'suppressed' && byGroup(row) ? [questionOf(row)] : [])),
  );
  return (row) => telling.has(questionOf(row)) && !saysHeadCounts(row, survey);
}

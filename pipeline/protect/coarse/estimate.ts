/**
 * What a weighted share must be about, for all that is shown: the same whatever the hidden counts are.
 *
 * A share that is made of the true counts tells them, however wide its steps: cut at 0, or where a step
 * ends, few counts fit. So hidden counts are taken to be spread over their values as the bases are.
 */
import type { ShareFigures, Where } from '../../aggregate/tables.ts';
import {
  type GroupWeights,
  isDesigned,
  NEARLY_ALL,
  type ValueWeights,
} from '../../aggregate/weight-groups.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import { outerValue, valuesByGroup } from '../counts/nested.ts';

/** A line after hiding. */
export type Line = Where & ShareFigures;

/** Lines of one code, theme or option in a round. */
export interface Lines {
  readonly lines: readonly Line[];
  /** The base of a place where another line of it shows it; null where none does. */
  readonly baseAt: (place: Where) => number | null;
}

export interface Estimate {
  readonly share: number;
  /** How far the true share can be from it, for all that is shown. */
  readonly error: number;
  /** In what steps it may be told. */
  readonly step: number;
}

/** A value of a group that weights go by. */
interface Value {
  /** Mean and variance of the weights in it. */
  readonly weight: number;
  readonly variance: number;
  /** Null where they are hidden. */
  readonly n: number | null;
  readonly base: number | null;
  /** The value that it lies in, where that is shown; else ''. */
  readonly whole: string;
}

/** Of those who know weights by no group alone: of the true share so many people cannot be told apart. */
function roughly({ share, base, n_effective }: Line, survey: Survey): Estimate | null {
  const effective =
    n_effective !== null && isDesigned(survey) ? roundedDown(n_effective) : n_effective;
  if (share === null || base === null) return null;
  const least = leastStep(base, effective, survey.privacy.minimum);
  if (least > WIDEST) return null;
  const step = stepOver(least);
  // Whatever is made of it is made of what is told, and not of the true share.
  return { share: inSteps(share, step), error: step / 2, step };
}

/** A share in steps as wide, or that may be wrong by as much, is still worth something. */
export const WIDEST = 0.2;
export const FINEST = 0.01;
const STEPS = [FINEST, 0.02, 0.05, 0.1, WIDEST] as const;

/** A step as wide, or the widest. @example stepOver(0.03) // 0.05 */
export function stepOver(least: number): number {
  return STEPS.find((step) => step >= least) ?? WIDEST;
}

/**
 * A step that as many people as the minimum must move between two values of a group to take.
 *
 * One person moves the share by the difference of two weights over the sum of all; weights differ by
 * four times their standard deviation, which Kish's number tells, or by the mean where there is none.
 */
function leastStep(base: number, effective: number | null, minimum: number): number {
  const deviation = effective === null ? 1 : Math.sqrt(Math.max(0, base / effective - 1));
  return (minimum * 4 * deviation) / base;
}

/** @example inSteps(0.37, 0.05) // 0.35 */
export function inSteps(share: number, step: number): number {
  return Math.round(Math.round(share / step) * step * 100) / 100;
}

/** @example orderOf(62.7) // 10 */
export function orderOf(effective: number): number {
  return 10 ** Math.floor(Math.log10(effective));
}

/** @example roundedDown(62.7) // 50 */
export function roundedDown(effective: number): number {
  const order = orderOf(effective);
  return [5, 2, 1].find((digit) => digit * order <= effective)! * order;
}

/** Of a value in which nobody is left. */
const NO_WEIGHT: ValueWeights = { mean: 0, variance: 0 };

/**
 * What may be told of the share in a line of which not all parts are shown; null where that is nothing.
 *
 * Where weights go by several groups at once, and by none of them for the most part, or by strata,
 * nobody can reckon with the counts of one group alone: the true share is told, in steps.
 */
export function estimateOf(
  line: Line,
  { lines, baseAt }: Lines,
  weights: GroupWeights,
  survey: Survey,
): Estimate | null {
  const values = valuesByGroup(lines);
  // Of several groups the innermost: those outside it say no more.
  const group = survey.groups.findLast(
    ({ id }) =>
      (weights.get(line.round)?.get(id)?.explained ?? 0) > NEARLY_ALL &&
      liesIn(id, line.group, survey),
  );
  if (group === undefined) return roughly(line, survey);
  if (line.n === null || line.base === null) return null;
  const weightOf = weights.get(line.round)!.get(group.id)!.values;
  const outer = (one: Line) => outerValue(one, survey.groups, values);
  const wholes = new Map(
    lines
      .filter((one) => one.group === group.within && one.status === 'shown')
      .map((one) => [one.value, one]),
  );
  const isInside = ({ value }: Line) => line.group === 'all' || value.startsWith(`${line.value}/`);
  const own = lines
    .filter((one) => one.group === group.id && isInside(one))
    .map((one): Value => {
      const { mean, variance } = weightOf.get(one.value) ?? NO_WEIGHT;
      const whole = line.group !== group.within && wholes.has(outer(one)) ? outer(one) : '';
      return { weight: mean, variance, n: one.n, base: one.base ?? baseAt(one), whole };
    });
  const parts = groupBy(own, ({ whole }) => whole);
  const inWholes = [...parts.keys()].flatMap((whole) => wholes.get(whole) ?? []);
  const rest = {
    n: line.n - sumOf(inWholes.map(({ n }) => n ?? 0)),
    base: line.base - sumOf(inWholes.map(({ base }) => base ?? 0)),
  };
  const sums = [...parts].map(([whole, some]) => sumsOf(some, wholes.get(whole) ?? rest));
  return estimateFrom(sums);
}

function estimateFrom(sums: readonly WeightedSums[]): Estimate | null {
  const total = (of: (one: WeightedSums) => number) => sumOf(sums.map(of));
  const [least, most] = [total(({ base }) => base.low), total(({ base }) => base.high)];
  if (least <= 0) return null;
  const all = total(({ base }) => base.supposed);
  const share = total(({ n }) => n.supposed) / all;
  const [low, high] = [total(({ n }) => n.low) / most, total(({ n }) => n.high) / least];
  const beside = total(({ differing }) => differing) / all;
  return { share, error: Math.max(high - share, share - low) + beside, step: FINEST };
}

/** Whether a group lies in another, however deep; all lie in everybody. */
function liesIn(inner: string, outer: string, survey: Survey): boolean {
  if (outer === 'all') return true;
  const within = survey.groups.find(({ id }) => id === inner)?.within ?? null;
  return within !== null && (within === outer || liesIn(within, outer, survey));
}

/** What people weigh together: as supposed, at least and at most. */
interface Extent {
  readonly supposed: number;
  readonly low: number;
  readonly high: number;
}

interface WeightedSums {
  readonly n: Extent;
  readonly base: Extent;
  /** By how much the first may differ for who of a value said it, where its weights differ. */
  readonly differing: number;
}

/** Weighted sums of values that come to a count and a base. */
function sumsOf(
  values: readonly Value[],
  whole: { readonly n: number | null; readonly base: number | null },
): WeightedSums {
  const shown = values.filter(({ n }) => n !== null);
  const unknown = values.filter(({ base }) => base === null);
  const left = Math.max(0, (whole.base ?? 0) - sumOf(values.map(({ base }) => base ?? 0)));
  const baseOf = ({ base }: Value) => base ?? left / unknown.length;
  const mostOf = ({ base }: Value) => base ?? left;
  const known = sumOf(shown.map(({ weight, n }) => weight * n!));
  const hidden = values.filter(({ n }) => n === null);
  const people = Math.max(0, (whole.n ?? 0) - sumOf(shown.map(({ n }) => n!)));
  const room = sumOf(hidden.map(baseOf));
  const supposed = hidden.map(
    (one) => one.weight * (room > 0 ? (people * baseOf(one)) / room : people / hidden.length),
  );
  const light = lightestFirst(hidden);
  const lightest = lightestFirst(unknown);
  const knownBase = sumOf(values.map(({ weight, base }) => weight * (base ?? 0)));
  return {
    n: {
      supposed: known + sumOf(supposed),
      low: known + filled(light, people, mostOf),
      high: known + filled(light.toReversed(), people, mostOf),
    },
    base: {
      supposed: sumOf(values.map((one) => one.weight * baseOf(one))),
      low: knownBase + filled(lightest, left, mostOf),
      high: knownBase + filled(lightest.toReversed(), left, mostOf),
    },
    differing: sumOf(values.map((one) => mostDiffering(one, baseOf(one)))),
  };
}

/**
 * How far the weights of those of a value who said it can be from as many times the mean (by Cauchy and
 * Schwarz); of a hidden count, at most.
 */
function mostDiffering({ n, variance }: Value, base: number): number {
  if (base <= 1) return 0;
  const who = n === null ? base / 4 : n * (1 - n / base);
  return Math.sqrt(Math.max(0, who) * variance * (base - 1));
}

function lightestFirst(values: readonly Value[]): readonly Value[] {
  return [...values].sort((a, b) => a.weight - b.weight);
}

/** What people weigh who fill values up to what these hold at most, one value after the other. */
function filled(
  values: readonly Value[],
  people: number,
  mostOf: (value: Value) => number,
): number {
  let [left, sum] = [people, 0];
  for (const value of values) {
    const here = Math.min(mostOf(value), left);
    sum += here * value.weight;
    left -= here;
  }
  return sum;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

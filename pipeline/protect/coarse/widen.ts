/** How much wider steps must be where the counts that a share is made of leave it little room. */
import type { ShareFigures, Where } from '../../aggregate/tables.ts';
import type { EqualWeights } from '../../aggregate/weight-groups.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import { outerValue, valuesByGroup } from '../counts/nested.ts';
import { inSteps, isOfHeads, stepOf } from './line.ts';
import { type Bounds, tellsCounts, type WeightedCount } from './tells.ts';

type Line = Where & ShareFigures;

/** A line of a code, theme or option. */
export interface Item {
  readonly item: string;
  readonly after: Line;
  readonly before: Line;
}

/** Lines by what they are of: see `keyOf`. */
export type Items = ReadonlyMap<string, readonly Item[]>;

export function itemsIn(items: readonly Item[]): Items {
  return groupBy(items, ({ after, item }) => keyOf(after, item));
}

/** A code, theme or option of a question in a round. */
export function keyOf(
  { round, question }: Pick<Where, 'round' | 'question'>,
  item: string,
): string {
  return [round, question, item].join('\u0001');
}

/**
 * By how many steps the lines of an item must be coarser than each would be by itself, so that all of
 * them together leave each hidden count as much room as if it had the head-counts alone beside it, or
 * the minimum: a share is cut at 0, and few who moved may be all who said it.
 */
export function wideningOf(
  items: Items,
  weights: EqualWeights,
  survey: Survey,
): (key: string) => number {
  const found = new Map<string, number>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const lines = items.get(key) ?? [];
    const parts = lines.flatMap((line) => partsOf(line, lines, weights, survey));
    let up = 0;
    while (parts.some((part) => tells(part, survey, up))) up += 1;
    found.set(key, up);
    return up;
  };
}

/** A place, all shares that are given of it, and the counts of a group that they are made of. */
interface Part {
  readonly shares: readonly Line[];
  readonly counts: readonly WeightedCount[];
}

/** @returns one for each group of known weights that lies in the line */
function partsOf(
  { after, before }: Item,
  lines: readonly Item[],
  weights: EqualWeights,
  survey: Survey,
): readonly Part[] {
  if (after.share === null || isOfHeads(after, survey)) return [];
  const values = valuesByGroup(lines.map((line) => line.after));
  const here = lines.filter((line) => isAt(line.after, after));
  return [...(weights.get(after.round) ?? [])].flatMap(([group, weightBy]): readonly Part[] => {
    const within = survey.groups.find(({ id }) => id === group)?.within ?? null;
    if (after.group !== 'all' && after.group !== within) return [];
    const own = lines.filter(
      (line) =>
        line.after.group === group &&
        (after.group === 'all' || outerValue(line.after, survey.groups, values) === after.value),
    );
    const counts = own.map((line): WeightedCount => {
      const outer = outerValue(line.after, survey.groups, values);
      const whole = lines.find((one) => one.after.group === within && one.after.value === outer);
      return {
        n: line.before.n ?? 0,
        base: line.before.base ?? 0,
        weight: weightBy.get(line.after.value) ?? 0,
        isHidden: line.after.status === 'suppressed',
        whole: whole?.after.status === 'shown' ? outer : '',
      };
    });
    const isMadeOf = Math.abs(shareOf(counts) - (before.share ?? 0)) < 1e-6;
    const isAnyHidden = counts.some(({ isHidden }) => isHidden);
    return isMadeOf && isAnyHidden ? [{ shares: here.map((line) => line.after), counts }] : [];
  });
}

function isAt(one: Where, other: Where): boolean {
  return one.group === other.group && one.value === other.value;
}

function weighted(counts: readonly WeightedCount[]): number {
  return counts.reduce((sum, { n, weight }) => sum + n * weight, 0);
}

function shareOf(counts: readonly WeightedCount[]): number {
  const all = counts.reduce((sum, { base, weight }) => sum + base * weight, 0);
  return all === 0 ? 0 : weighted(counts) / all;
}

function tells({ shares, counts }: Part, survey: Survey, up: number): boolean {
  const sum = weighted(counts);
  const bounds = shares.flatMap((line): readonly Bounds[] => {
    const { share } = line;
    if (share === null || share === 0 || isOfHeads(line, survey)) return [];
    const step = stepOf(line, survey, up);
    if (step === null) return [];
    // What all are of: the base, all asked, or all mentions, weighted.
    const all = sum / share;
    const middle = inSteps(share, step);
    return [{ low: all * Math.max(0, middle - step / 2), high: all * (middle + step / 2) }];
  });
  if (bounds.length === 0) return false;
  const low = Math.max(...bounds.map((one) => one.low));
  const high = Math.min(...bounds.map((one) => one.high));
  return tellsCounts(counts, { low, high }, survey.privacy.minimum);
}

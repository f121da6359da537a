/** Whether the cells of a row can be those of some respondents. */
import { NO_TAXONOMY } from '../count-open.ts';
import { LIMBS, total } from '../exact.ts';
import { ANSWERED, statusItem, X, XX } from '../items.ts';
import { type QuestionTally, STRIDE } from '../tally.ts';
import type { ItemRule, QuestionRules } from './item-rules.ts';

/** What two ways of rounding the same sum may differ by. */
const SLACK = 1e-9;
const TINY = 1e-12;

/** Places of the number of those who gave a number, of the sum of numbers, and of their squares. */
type Moments = readonly [n: number, x: number, xx: number];

/** What is known of the items of a question. */
export interface Plan {
  readonly rules: readonly ItemRule[];
  /** Places of the items that everybody is counted in once. */
  readonly parts: readonly number[];
  /** An item is at most the sum of others. */
  readonly bounds: readonly (readonly [item: number, most: readonly number[]])[];
  /** Among everybody, some items come to no more than others. */
  readonly limits: readonly (readonly [left: readonly number[], right: readonly number[]])[];
  /** Of a question about numbers. */
  readonly moments: Moments | null;
  /** Place of those whose group has no taxonomy, who are counted among everybody alone; or -1. */
  readonly unasked: number;
  /** Room for n, Σw and Σw² of every item of the row that is looked at. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array];
}

export function planOf({ items }: QuestionTally, own: QuestionRules): Plan {
  const names = [...items.keys()];
  const rules = names.map((name) => own.rule(name)!);
  const at = (name: string) => items.get(name) ?? -1;
  const places = (some: readonly string[]) => some.map(at).filter((place) => place >= 0);
  const room = () => new Float64Array(names.length);
  const bounds = rules.flatMap(({ within }, i) => within.map((list) => [i, places(list)] as const));
  const covered = own.covered.flatMap(([item, by]) => {
    if (at(item) < 0) return [];
    return [[at(item), names.flatMap((name, i) => (by(name) ? [i] : []))] as const];
  });
  return {
    rules,
    parts: rules.flatMap(({ isPart }, i) => (isPart ? [i] : [])),
    bounds: [...bounds, ...covered],
    limits: own.limits.map(([left, right]) => [places(left), places(right)] as const),
    moments: rules.some(({ isMoment }) => isMoment) ? [at(ANSWERED), at(X), at(XX)] : null,
    unasked: at(statusItem(NO_TAXONOMY, 'skipped')),
    sums: [room(), room(), room()],
  };
}

/** Whether a row that holds nothing where nobody was counted can be that of some respondents. */
export function isPossible(cells: Float64Array, plan: Plan, isWeighted: boolean): boolean {
  const { rules, sums, moments } = plan;
  const [n, w, w2] = sums;
  for (let i = 0; i < rules.length; i++) {
    const at = i * STRIDE;
    const count = cells[at]!;
    n[i] = count;
    w[i] = 0;
    w2[i] = 0;
    // Most items of most rows.
    if (count === 0) continue;
    if (count < 0) return false;
    w[i] = total(cells, at + 1);
    w2[i] = total(cells, at + 1 + LIMBS);
    if (!rules[i]!.isMoment && !isWeight(count, w[i]!, w2[i]!, isWeighted)) return false;
  }
  return isBounded(plan) && (moments === null || areMoments(moments, plan));
}

/** Nobody is counted in an item and in none of those that it lies in. */
function isBounded({ bounds, sums }: Plan): boolean {
  return bounds.every(
    ([item, most]) => sums[0][item] === 0 || sums.every((sum) => isAtMost(sum[item]!, most, sum)),
  );
}

/** The same of sums over several items, of a row of everybody that was found to be possible. */
export function isWithin({ limits, sums }: Plan): boolean {
  return limits.every(([left, right]) =>
    sums.every((sum) => isAtMost(sumOver(left, sum), right, sum)),
  );
}

function isAtMost(amount: number, most: readonly number[], sum: Float64Array): boolean {
  return amount <= sumOver(most, sum) * (1 + SLACK) + TINY;
}

function sumOver(items: readonly number[], sum: Float64Array): number {
  let whole = 0;
  for (const item of items) whole += sum[item]!;
  return whole;
}

/** Of numbers x, (Σwx)² is at most Σw · Σwx². */
function areMoments([answered, x, xx]: Moments, { sums: [n, w] }: Plan): boolean {
  if (answered < 0 || x < 0 || xx < 0) return false;
  const isCounted = n[x] === n[answered] && n[xx] === n[answered];
  return isCounted && w[x]! ** 2 <= w[answered]! * w[xx]! * (1 + SLACK) + TINY;
}

/** Of n weights that are not negative, or are all 1: their sum and that of their squares. */
function isWeight(n: number, w: number, w2: number, isWeighted: boolean): boolean {
  if (!isWeighted) return w === n && w2 === n;
  const slack = 1 + SLACK;
  return w >= 0 && w2 >= 0 && w2 <= w * w * slack + TINY && w * w <= n * w2 * slack + TINY;
}

/**
 * Whether counts from elsewhere hang together as those of respondents do: groups add up to everybody,
 * answers to respondents, nobody is counted in a part and not in the whole, and sums of weights are
 * such as weights can have. Sums of whole numbers are exact, so that they are compared exactly.
 */
import type { Group, Survey } from '../../survey/survey.ts';
import { BY_TERMS, FLAGGED, NO_TAXONOMY } from '../count-open.ts';
import { RESPONDENTS } from '../count-plan.ts';
import { LIMBS, total } from '../exact.ts';
import { ANSWERED, statusItem, X, XX } from '../items.ts';
import { type QuestionTally, rowsIn, STRIDE, type Tally } from '../tally.ts';
import type { ItemRule, QuestionRules } from './item-rules.ts';
import { Unsound } from './unsound.ts';

type Rows = ReadonlyMap<string, Float64Array>;
type Values = ReadonlyMap<string, Rows>;

const NOBODY: Float64Array = new Float64Array(STRIDE);
const NO_QUESTION: QuestionTally = { items: new Map(), groupings: new Map(), samples: new Map() };
/** What two ways of rounding the same sum may differ by. */
const SLACK = 1e-9;
const TINY = 1e-12;

/** @throws Unsound at the first place that cannot be so */
export function requireSums(
  { questions }: Tally,
  rules: ReadonlyMap<string, QuestionRules>,
  survey: Survey,
): void {
  const heads = questions.get(RESPONDENTS) ?? NO_QUESTION;
  const isWeighted = survey.columns.weight !== null;
  for (const [id, own] of rules) {
    const question = questions.get(id) ?? NO_QUESTION;
    const plan = planOf(question, own);
    for (const { grouping, value, cells } of rowsIn(question)) {
      if (!isPossible(cells, plan, isWeighted)) throw new Unsound(id, grouping, value);
    }
    for (const group of survey.groups) requireGroup(id, question, plan, group, survey.groups);
    requireHeads(id, question, heads, plan);
    if (own.isOpen) requireApart(id, question, heads, plan);
  }
}

/** Places of the number of those who gave a number, of the sum of numbers, and of their squares. */
type Moments = readonly [n: number, x: number, xx: number];

interface Plan {
  readonly rules: readonly ItemRule[];
  /** Places of the items that everybody is counted in once. */
  readonly parts: readonly number[];
  /** An item is at most the sum of others. */
  readonly bounds: readonly (readonly [item: number, most: readonly number[]])[];
  /** Of a question about numbers. */
  readonly moments: Moments | null;
  /** Place of those whose group has no taxonomy, who are counted among everybody alone; or -1. */
  readonly unasked: number;
  /** Room for n, Σw and Σw² of every item of the row that is looked at. */
  readonly sums: readonly [Float64Array, Float64Array, Float64Array];
}

function planOf({ items }: QuestionTally, own: QuestionRules): Plan {
  const names = [...items.keys()];
  const rules = names.map((name) => own.rule(name)!);
  const at = (name: string) => items.get(name) ?? -1;
  const room = () => new Float64Array(names.length);
  const bounds = rules.flatMap(({ within }, i) =>
    within.map((list) => [i, list.map(at).filter((place) => place >= 0)] as const),
  );
  const covered = own.covered.flatMap(([item, by]) => {
    if (at(item) < 0) return [];
    return [[at(item), names.flatMap((name, i) => (by(name) ? [i] : []))] as const];
  });
  return {
    rules,
    parts: rules.flatMap(({ isPart }, i) => (isPart ? [i] : [])),
    bounds: [...bounds, ...covered],
    moments: rules.some(({ isMoment }) => isMoment) ? [at(ANSWERED), at(X), at(XX)] : null,
    unasked: at(statusItem(NO_TAXONOMY, 'skipped')),
    sums: [room(), room(), room()],
  };
}

/** Values of a group add up to the group that it lies in, or to everybody. */
function requireGroup(
  id: string,
  { groupings }: QuestionTally,
  { rules }: Plan,
  group: Group,
  groups: readonly Group[],
): void {
  const depth = depthOf(group, groups);
  const wholes: Values = groupings.get(group.within ?? 'all') ?? new Map();
  const left = new Map<string, Float64Array>();
  for (const [value, rows] of groupings.get(group.id) ?? []) {
    const parts = value.split('/');
    if (parts.length <= depth) throw new Unsound(id, group.id, value);
    for (const [design, row] of rows) {
      const key = keyOf(parts.slice(0, depth).join('/'), design);
      const sum = left.get(key);
      if (sum === undefined) left.set(key, row.slice());
      else addRow(sum, row);
    }
  }
  const counts = rules.map(
    ({ scope }) => scope === 'everywhere' || (scope === 'outermost' && depth === 0),
  );
  for (const [value, rows] of wholes) {
    for (const [design, row] of rows) {
      const sum = left.get(keyOf(value, design)) ?? new Float64Array(row.length);
      left.delete(keyOf(value, design));
      if (!isSumOf(sum, row, counts)) throw new Unsound(id, group.id, value);
    }
  }
  if (left.size > 0) throw new Unsound(id, group.id);
}

/** Adds the cells of a row in which anybody was counted; no other holds anything. */
function addRow(sum: Float64Array, row: Float64Array): void {
  for (let at = 0; at < row.length; at += STRIDE) {
    if (row[at] === 0) continue;
    for (let i = at; i < at + STRIDE; i++) sum[i]! += row[i]!;
  }
}

/** Whether the items that are counted add up to a whole, and others are not counted at all. */
function isSumOf(sum: Float64Array, whole: Float64Array, counts: readonly boolean[]): boolean {
  for (let item = 0; item < counts.length; item++) {
    const isCounted = counts[item]!;
    for (let i = item * STRIDE; i < (item + 1) * STRIDE; i++) {
      if (sum[i] !== (isCounted ? whole[i] : 0)) return false;
    }
  }
  return true;
}

function keyOf(value: string, design: string): string {
  return `${value}\u0000${design}`;
}

function depthOf({ within }: Group, groups: readonly Group[]): number {
  const parent = groups.find((one) => one.id === within);
  return parent === undefined ? 0 : 1 + depthOf(parent, groups);
}

/** Whether a row can be that of some respondents. */
function isPossible(cells: Float64Array, plan: Plan, isWeighted: boolean): boolean {
  const { rules, sums, moments } = plan;
  const [n, w, w2] = sums;
  for (let i = 0; i < rules.length; i++) {
    const at = i * STRIDE;
    n[i] = cells[at]!;
    if (n[i]! > 0) {
      w[i] = total(cells, at + 1);
      w2[i] = total(cells, at + 1 + LIMBS);
      if (!rules[i]!.isMoment && !isWeight(n[i]!, w[i]!, w2[i]!, isWeighted)) return false;
    } else {
      if (!isEmpty(cells, at)) return false;
      w[i] = 0;
      w2[i] = 0;
    }
  }
  return isBounded(plan) && (moments === null || areMoments(moments, plan));
}

/** Nobody is counted in an item and in none of those that it lies in. */
function isBounded({ bounds, sums }: Plan): boolean {
  for (const [item, most] of bounds) {
    if (sums[0][item] === 0) continue;
    for (const sum of sums) {
      let whole = 0;
      for (const one of most) whole += sum[one]!;
      if (sum[item]! > whole * (1 + SLACK) + TINY) return false;
    }
  }
  return true;
}

/** Of numbers x, (Σwx)² is at most Σw · Σwx². */
function areMoments([answered, x, xx]: Moments, { sums: [n, w] }: Plan): boolean {
  if (answered < 0 || x < 0 || xx < 0) return false;
  const isCounted = n[x] === n[answered] && n[xx] === n[answered];
  return isCounted && w[x]! ** 2 <= w[answered]! * w[xx]! * (1 + SLACK) + TINY;
}

function isEmpty(cells: Float64Array, at: number): boolean {
  for (let i = 0; i < STRIDE; i++) if (cells[at + i] !== 0) return false;
  return true;
}

/** Of n weights that are not negative, or are all 1: their sum and that of their squares. */
function isWeight(n: number, w: number, w2: number, isWeighted: boolean): boolean {
  if (!isWeighted) return w === n && w2 === n;
  const slack = 1 + SLACK;
  return w >= 0 && w2 >= 0 && w2 <= w * w * slack + TINY && w * w <= n * w2 * slack + TINY;
}

/** Everybody is counted in one of the parts, wherever they are counted. */
function requireHeads(id: string, question: QuestionTally, heads: QuestionTally, plan: Plan): void {
  for (const { grouping, value, design, cells } of rowsIn(heads)) {
    const row = question.groupings.get(grouping)?.get(value)?.get(design);
    const sum = partsOf(row, plan.parts);
    // In groups, those without a taxonomy are not counted.
    const isWhole = plan.unasked < 0 || grouping === 'all';
    if (isWhole ? !isSame(sum, cells) : sum[0]! > cells[0]!) throw new Unsound(id, grouping, value);
  }
  for (const { grouping, value, design } of rowsIn(question)) {
    if (grouping === FLAGGED || grouping === BY_TERMS) continue;
    if (heads.groupings.get(grouping)?.get(value)?.has(design) !== true) {
      throw new Unsound(id, grouping, value);
    }
  }
}

/** What is counted once more in another way: everybody by terms, and those who were flagged. */
function requireApart(id: string, question: QuestionTally, heads: QuestionTally, plan: Plan): void {
  const { groupings } = question;
  const all = groupings.get('all')?.get('');
  const [byTerms, flagged] = [BY_TERMS, FLAGGED].map((one) => groupings.get(one)?.get(''));
  for (const [design, whole] of heads.groupings.get('all')?.get('') ?? []) {
    const sum = partsOf(byTerms?.get(design), plan.parts);
    const unasked = partsOf(all?.get(design), plan.unasked < 0 ? [] : [plan.unasked]);
    for (let i = 0; i < STRIDE; i++) sum[i]! += unasked[i]!;
    if (!isSame(sum, whole)) throw new Unsound(id, BY_TERMS);
  }
  for (const [design, row] of [...(flagged ?? []), ...(byTerms ?? [])]) {
    if (all?.has(design) !== true) throw new Unsound(id, FLAGGED);
    if (row !== flagged?.get(design)) continue;
    for (let at = 0; at < row.length; at += STRIDE) {
      if (row[at]! > (all.get(design)?.[at] ?? 0)) throw new Unsound(id, FLAGGED);
    }
  }
}

/** The sum over some items of a row. */
function partsOf(row: Float64Array | undefined, parts: readonly number[]): Float64Array {
  const sum = NOBODY.slice();
  if (row === undefined) return sum;
  for (const item of parts) {
    for (let i = 0; i < STRIDE; i++) sum[i]! += row[item * STRIDE + i]!;
  }
  return sum;
}

function isSame(first: Float64Array, second: Float64Array): boolean {
  return first.every((one, i) => one === second[i]);
}

/**
 * Whether counts from elsewhere hang together as those of respondents do: groups add up to everybody,
 * answers to respondents, nobody is counted in a part and not in the whole, and sums of weights are
 * such as weights can have. Sums of whole numbers are exact, so that they are compared exactly.
 */
import type { Survey } from '../../survey/survey.ts';
import { BY_TERMS, FLAGGED } from '../count-open.ts';
import { RESPONDENTS } from '../count-plan.ts';
import { type Place, type QuestionTally, rowsIn, STRIDE, type Tally } from '../tally.ts';
import { requireGroup } from './group-sums.ts';
import type { QuestionRules } from './item-rules.ts';
import { isPossible, isWithin, type Plan, planOf } from './possible-row.ts';
import { Unsound } from './unsound.ts';

const NOBODY: Float64Array = new Float64Array(STRIDE);
const NO_QUESTION: QuestionTally = { items: new Map(), groupings: new Map(), samples: new Map() };
/** @throws Unsound at the first place that cannot be so */
export function requireSums(
  { questions }: Tally,
  rules: ReadonlyMap<string, QuestionRules>,
  survey: Survey,
): void {
  const heads = questions.get(RESPONDENTS) ?? NO_QUESTION;
  const headRows = [...rowsIn(heads)];
  const isWeighted = survey.columns.weight !== null;
  for (const [id, own] of rules) {
    const question = questions.get(id) ?? NO_QUESTION;
    const plan = planOf(question, own);
    for (const { grouping, value, design, cells } of rowsIn(question)) {
      const isSound = isPossible(cells, plan, isWeighted);
      const isThere =
        isApart(grouping) || heads.groupings.get(grouping)?.get(value)?.has(design) === true;
      if (!isSound || !isThere || (grouping === 'all' && !isWithin(plan))) {
        throw new Unsound(id, grouping, value);
      }
    }
    for (const group of survey.groups) requireGroup(id, question, plan, group, survey.groups);
    requireHeads(id, question, headRows, plan);
    if (own.isOpen) requireApart(id, question, heads, plan);
  }
}

/** Everybody is counted in one of the parts, wherever they are counted. */
function requireHeads(
  id: string,
  question: QuestionTally,
  heads: readonly (Omit<Place, 'question'> & { readonly cells: Float64Array })[],
  plan: Plan,
): void {
  for (const { grouping, value, design, cells } of heads) {
    const row = question.groupings.get(grouping)?.get(value)?.get(design);
    const sum = partsOf(row, plan.parts);
    // In groups, those without a taxonomy are not counted.
    const isWhole = plan.unasked < 0 || grouping === 'all';
    if (isWhole ? !isSame(sum, cells) : sum[0]! > cells[0]!) throw new Unsound(id, grouping, value);
  }
}

function isApart(grouping: string): boolean {
  return grouping === FLAGGED || grouping === BY_TERMS;
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

/**
 * Columns of which too little can be used: a wrong column, a scale written in words, a forgotten
 * option. Cell by cell these look like slips; taken together they would bend every figure.
 */
import { type Problem, problem } from '../errors.ts';
import { excerpt } from '../messages/excerpt.ts';
import { ownCopy } from '../own-copy.ts';
import { columnName } from '../read/columns.ts';
import type { Line } from '../read/fates.ts';
import type { ColumnCounts } from '../read/ledger.ts';
import type { SetAside } from '../read/respondent.ts';
import type { Survey } from '../survey/survey.ts';
import { reasonsOf } from './balance.ts';
import { percent } from './percent.ts';
import { reasonList } from './reason-list.ts';
import { sumOf } from './sum-of.ts';

/** Below these a column is too small for a share to tell a wrong setting from some slips. */
const FEWEST_FILLED = 20;
const FEWEST_UNUSABLE = 5;

/** Different values kept of a column, so that memory stays flat, and those that are shown. */
const KEPT = 200;
const SHOWN = 3;
/** Characters of a value that are enough to know it again. */
const EXCERPT = 40;

/** What was set aside in each column: value -> how often. */
export type Examples = Map<string, Map<string, number>>;

export function noteExample({ column, found }: SetAside, examples: Examples): void {
  let values = examples.get(column);
  if (values === undefined) {
    values = new Map();
    examples.set(column, values);
  }
  const known = values.get(found);
  if (known !== undefined) values.set(found, known + 1);
  else if (values.size < KEPT) values.set(ownCopy(found), 1);
}

/**
 * A problem for each column of which more than the survey's maximum of what should be answers cannot be used:
 * of its filled cells, or of the selections in a multiple-choice column. Words for "not answered"
 * and "not asked" and cells of rows that are not used do not count.
 */
export function refuseColumns(
  file: string,
  columns: readonly ColumnCounts[],
  examples: Examples,
  { questions, maximumSetAside: maximum }: Pick<Survey, 'questions' | 'maximumSetAside'>,
): Problem[] {
  const quantities = new Set(
    questions.flatMap(({ type, id }) => (type === 'number' ? [`questions.${id}`] : [])),
  );
  return columns.flatMap((column) => {
    const line = column.selections ?? column.cells;
    const reasons = reasonsOf(line);
    const count = sumOf(reasons);
    const filled = count + usedOf(line);
    const few = filled < FEWEST_FILLED || count < FEWEST_UNUSABLE;
    if (few || count <= maximum * filled) return [];
    const name = columnName(column.column, column.position - 1);
    const options = reasons.has('unknown-option');
    const values = {
      count,
      filled,
      share: percent(count / filled),
      maximum: percent(maximum),
      examples: commonest(examples.get(name)),
      reasons: reasonList(reasons),
    };
    const numbers = quantities.has(column.key)
      ? 'column-unusable-quantities'
      : 'column-unusable-numbers';
    const key = options ? 'column-unusable-options' : numbers;
    return [problem(key, { file, column: name, key: column.key }, values)];
  });
}

function usedOf({ out }: Line): number {
  return (out.get('used') ?? 0) + (out.get('repeated') ?? 0);
}

/** @example '"5分" (12), "很好" (3), "6" (1)' */
function commonest(values: ReadonlyMap<string, number> = new Map()): string {
  return [...values]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([value, count]) => `"${excerpt(value, EXCERPT)}" (${count})`)
    .join(', ');
}

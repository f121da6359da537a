/** tests.csv: does a problem's share differ between the values of a group? */

import { groupBy } from '../group-by.ts';
import { raoScott } from '../statistics/rao-scott.ts';
import type { Survey } from '../survey/survey.ts';
import { SUBSTANTIVE } from '../tally/count.ts';
import type { RoundDesign } from '../tally/design.ts';
import { codeItem, statusItem } from '../tally/items.ts';
import { NO_SUMS, type Sums, sumsOf, type Tally } from '../tally/tally.ts';
import { adjustWithin } from './families.ts';
import { addSums } from './sums.ts';
import type { ProblemRow, TestRow } from './tables.ts';

/**
 * A Rao–Scott test for each round × question × code × group, over shown values only.
 *
 * Hidden values are pooled and enter as one, where the pool itself meets the rules; otherwise they
 * stay out. p is adjusted within round × question × level × group.
 *
 * @param designs by round
 */
export function testRows(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
): readonly TestRow[] {
  const families = groupBy(
    problems.filter((row) => row.group !== 'all'),
    (row) => JSON.stringify([row.round, row.question, row.taxonomy, row.code, row.group]),
  );
  const tested = [...families.values()].map((lines) => {
    const first = lines[0]!;
    const cells = testCells(lines, tallies.get(first.round)!, survey.privacy.minimum);
    return { first, result: raoScott(cells, designs.get(first.round)?.rows ?? 0) };
  });
  const adjusted = adjustWithin(
    tested,
    ({ first }) => JSON.stringify([first.round, first.question, first.level, first.group]),
    (one) => one.result?.p ?? null,
    survey.statistics.correction,
  );
  return tested.map(({ first, result }, i): TestRow => {
    const { round, question, code, group } = first;
    const where = { round, question, code, group };
    return result === null
      ? { ...where, statistic: null, df1: null, df2: null, p: null, p_adjusted: null, shown: 'no' }
      : { ...where, ...result, p_adjusted: adjusted[i]!, shown: 'yes' };
  });
}

/** Who has the code and the base, for each shown value and for the pool of the hidden ones. */
function testCells(
  lines: readonly ProblemRow[],
  tally: Tally,
  minimum: number,
): readonly { yes: Sums; base: Sums }[] {
  const cells = lines.map((row) => {
    const sums = (item: string) => sumsOf(tally, row.question, row.group, row.value, item);
    const item =
      row.level === 0 ? statusItem(row.taxonomy, 'coded') : codeItem(row.taxonomy, row.code);
    const base = SUBSTANTIVE.map((status) => sums(statusItem(row.taxonomy, status))).reduce(
      addSums,
    );
    return { shown: row.status === 'shown', yes: sums(item), base };
  });
  const pool = cells
    .filter((one) => !one.shown)
    .reduce((sum, one) => ({ yes: addSums(sum.yes, one.yes), base: addSums(sum.base, one.base) }), {
      yes: NO_SUMS,
      base: NO_SUMS,
    });
  // A pool of one would be that value itself.
  const fits =
    cells.filter((one) => !one.shown).length > 1 &&
    pool.base.n >= minimum &&
    (pool.yes.n === 0 || (pool.yes.n >= minimum && pool.base.n - pool.yes.n >= minimum));
  return [...cells.filter((one) => one.shown), ...(fits ? [pool] : [])];
}

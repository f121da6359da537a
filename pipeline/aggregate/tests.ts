/** tests.csv: does a problem's share differ between the values of a group? */

import { groupBy } from '../group-by.ts';
import { type FTest, raoScott } from '../statistics/rao-scott.ts';
import { raoScottDesign } from '../statistics/rao-scott-design.ts';
import type { Survey } from '../survey/survey.ts';
import type { RoundDesign } from '../tally/design.ts';
import type { Tally } from '../tally/tally.ts';
import { countedOf, isLarge, together } from './counted.ts';
import { tableStrata } from './domain-variance.ts';
import { codeKey } from './everybody.ts';
import { adjustWithin } from './families.ts';
import { type Counted, combineCells, lessSums } from './sums.ts';
import type { ProblemRow, TestRow } from './tables.ts';
import { tellingCodes, type WeightedBy } from './weight-groups.ts';

/**
 * A Rao–Scott test for each round × question × code × group, over shown values only.
 *
 * Hidden values are pooled and enter as one, where the pool itself meets the rules and weights do
 * not tell who makes it up; otherwise they stay out. p is adjusted within round × question × level × group.
 *
 * @param designs by round
 */
export function testRows(
  problems: readonly ProblemRow[],
  tallies: ReadonlyMap<string, Tally>,
  designs: ReadonlyMap<string, RoundDesign>,
  survey: Survey,
  byGroup: WeightedBy,
): readonly TestRow[] {
  const families = groupBy(
    problems.filter((row) => row.group !== 'all'),
    (row) => JSON.stringify([row.round, row.question, row.taxonomy, row.code, row.group]),
  );
  const telling = tellingCodes(problems, byGroup);
  const tested = [...families.values()].map((lines) => {
    const first = lines[0]!;
    const { shown, pool } = testCells(lines, tallies.get(first.round)!, survey.privacy.minimum);
    const cells = pool === null || telling.has(codeKey(first)) ? shown : [...shown, pool];
    const result = testOf(cells, designs.get(first.round)!);
    return { first, result, isHidden: result === null && cells.length < lines.length };
  });
  const adjusted = adjustWithin(
    tested,
    ({ first }) => JSON.stringify([first.round, first.question, first.level, first.group]),
    ({ result, isHidden }) => (isHidden ? 'hidden' : (result?.p ?? null)),
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

/** Who has the code and the base, for each shown value and for the pool of the hidden ones, if large. */
function testCells(
  lines: readonly ProblemRow[],
  tally: Tally,
  minimum: number,
): { readonly shown: readonly TestCell[]; readonly pool: TestCell | null } {
  const cells = lines.map((row) => ({
    shown: row.status === 'shown',
    ...countedOf(tally, row, row),
  }));
  const hidden = cells.filter((one) => !one.shown);
  const pool = {
    yes: together(hidden.map((one) => one.yes)),
    base: together(hidden.map((one) => one.base)),
  };
  // A pool of one would be that value itself.
  const fits = hidden.length > 1 && isLarge(pool.yes.sums.n, pool.base.sums.n, minimum);
  return { shown: cells.filter((one) => one.shown), pool: fits ? pool : null };
}

interface TestCell {
  readonly yes: Counted;
  readonly base: Counted;
}

function testOf(cells: readonly TestCell[], { rows, strata }: RoundDesign): FTest | null {
  if (strata === null) {
    return raoScott(
      cells.map(({ yes, base }) => ({ yes: yes.sums, base: base.sums })),
      rows,
    );
  }
  const groups = cells.map(({ yes, base }, i) => ({
    group: String(i),
    yes: yes.cells(),
    no: combineCells(base.cells(), yes.cells(), lessSums),
  }));
  return raoScottDesign(tableStrata(groups, strata));
}

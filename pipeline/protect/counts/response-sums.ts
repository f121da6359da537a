/** The sums of response.csv. */
import type { ResponseRow } from '../../aggregate/tables.ts';
import { isUncovered } from '../../aggregate/uncovered.ts';
import { groupBy } from '../../group-by.ts';
import { type Counts, cellName, everybodyIn } from './count-cells.ts';
import { furtherCells } from './further-counts.ts';
import { equal, type Relation } from './relation.ts';

/** used = Σ values of a group; those covered are the sum of the values with a head-count. */
export function responseSums(rows: readonly ResponseRow[], counts: Counts): readonly Relation[] {
  const groups = groupBy(
    rows.filter((row) => row.group !== 'all'),
    ({ round, group }) => [round, group].join('\u0001'),
  );
  return [...groups.values()].flatMap((own) => {
    const where = everybodyIn(own[0]!.round);
    const [used, all] = [cellName('used', where, ''), cellName('covered', where, '')];
    const there = rows.filter(({ round }) => round === own[0]!.round);
    const outside = own.filter((row) => isUncovered(row, there));
    const inside = own.filter((row) => !outside.includes(row));
    const names = (of: readonly ResponseRow[]) => of.map(furtherCells.response);
    const total = inside.reduce((n, row) => n + (row.respondents ?? 0), 0);
    // Of an outer group, values with a head-count may hold others without.
    const { n, fixed } = counts.get(all)!;
    const tells = total === n && !fixed;
    return [
      equal([used], names(own)),
      ...(tells ? [equal([all], names(inside)), equal([used], [all, ...names(outside)])] : []),
    ];
  });
}

/** The sums of the tables made beside the main ones: response rates, and means of scales. */
import { isUncovered } from '../../aggregate/response.ts';
import type { ClosedRow, CountTables, ResponseRow } from '../../aggregate/tables.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Counts, cellName, everybodyIn } from './count-cells.ts';
import { furtherCells } from './further-counts.ts';
import { equal, type Relation } from './relation.ts';

/** Tables of which lines, not only counts, tell what is tied together. */
export type TyingTables = Pick<CountTables, 'response' | 'closed'>;

export function furtherSums(
  tables: TyingTables,
  counts: Counts,
  survey: Survey,
): readonly Relation[] {
  // By weights of single respondents, which nobody else knows, a mean is no equation over counts.
  const isWeighted = survey.columns.weight !== null;
  return [...responseSums(tables.response, counts), ...(isWeighted ? [] : moments(tables.closed))];
}

/** used = Σ values of a group; those covered are the sum of the values with a head-count. */
function responseSums(rows: readonly ResponseRow[], counts: Counts): readonly Relation[] {
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

/** The mean and the standard deviation of a scale with its base are two equations over its points. */
function moments(rows: readonly ClosedRow[]): readonly Relation[] {
  const scales = rows.filter((row) => row.type === 'scale');
  const lines = groupBy(scales, (row) =>
    [row.round, row.question, row.group, row.value].join('\u0001'),
  );
  return [...lines.values()].flatMap((line) => {
    const points = line.filter((row) => row.option !== '');
    const lowest = Math.min(...points.map((row) => Number(row.option)));
    return [1, 2].map(
      (power): Relation => ({
        is: 'zero',
        terms: [
          [cellName(power === 1 ? 'mean' : 'square', line[0]!, ''), -1],
          ...points.map(
            (row) =>
              [
                cellName('option', row, row.option),
                (Number(row.option) - lowest) ** power,
              ] as const,
          ),
        ],
      }),
    );
  });
}

/** Respondents for whom the file of head-counts has nobody, as problems for the user to mend. */
import { type Problem, problem } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { nearName } from '../read/near-name.ts';
import type { Population } from '../read/population.ts';
import type { WeightingCell } from '../statistics/weighting-cell.ts';
import type { Survey } from '../survey/survey.ts';

/** A weighting cell with respondents in a round that gives it no head-count. */
export interface UnknownCell {
  readonly round: string;
  readonly cell: WeightingCell;
}

/** One a cell over all rounds, with the row of the file whose name is nearest. */
export function unknownProblems(
  unknown: readonly UnknownCell[],
  { weighting }: Survey,
  { file, groups, lines }: Population,
): readonly Problem[] {
  const places = weighting.by.map((id) => groups.indexOf(id));
  const rows = new Map(
    lines.map(({ values, row }) => [places.map((at) => values[at]!).join(BETWEEN), row]),
  );
  const cells = groupBy(unknown, ({ cell }) => cell.key.join(BETWEEN));
  return [...cells].map(([cell, own]) => {
    const n = own.reduce((sum, one) => sum + one.cell.n, 0);
    const values = { n, cell, rounds: own.map(({ round }) => round).join(', ') };
    const near = nearName(cell, [...rows.keys()]);
    return near === null
      ? problem('weighting-unknown-cell', { file }, values)
      : problem('weighting-cell-near', { file }, { ...values, near, row: rows.get(near)! });
  });
}

const BETWEEN = ' · ';

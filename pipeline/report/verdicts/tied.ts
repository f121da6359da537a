/** Which problems cannot be told apart from the most common one by how often they are mentioned. */
import { adjustWithin, alphaOf } from '../../aggregate/families.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { Panel } from '../../chart/panels.ts';
import { mcnemar } from '../../statistics/mcnemar.ts';
import type { CodeFigure } from './verdict.ts';

/**
 * The first of a descending list and all down to the last whose difference from it is not borne out.
 *
 * Both shares are of the same respondents, so that only those count who mentioned one of the two and
 * not the other: McNemar's test, exact, with effective numbers, adjusted over the comparisons with
 * the first. That intervals overlap does not make a tie (22 and 8 of 250 differ, and theirs do).
 * Where clusters were drawn a test would need their number, which is not published: there the order
 * is certain only where intervals do not overlap.
 *
 * @see McNemar (1947), Psychometrika 12:153; Schenker & Gentleman (2001), The American Statistician
 *   55:182, on overlap
 */
export function tiedWithFirst(
  model: ReportModel,
  panel: Panel,
  items: readonly CodeFigure[],
): readonly CodeFigure[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  const { columns, statistics } = model.survey;
  if (columns.cluster !== null) return overlapping(first, items);
  const both = sharesOfBoth(model, panel);
  const adjusted = adjustWithin(
    others,
    () => '',
    (other) => orderP(first, other, both(first.code, other.code)),
    statistics.correction,
  );
  const alpha = alphaOf(statistics);
  return items.slice(0, adjusted.findLastIndex((p) => p === null || p >= alpha) + 2);
}

function overlapping(first: CodeFigure, items: readonly CodeFigure[]): readonly CodeFigure[] {
  return items.filter((one) => one === first || one.figure.high >= first.figure.low);
}

/**
 * p of the order of two problems.
 *
 * @param both share of those who mentioned both
 */
function orderP({ figure: a }: CodeFigure, { figure: b }: CodeFigure, both: number): number {
  const n = Math.min(a.n_effective, b.n_effective);
  const only = ({ share }: { readonly share: number }) => Math.round(n * Math.max(0, share - both));
  return mcnemar(only(a), only(b))?.exact ?? 1;
}

/** The share of those who mentioned two problems; 0 where it is hidden, which makes a test less sure. */
function sharesOfBoth(model: ReportModel, panel: Panel): (a: string, b: string) => number {
  const keyOf = (a: string, b: string) => JSON.stringify([a, b].toSorted());
  const shares = new Map(
    model.tables.pairs
      .filter((row) => row.question === panel.question.id && row.round === panel.latest.id)
      .map((row) => [keyOf(row.code_a, row.code_b), row.share ?? 0] as const),
  );
  return (a, b) => shares.get(keyOf(a, b)) ?? 0;
}

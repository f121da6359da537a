/** Shares under known weights, from which hidden counts could be worked out. */
import type { ClosedRow, CountTables, ShareFigures, Where } from '../../aggregate/tables.ts';
import { type EqualWeights, weightedBy } from '../../aggregate/weight-groups.ts';
import type { Survey } from '../../survey/survey.ts';
import { coarse, coarseMean } from './line.ts';
import { type Item, itemsIn, keyOf, wideningOf } from './widen.ts';

/** What is known here and published nowhere. */
export interface Unpublished {
  /** The same tables, line by line, before anything was hidden. */
  readonly before: CountTables;
  readonly weights: EqualWeights;
}

/**
 * Where weights go by a group, the share of everybody is one more equation over the counts of its
 * values. If any of these is hidden, all shares of that code, theme or option in that round are given
 * in steps so wide that many counts fit, with the interval of the rounded share, and of pairs with
 * that code only how many they are of: lift and odds would give its share exactly. Lines whose people
 * all have one weight say no more than their head-counts, and stay as they are.
 *
 * Strata and clusters tie the variance of everybody's share to the counts of those that lie in one: there
 * n_effective is rounded down to 1, 2 or 5 of its order, and the interval is made with that.
 *
 * @param tables after hiding
 */
export function coarsen<T extends CountTables>(
  tables: T,
  unpublished: Unpublished,
  survey: Survey,
): T {
  const byGroup = weightedBy([...tables.problems, ...tables.closed], survey);
  const hidden = new Set<string>();
  const note = (row: Where & ShareFigures, ...items: readonly string[]) => {
    if (row.status !== 'suppressed' || !byGroup(row)) return;
    for (const item of items) hidden.add(keyOf(row, item));
  };
  for (const row of tables.problems) note(row, codeItem(row), row.code, ANY_CODE);
  for (const row of tables.themes) note(row, row.theme);
  for (const row of tables.closed) note(row, row.option, ANY_OPTION);
  if (hidden.size === 0) return tables;
  const isHidden = (row: Pick<Where, 'round' | 'question'>, item: string) =>
    hidden.has(keyOf(row, item));
  const items = itemsIn([
    ...asItems(tables.problems, unpublished.before.problems, codeItem, isHidden),
    ...asItems(tables.themes, unpublished.before.themes, ({ theme }) => theme, isHidden),
    ...asItems(tables.closed, unpublished.before.closed, ({ option }) => option, isHidden),
    ...asItems(tables.bases.map(ofAll), tables.bases.map(ofAll), codeItem, isHidden),
  ]);
  const up = wideningOf(items, unpublished.weights, survey);
  const round = <Row extends ShareFigures & Pick<Where, 'round' | 'question'>>(
    row: Row,
    item: string,
  ): Row => (isHidden(row, item) ? coarse(row, survey, up(keyOf(row, item))) : row);
  return {
    ...tables,
    problems: tables.problems.map((row) => round(row, codeItem(row))),
    themes: tables.themes.map((row) => round(row, row.theme)),
    closed: tables.closed.map((row): ClosedRow => {
      const share = round(row, row.option);
      return isHidden(row, ANY_OPTION) ? coarseMean(share, survey) : share;
    }),
    sensitivity: tables.sensitivity.map((row) => round(row, codeItem(row))),
    bases: tables.bases.map((row) => {
      if (row.of !== 'mentions') return round(row, codeItem(row));
      const item = isHidden(row, codeItem(row)) ? codeItem(row) : ANY_CODE;
      return round(row, item);
    }),
    pairs: tables.pairs.map((row) =>
      [row.code_a, row.code_b].some((code) => isHidden(row, code))
        ? { ...row, lift: null, odds_ratio: null, odds_low: null, odds_high: null }
        : row,
    ),
  };
}

/** All codes make up the mentions that each is a share of. */
const ANY_CODE = '\u0002';

/** All points of a scale make up its mean. */
const ANY_OPTION = '\u0003';

function codeItem({ taxonomy, code }: { readonly taxonomy: string; readonly code: string }) {
  return `${taxonomy}\u0002${code}`;
}

function ofAll<Row extends object>(row: Row): Row & Pick<Where, 'group' | 'value'> {
  return { ...row, group: 'all', value: '' };
}

/** The lines of items that are to be coarse, before and after hiding. */
function asItems<Row extends Where & ShareFigures>(
  after: readonly Row[],
  before: readonly Row[],
  itemOf: (row: Row) => string,
  isHidden: (row: Row, item: string) => boolean,
): readonly Item[] {
  return after.flatMap((row, i) => {
    const item = itemOf(row);
    return isHidden(row, item) ? [{ item, after: row, before: before[i]! }] : [];
  });
}

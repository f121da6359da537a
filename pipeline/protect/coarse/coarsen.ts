/** Shares under known weights, from which hidden counts could be worked out. */
import type {
  BasesRow,
  ClosedRow,
  CountTables,
  ProblemRow,
  ShareFigures,
  Where,
} from '../../aggregate/tables.ts';
import { type GroupWeights, weightedBy } from '../../aggregate/weight-groups.ts';
import { entry } from '../../entry.ts';
import { groupBy } from '../../group-by.ts';
import type { Survey } from '../../survey/survey.ts';
import { NO_ODDS } from '../protect.ts';
import { estimateOf, FINEST, type Line, type Lines, stepOver } from './estimate.ts';
import { coarse, coarseMean, isOfHeads, type PointTold, type Told } from './line.ts';

/**
 * Where weights go by a group, the share of everybody is one more equation over the counts of its
 * values. If any of these is hidden, shares of that code, theme or option in that round are told as far
 * as they follow from what is shown (`estimate.ts`), with intervals wider by as much as that may be wrong,
 * and means of scales likewise; of pairs with that code only how many they are: their share is such an
 * equation too, and lift and odds would give that of the code exactly. Lines whose people all have one
 * weight say no more than their head-counts, and stay as they are.
 *
 * Strata and clusters tie the variance of everybody's share to the counts of those that lie in one: there
 * n_effective is rounded down to 1, 2 or 5 of its order, and the interval is made with that.
 *
 * @param tables after hiding
 * @param weights of respondents in the groups that they go by
 */
export function coarsen<T extends CountTables>(
  tables: T,
  weights: GroupWeights,
  survey: Survey,
): T {
  const byGroup = weightedBy(weights, survey);
  const hidden = new Set<string>();
  const note = (row: Line, ...items: readonly string[]) => {
    if (row.status !== 'suppressed' || !byGroup(row)) return;
    for (const item of items) hidden.add(keyOf(row, item));
  };
  for (const row of tables.problems) note(row, codeItem(row), row.code, ANY_CODE);
  for (const row of tables.themes) note(row, row.theme);
  for (const row of tables.closed) note(row, row.option, ANY_OPTION);
  if (hidden.size === 0) return tables;
  const isHidden = (row: Pick<Where, 'round' | 'question'>, item: string) =>
    hidden.has(keyOf(row, item));
  const tell = <Row extends Line>(rows: readonly Row[], itemOf: Items<Row>, baseOf: Items<Row>) =>
    teller(rows, itemOf, baseOf, isHidden, weights, survey);
  const problem = tell(tables.problems, codeItem, ({ taxonomy }) => taxonomy);
  const theme = tell(
    tables.themes,
    ({ theme: id }) => id,
    ({ theme: id }) => id,
  );
  const closed = tell(
    tables.closed,
    ({ option }) => option,
    () => '',
  );
  const change = <Row extends Line>(row: Row, item: string, told: (row: Row) => Told): Row =>
    isHidden(row, item) ? coarse(row, told(row), survey) : row;
  const ofAll = allBy(tables.problems, problem);
  const points = pointsBy(tables.closed, closed);
  return {
    ...tables,
    problems: tables.problems.map((row) => change(row, codeItem(row), problem)),
    themes: tables.themes.map((row) => change(row, row.theme, theme)),
    closed: tables.closed.map((row): ClosedRow => {
      if (row.option !== '') return change(row, row.option, closed);
      return isHidden(row, ANY_OPTION) ? coarseMean(row, points(row), survey) : row;
    }),
    sensitivity: tables.sensitivity.map((row) =>
      isHidden(row, codeItem(row)) ? coarse(row, byHeads(row, ofAll(row)), survey) : row,
    ),
    bases: tables.bases.map((row) => {
      const item = row.of === 'mentions' ? ANY_CODE : codeItem(row);
      return isHidden(row, item) ? coarse(row, onBase(row, ofAll), survey) : row;
    }),
    pairs: tables.pairs.map((row) =>
      [row.code_a, row.code_b].some((code) => isHidden(row, code))
        ? { ...row, ...NO_SHARE, ...NO_ODDS }
        : row,
    ),
  };
}

const NO_SHARE = { share: null, low: null, high: null } as const;

/** All codes make up the mentions that each is a share of. */
const ANY_CODE = '\u0002';

/** All points of a scale make up its mean. */
const ANY_OPTION = '\u0003';

type Items<Row> = (row: Row) => string;
type Place = Pick<Where, 'round' | 'question'>;

function codeItem({ taxonomy, code }: { readonly taxonomy: string; readonly code: string }) {
  return `${taxonomy}\u0002${code}`;
}

function keyOf({ round, question }: Place, item: string): string {
  return [round, question, item].join('\u0001');
}

/**
 * What is told of the share in a line: of an item of which nothing is hidden, the share.
 *
 * @param itemOf code, theme or option
 * @param baseOf what is the same of lines at a place that have one base
 */
function teller<Row extends Line>(
  rows: readonly Row[],
  itemOf: Items<Row>,
  baseOf: Items<Row>,
  isHidden: (row: Row, item: string) => boolean,
  weights: GroupWeights,
  survey: Survey,
): (row: Row) => Told {
  const byItem = new Map<string, Row[]>();
  const bases = new Map<string, number>();
  const placeOf = (where: Where, base: string) =>
    [where.round, where.question, base, where.group, where.value].join('\u0001');
  for (const row of rows) {
    if (row.base !== null) bases.set(placeOf(row, baseOf(row)), row.base);
    if (isHidden(row, itemOf(row))) entry(byItem, keyOf(row, itemOf(row)), () => []).push(row);
  }
  return (row) => {
    const { share } = row;
    if (share === null) return null;
    if (!isHidden(row, itemOf(row)) || isOfHeads(row, survey))
      return { share, error: 0, step: FINEST };
    const lines: Lines = {
      lines: byItem.get(keyOf(row, itemOf(row)))!,
      baseAt: (where) => bases.get(placeOf(where, baseOf(row))) ?? null,
    };
    return estimateOf(row, lines, weights, survey);
  };
}

/** Of a code the line of everybody, what is told of its share, and that of all problems beside it. */
interface OfCode {
  readonly main: ProblemRow;
  readonly told: Told;
  readonly beside: () => readonly Told[];
}

type OfAll = (row: Pick<BasesRow, 'round' | 'question' | 'taxonomy' | 'code'>) => OfCode | null;

function allBy(problems: readonly ProblemRow[], tell: (row: ProblemRow) => Told): OfAll {
  const all = problems.filter(({ group }) => group === 'all');
  const byCode = new Map(all.map((row) => [keyOf(row, codeItem(row)), row]));
  const beside = groupBy(
    all.filter(({ level }) => level === 1),
    (row) => keyOf(row, row.taxonomy),
  );
  return (row) => {
    const main = byCode.get(keyOf(row, codeItem(row)));
    if (main === undefined) return null;
    return {
      main,
      told: tell(main),
      beside: () => beside.get(keyOf(row, row.taxonomy))!.map(tell),
    };
  };
}

/** The share among others of whom heads alone are shown: as much more or less as by heads. */
function byHeads({ n, base }: ShareFigures, all: OfCode | null): Told {
  if (all === null || all.told === null || !n || !base) return null;
  const { main, told } = all;
  return !main.n || !main.base ? null : scaled(told, n / base / (main.n / main.base));
}

/** The share of all asked, who are known as well as the base is; or of what is told of all mentions. */
function onBase(row: BasesRow, ofAll: OfAll): Told {
  const all = ofAll(row);
  if (all === null || all.told === null || !row.share || !all.main.share) return null;
  if (row.of === 'asked') return scaled(all.told, row.share / all.main.share);
  const beside = all.beside();
  const told = beside.filter((one) => one !== null);
  if (told.length < beside.length) return null;
  const mentions = told.reduce((sum, { share }) => sum + share, 0);
  const errors = told.reduce((sum, { error }) => sum + error, 0);
  const { share, error, step } = scaled(all.told, 1 / mentions);
  // Mentions have no interval that could tell how far it may be wrong.
  const most = error + (share * errors) / mentions;
  return { share, error: most, step: Math.max(step, stepOver(most)) };
}

function scaled({ share, error, step }: NonNullable<Told>, times: number): NonNullable<Told> {
  return { share: Math.min(1, share * times), error: error * times, step };
}

/** Of each place what is told of all points of a scale; null where that is too little. */
function pointsBy(
  closed: readonly ClosedRow[],
  tell: (row: ClosedRow) => Told,
): (place: ClosedRow) => readonly PointTold[] | null {
  const placeOf = ({ round, question, group, value }: ClosedRow) =>
    [round, question, group, value].join('\u0001');
  const options = groupBy(
    closed.filter(({ option }) => option !== ''),
    placeOf,
  );
  return (place) => {
    const own = options.get(placeOf(place)) ?? [];
    const points = own.map((one) => ({ point: Number(one.option), told: tell(one) }));
    if (points.length === 0 || points.some(({ told }) => told === null)) return null;
    return points.map(({ point, told }) => ({ point, ...told! }));
  };
}

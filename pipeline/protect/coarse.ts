/** Shares under known weights, from which hidden counts could be worked out. */
import type { ClosedRow, CountTables, ShareFigures, Where } from '../aggregate/tables.ts';
import { isDesigned, saysHeadCounts, weightedBy } from '../aggregate/weight-groups.ts';
import { shareInterval } from '../statistics/interval.ts';
import type { Interval } from '../statistics/wilson.ts';
import type { Survey } from '../survey/survey.ts';

/**
 * Where weights go by a group, the share of everybody is one more equation over the counts of its
 * values. If any of these is hidden, all shares of that code, theme or option in that round are given
 * in steps so wide that many counts fit, with the interval of the rounded share, and of pairs with
 * that code only how many they are of: lift and odds would give its share exactly. Lines whose people
 * all have one weight say no more than their head-counts, and stay as they are.
 *
 * Strata and clusters tie the variance of everybody's share to the counts of those that lie in one: there
 * n_effective is rounded down to 1, 2 or 5 of its order, and the interval is made with that.
 */
export function coarsen<T extends CountTables>(tables: T, survey: Survey): T {
  const byGroup = weightedBy([...tables.problems, ...tables.closed], survey);
  const hidden = new Set<string>();
  const note = (row: Where & ShareFigures, item: string) => {
    if (row.status === 'suppressed' && byGroup(row)) hidden.add(keyOf(row, item));
  };
  for (const row of tables.problems) {
    note(row, `${row.taxonomy}\u0002${row.code}`);
    note(row, row.code);
    note(row, ANY_CODE);
  }
  for (const row of tables.themes) note(row, row.theme);
  for (const row of tables.closed) {
    note(row, row.option);
    note(row, ANY_OPTION);
  }
  if (hidden.size === 0) return tables;
  const round = <Row extends ShareFigures & Pick<Where, 'round' | 'question'>>(
    row: Row,
    item: string,
  ): Row => (hidden.has(keyOf(row, item)) ? coarse(row, survey) : row);
  return {
    ...tables,
    problems: tables.problems.map((row) => round(row, `${row.taxonomy}\u0002${row.code}`)),
    themes: tables.themes.map((row) => round(row, row.theme)),
    closed: tables.closed.map((row) => coarseMean(round(row, row.option), hidden, survey)),
    sensitivity: tables.sensitivity.map((row) => round(row, `${row.taxonomy}\u0002${row.code}`)),
    bases: tables.bases.map((row) =>
      round(row, row.of === 'mentions' ? ANY_CODE : `${row.taxonomy}\u0002${row.code}`),
    ),
    pairs: tables.pairs.map((row) =>
      [row.code_a, row.code_b].some((code) => hidden.has(keyOf(row, code)))
        ? { ...row, lift: null, odds_ratio: null, odds_low: null, odds_high: null }
        : row,
    ),
  };
}

/** All codes make up the mentions that each is a share of. */
const ANY_CODE = '\u0002';

/** All points of a scale make up its mean. */
const ANY_OPTION = '\u0003';

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

function coarse<Row extends ShareFigures>(row: Row, survey: Survey): Row {
  const { share, base, n_effective: exact } = row;
  if (share === null || base === null || saysHeadCounts(row, survey)) return row;
  if (isDesigned(survey)) return coarseDesign({ ...row, share, base }, survey);
  const step = stepOf(base, exact, survey.privacy.minimum);
  const rounded = inSteps(share, step);
  // From two of its digits the weights of a few could follow; the interval is made with one.
  const effective = exact === null ? null : Number(exact.toPrecision(1));
  const limits = row.low === null ? null : intervalOf(rounded, base, effective, survey);
  return {
    ...row,
    share: rounded,
    low: limits === null ? null : inSteps(limits.low, 0.01),
    high: limits === null ? null : inSteps(limits.high, 0.01),
    n_effective: null,
  };
}

/** @param effective n_effective, taken for the size of a simple sample */
function intervalOf(
  share: number,
  base: number,
  effective: number | null,
  { statistics }: Survey,
): Interval | null {
  if (effective === null) return null;
  const variance = (share * (1 - share)) / effective;
  const estimate = { share, variance, n: base, nEffective: effective, df: base - 1 };
  return shareInterval(statistics.interval, estimate, statistics.confidence);
}

/** The interval is as many times as wide as the exact one is for its degrees of freedom. */
function coarseDesign<Row extends ShareFigures & { readonly share: number; readonly base: number }>(
  row: Row,
  survey: Survey,
): Row {
  const { n, share, base, low, high, n_effective: exact } = row;
  const effective = exact === null ? null : roundedDown(exact);
  const ofHeads = n !== null && Math.abs(share - n / base) < 1e-9;
  const rounded = ofHeads ? share : inSteps(share, stepOf(base, effective, survey.privacy.minimum));
  const figures = { ...row, share: rounded, low: null, high: null, n_effective: effective };
  const simple = intervalOf(share, base, exact, survey);
  const coarser = intervalOf(rounded, base, effective, survey);
  if (low === null || high === null || simple === null || coarser === null) return figures;
  const times = Math.max(1, Math.ceil((10 * (high - low)) / (simple.high - simple.low)) / 10);
  return {
    ...figures,
    low: inSteps(Math.max(0, rounded - times * (rounded - coarser.low)), 0.01),
    high: inSteps(Math.min(1, rounded + times * (coarser.high - rounded)), 0.01),
  };
}

/** @example roundedDown(62.7) // 50 */
function roundedDown(effective: number): number {
  const order = 10 ** Math.floor(Math.log10(effective));
  return [5, 2, 1].find((digit) => digit * order <= effective)! * order;
}

/** A mean in steps as wide, its interval as far on either side; other lines are left as they are. */
function coarseMean(row: ClosedRow, hidden: ReadonlySet<string>, survey: Survey): ClosedRow {
  const { mean, sd, base, low, high } = row;
  if (mean === null || base === null || saysHeadCounts(row, survey)) return row;
  if (!hidden.has(keyOf(row, ANY_OPTION))) return row;
  const step = Math.max(0.1, stepOf(base, row.n_effective, survey.privacy.minimum));
  const rounded = inSteps(mean, step);
  const half = low === null || high === null ? null : inSteps((high - low) / 2, 0.1);
  return {
    ...row,
    mean: rounded,
    sd: sd === null ? null : inSteps(sd, 0.1),
    low: half === null ? null : inSteps(rounded - half, 0.01),
    high: half === null ? null : inSteps(rounded + half, 0.01),
  };
}

/**
 * A step that as many people as the minimum must move between two values of the group to take.
 *
 * One person moves the share by the difference of two weights over the sum of all; weights differ by
 * four times their standard deviation, which Kish's number tells, or by the mean where there is none.
 */
function stepOf(base: number, effective: number | null, minimum: number): number {
  const deviation = effective === null ? 1 : Math.sqrt(Math.max(0, base / effective - 1));
  const least = (minimum * 4 * deviation) / base;
  return STEPS.find((step) => step >= least) ?? STEPS.at(-1)!;
}

function inSteps(share: number, step: number): number {
  return Math.round(Math.round(share / step) * step * 100) / 100;
}

function keyOf({ round, question }: Pick<Where, 'round' | 'question'>, item: string): string {
  return [round, question, item].join('\u0001');
}

/** trends.csv: each round against the one before, and the last against the first. */
import { groupBy } from '../group-by.ts';
import { rowOf } from '../row.ts';
import { roundsAtHand } from '../survey/counted-elsewhere.ts';
import type { Survey } from '../survey/survey.ts';
import { type Comparison, compareShares } from './compare.ts';
import { adjustWithin, directionOf } from './families.ts';
import type { ProblemRow, TrendRow } from './tables.ts';

/**
 * Trends from the protected table of problems: a comparison is shown only where both its sides are.
 *
 * p is adjusted within question × pair of rounds × level × group, comparisons that are not shown
 * included; `change` follows p_adjusted.
 */
export function trendRows(problems: readonly ProblemRow[], survey: Survey): readonly TrendRow[] {
  const rounds = survey.rounds.map((one) => one.id);
  const series = groupBy(problems, (row) =>
    JSON.stringify([row.question, row.taxonomy, row.code, row.group, row.value]),
  );
  const steps = pairsOf(rounds);
  const compared = [...series.values()].flatMap((rows) =>
    steps.flatMap(([from, to]) => {
      const [before, after] = [from, to].map((id) => rows.find((row) => row.round === id));
      if (before === undefined || after === undefined) return [];
      const comparison = compareShares(before, after, survey.statistics);
      return [{ before, after, comparison }];
    }),
  );
  const familyOf = ({ before, after }: { before: ProblemRow; after: ProblemRow }) =>
    JSON.stringify([before.question, before.round, after.round, before.level, before.group]);
  const adjusted = adjustWithin(
    compared,
    familyOf,
    ({ before, after, comparison }) =>
      isHidden([before, after]) ? 'hidden' : (comparison?.p ?? null),
    survey.statistics.correction,
  );
  return compared.map(({ before, after, comparison }, i) =>
    trendRow(before, after, comparison, adjusted[i]!, survey.statistics),
  );
}

/** Consecutive rounds, then first with last where that is another pair. */
export function pairsOf(rounds: readonly string[]): readonly (readonly [string, string])[] {
  const steps = rounds.slice(1).map((to, i) => [rounds[i]!, to] as const);
  return rounds.length > 2 ? [...steps, [rounds[0]!, rounds.at(-1)!] as const] : steps;
}

/** Those pairs of a survey's rounds of which both were read here: single respondents are known. */
export function pairsAtHand(survey: Survey): readonly (readonly [string, string])[] {
  const atHand = roundsAtHand(survey);
  const pairs = pairsOf(survey.rounds.map(({ id }) => id));
  return pairs.filter((pair) => pair.every((round) => atHand.includes(round)));
}

/** Whether there would be a comparison if all of its lines were shown, and they are not. */
function isHidden(lines: readonly Pick<ProblemRow, 'status'>[]): boolean {
  return (
    lines.some(({ status }) => status === 'suppressed') &&
    lines.every(({ status }) => status !== 'no-base')
  );
}

function trendRow(
  before: ProblemRow,
  after: ProblemRow,
  comparison: Comparison | null,
  adjusted: number | null,
  settings: Survey['statistics'],
): TrendRow {
  const { question, code, group, value } = before;
  const where = { question, code, group, value, from: before.round, to: after.round };
  if (comparison === null) return rowOf(where, NO_CHANGE);
  const change = directionOf(comparison.difference, adjusted, settings);
  const shares = { share_from: before.share, share_to: after.share };
  return rowOf(where, shares, comparison, { p_adjusted: adjusted, change, shown: 'yes' });
}

/** Of a change that is not shown. */
export const NO_CHANGE = {
  share_from: null,
  share_to: null,
  difference: null,
  low: null,
  high: null,
  p: null,
  p_adjusted: null,
  change: '',
  shown: 'no',
} as const;

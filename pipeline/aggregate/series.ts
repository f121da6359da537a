/** Series: each share over all rounds that asked its question, tested for a steady rise or fall. */
import { groupBy } from '../group-by.ts';
import { rowOf } from '../row.ts';
import { trendTest } from '../statistics/trend-test.ts';
import { isComparable } from '../survey/question-in.ts';
import type { Question, Survey } from '../survey/survey.ts';
import { adjustWithin, directionOf } from './families.ts';
import type { ProblemRow, SeriesRow } from './tables.ts';

/** Two rounds are a change, not a trend. */
const FEWEST_ROUNDS = 3;

/**
 * The trend of every problem over the rounds, from the protected table of problems.
 *
 * Cochran–Armitage test of the shown shares with n_effective; a round's score is its place in the
 * survey, so a round that is hidden or did not ask leaves a gap and does not draw its neighbours
 * together. p is adjusted within question × level × group; `direction` follows p_adjusted. Not
 * tested are series with fewer than three shown rounds, and those of a question that was not the
 * same in all rounds that asked it: coded with another taxonomy or asked in another form.
 *
 * @returns one row a question × taxonomy × code × group × value, in order of first appearance
 * @see trendTest
 */
export function seriesRows(
  problems: readonly ProblemRow[],
  survey: Pick<Survey, 'rounds' | 'questions' | 'statistics'>,
): readonly SeriesRow[] {
  const place = new Map(survey.rounds.map(({ id }, at) => [id, at]));
  const broken = new Set(survey.questions.filter(isBroken).map(({ id }) => id));
  const series = groupBy(problems, (row) =>
    JSON.stringify([row.question, row.taxonomy, row.code, row.group, row.value]),
  );
  const tested = [...series.values()].map((rows) => {
    const shares = rows.flatMap(({ round, status, share, n_effective: n }) =>
      status === 'shown' && share !== null && n !== null
        ? [{ share, n, score: place.get(round) ?? 0 }]
        : [],
    );
    const shown = shares.length >= FEWEST_ROUNDS && !broken.has(rows[0]!.question);
    const asked = rows.filter(({ status }) => status !== 'no-base');
    const isHidden = !shown && asked.length >= FEWEST_ROUNDS && !broken.has(rows[0]!.question);
    const test = shown ? trendTest(shares) : null;
    return { row: rows[0]!, rounds: shares.length, shown, isHidden, test };
  });
  const adjusted = adjustWithin(
    tested,
    ({ row }) => JSON.stringify([row.question, row.level, row.group]),
    ({ test, isHidden }) => (isHidden ? 'hidden' : (test?.p ?? null)),
    survey.statistics.correction,
  );
  return tested.map(({ row, rounds, shown, test }, i): SeriesRow => {
    const { question, taxonomy, code, group, value } = row;
    const p_adjusted = adjusted[i]!;
    const direction = directionOf(test?.z ?? 0, p_adjusted, survey.statistics);
    const [z, p] = [test?.z ?? null, test?.p ?? null];
    const where = { question, taxonomy, code, group, value, rounds, z, p, p_adjusted };
    return rowOf(where, shown ? { direction, shown: 'yes' } : NOT_SHOWN);
  });
}

const NOT_SHOWN = { direction: '', shown: 'no' } as const;

/** Whether the rounds that asked a question did not ask, or code, the same. */
function isBroken(question: Question): boolean {
  const [first, ...others] = question.asked;
  return others.some(
    (round) =>
      !isComparable(question, first!, round) ||
      taxonomyIn(question, first!) !== taxonomyIn(question, round),
  );
}

/** The taxonomy a round codes a question with; empty where that does not depend on the round. */
function taxonomyIn(question: Question, round: string): string {
  if (question.type !== 'open' || question.taxonomy.by !== 'round') return '';
  return question.taxonomy.taxonomies.get(round) ?? '';
}

/** Verdicts about scales, between rounds that follow each other. */
import type { ClosedRow } from '../../aggregate/tables.ts';
import { isTooFewForMean, type MeanFigure } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import { isComparable, questionIn } from '../../survey/question-in.ts';
import type { ScaleQuestion } from '../../survey/survey.ts';
import type { NotComparable, ScaleMoved, TooFew } from './verdict.ts';

type ScaleVerdict = ScaleMoved | NotComparable | TooFew;

/** Whether scales moved to the survey's last round from the one before, and which do not compare. */
export function scaleVerdicts(model: ReportModel): readonly ScaleVerdict[] {
  const scales = model.survey.questions.filter((one) => one.type === 'scale');
  return [
    ...scales.flatMap((question) => movedOf(model, question) ?? []),
    ...scales.flatMap(brokenOf),
  ];
}

/** Null unless scale_trends.csv shows the survey's last two rounds. */
function movedOf(model: ReportModel, question: ScaleQuestion): ScaleMoved | TooFew | null {
  const [from, to] = model.survey.rounds.slice(-2).map(({ id }) => id);
  const row = model.tables.scale_trends.find(
    (one) =>
      one.question === question.id && one.group === 'all' && one.from === from && one.to === to,
  );
  if (from === undefined || to === undefined || row === undefined) return null;
  const { difference, low, high, p_adjusted, change } = row;
  const [before, after] = [from, to].map((round) => meanIn(model.tables.closed, question, round));
  if (!before || !after || difference === null || low === null || high === null) return null;
  const about = { question: question.id, taxonomy: '' };
  const fewer = before.n_effective < after.n_effective ? before : after;
  if (isTooFewForMean(fewer)) {
    const { base, n_effective } = fewer;
    const round = fewer === before ? from : to;
    return { kind: 'too-few', ...about, round, codes: [], base, n_effective };
  }
  const { range } = questionIn(question, to) ?? question;
  return {
    kind: 'scale-moved',
    ...about,
    ...{ range, from, to, before, after, difference, low, high, p_adjusted },
    direction: change === '' ? 'no-evidence' : change,
  };
}

function meanIn(
  rows: readonly ClosedRow[],
  question: ScaleQuestion,
  round: string,
): MeanFigure | null {
  const row = rows.find(
    (one) =>
      one.question === question.id &&
      one.round === round &&
      one.group === 'all' &&
      one.option === '',
  );
  if (row === undefined || row.status !== 'shown') return null;
  const { mean, low, high, base, n_effective } = row;
  if (mean === null || low === null || high === null || base === null || n_effective === null) {
    return null;
  }
  return { mean, low, high, base, n_effective };
}

/** Rounds that follow each other in asking a scale, but with another range. */
function brokenOf(question: ScaleQuestion): readonly NotComparable[] {
  const about = { question: question.id, taxonomy: '', reason: 'range' } as const;
  return question.asked.slice(1).flatMap((to, i) => {
    const from = question.asked[i]!;
    return isComparable(question, from, to) ? [] : [{ kind: 'not-comparable', ...about, from, to }];
  });
}

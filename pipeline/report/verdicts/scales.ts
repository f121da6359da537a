/** Verdicts about means of scales, between rounds that follow each other. */
import { alphaOf } from '../../aggregate/families.ts';
import type { ClosedRow } from '../../aggregate/tables.ts';
import type { ReportModel } from '../../chart/model.ts';
import { adjust } from '../../statistics/adjust.ts';
import { normalQuantile, normalTwoSided } from '../../statistics/distributions.ts';
import { isComparable, questionIn } from '../../survey/question-in.ts';
import type { ScaleQuestion } from '../../survey/survey.ts';
import { isTooFewForMean, type MeanFigure } from './figure.ts';
import type { NotComparable, ScaleMoved, TooFew } from './verdict.ts';

type ScaleVerdict = ScaleMoved | NotComparable | TooFew;

/**
 * Whether means moved to the latest round from the one before, and which rounds do not compare.
 *
 * The interval of a difference is joined from those of the two means (Zou and Donner 2008,
 * Stat. Med. 27:1693), and so is its standard error, for a test adjusted over all scales.
 */
export function scaleVerdicts(model: ReportModel): readonly ScaleVerdict[] {
  const { survey } = model;
  const scales = survey.questions.filter((one) => one.type === 'scale');
  const moved = scales.flatMap((question) => movedOf(model, question) ?? []);
  const adjusted = adjust(
    moved.map(({ few, p }) => (few === null ? p : null)),
    survey.statistics.correction,
  );
  const verdicts = moved.map(({ few, verdict }, at): ScaleVerdict => {
    if (few !== null) return few;
    const p_adjusted = adjusted[at] ?? null;
    const sure = p_adjusted !== null && p_adjusted < alphaOf(survey.statistics);
    const direction = sure ? (verdict.difference > 0 ? 'up' : 'down') : 'no-evidence';
    return { kind: 'scale-moved', ...verdict, p_adjusted, direction };
  });
  return [...verdicts, ...scales.flatMap(brokenOf)];
}

interface Moved {
  readonly verdict: Omit<ScaleMoved, 'kind' | 'direction' | 'p_adjusted'>;
  readonly p: number | null;
  readonly few: TooFew | null;
}

/** Null unless the survey's last two rounds have a shown mean of the same scale. */
function movedOf(model: ReportModel, question: ScaleQuestion): Moved | null {
  const [from, to] = model.survey.rounds.slice(-2).map(({ id }) => id);
  if (from === undefined || to === undefined || !isComparable(question, from, to)) return null;
  const [before, after] = [from, to].map((round) => meanIn(model.tables.closed, question, round));
  if (!before || !after) return null;
  const about = { question: question.id, taxonomy: '' };
  const { range } = questionIn(question, to) ?? question;
  const difference = after.mean - before.mean;
  const low = difference - Math.hypot(after.mean - after.low, before.high - before.mean);
  const high = difference + Math.hypot(after.high - after.mean, before.mean - before.low);
  const fewer = before.n_effective < after.n_effective ? before : after;
  const round = fewer === before ? from : to;
  const { base, n_effective } = fewer;
  return {
    verdict: { ...about, range, from, to, before, after, difference, low, high },
    p: pOf(difference, (high - low) / 2, model.survey.statistics.confidence),
    few: isTooFewForMean(fewer)
      ? { kind: 'too-few', ...about, round, codes: [], base, n_effective }
      : null,
  };
}

/** Two-sided p of a difference from half its interval; null where the means do not vary. */
function pOf(difference: number, half: number, confidence: number): number | null {
  const error = half / normalQuantile((1 + confidence) / 2);
  return error > 0 ? normalTwoSided(difference / error) : null;
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

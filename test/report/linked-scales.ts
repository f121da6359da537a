/** The made-up survey with a scale for each of some problems. */
import type { ClosedRow } from '../../pipeline/aggregate/tables.ts';
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import type { ScaleQuestion } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { figures, MODEL } from './model.ts';

/** Null: the mean is hidden. */
export interface LinkedScale {
  readonly code: string;
  readonly mean: number | null;
  readonly range: readonly [number, number];
}

export function withScales(...scales: readonly LinkedScale[]): ReportModel {
  const { survey, tables } = MODEL;
  const old = survey.questions.find((one) => one.type === 'scale') as ScaleQuestion;
  const questions = scales.map(
    ({ code, range }): ScaleQuestion => ({
      ...old,
      ...{ id: `scale-${code}`, label: sameInAll(`量表${code}`), range, measures: code },
    }),
  );
  const rows = scales.map(({ code, mean }): ClosedRow => {
    const { n: _, ...known } = figures(mean === null ? 0.001 : 0.5, 900);
    const limits = mean === null ? {} : { low: mean - 0.1, high: mean + 0.1 };
    return {
      ...{ round: '2026-q3', question: `scale-${code}`, group: 'all', value: '' },
      ...{ type: 'scale', option: '', label: '', ...known, n: null, share: null },
      ...{ ...limits, mean, sd: mean === null ? null : 1 },
    };
  });
  return {
    ...MODEL,
    survey: {
      ...survey,
      questions: [...survey.questions.filter((one) => one.type !== 'scale'), ...questions],
    },
    tables: {
      ...tables,
      closed: [...tables.closed.filter((row) => row.type !== 'scale'), ...rows],
    },
  };
}

/** Verdicts about all rounds that asked a question. */

import { type Figure, figureOf, isTooFew } from '../../chart/figure.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { Panel } from '../../chart/panels.ts';
import { groupBy } from '../../group-by.ts';
import type { TrendOverRounds } from './verdict.ts';

/** One verdict a trend that is borne out; the others together, by the rounds they span. */
export function trendVerdicts(model: ReportModel, panel: Panel): readonly TrendOverRounds[] {
  const { question, taxonomy } = panel;
  const series = model.tables.series.filter(
    (row) => row.question === question.id && row.taxonomy === taxonomy.id && row.group === 'all',
  );
  const found = panel.order.flatMap((code): TrendOverRounds[] => {
    const row = series.find((one) => one.code === code);
    const points = pointsOf(panel, code);
    const [from, to] = [points[0], points.at(-1)];
    if (row === undefined || row.direction === '' || from === undefined || to === undefined) {
      return [];
    }
    if (points.some(({ figure }) => isTooFew(figure))) return [];
    const trend = { code, first: from.figure, last: to.figure, p_adjusted: row.p_adjusted };
    return [
      {
        kind: 'trend-over-rounds',
        ...{ question: question.id, taxonomy: taxonomy.id, from: from.round, to: to.round },
        ...{ direction: row.direction, rounds: row.rounds, trends: [trend] },
      },
    ];
  });
  const still = found.filter(({ direction }) => direction === 'no-evidence');
  const spans = groupBy(still, ({ from, to, rounds }) => JSON.stringify([from, to, rounds]));
  return [
    ...found.filter(({ direction }) => direction !== 'no-evidence'),
    ...[...spans.values()].map((alike) => ({
      ...alike[0]!,
      trends: alike.flatMap(({ trends }) => trends),
    })),
  ];
}

/** Shown shares of the whole sample, oldest first. */
function pointsOf(panel: Panel, code: string): readonly { round: string; figure: Figure }[] {
  return panel.rounds.flatMap(({ id: round }) => {
    const row = panel.rows.find(
      (one) => one.round === round && one.group === 'all' && one.code === code,
    );
    const figure = figureOf(row);
    return figure === null ? [] : [{ round, figure }];
  });
}

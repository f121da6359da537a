/** Problems over the rounds. */
import type { ShareFigures } from '../aggregate/tables.ts';
import { confidenceText, panelName } from './captions.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { codeName, entriesOf, roundName } from './names.ts';
import { latestTrends, overall, type Panel } from './panels.ts';
import { hue } from './theme.ts';
import { trendsChart } from './trends.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

export function drawTrends(model: ReportModel, panel: Panel): NamedChart {
  const entries = entriesOf(panel.taxonomy);
  // Rounds that did not ask it keep their place, so that no line is drawn across them.
  const { rounds } = model.survey;
  const byRound = rounds.map((round) => overall(panel, round.id));
  const asked = rounds.map(({ id }) => panel.question.asked.includes(id));
  return nameChart(
    { kind: 'trends', question: panel.question.id, taxonomy: panel.taxonomy.id },
    (lang) => {
      const words = CHART_WORDS[lang];
      const verdictOf = (code: string) => {
        const changed = latestTrends(model, panel, code).filter(
          (row) => row.change === 'up' || row.change === 'down',
        );
        const told = changed.map((row) => {
          const from = panel.rounds.find((round) => round.id === row.from);
          const since = fillIn(words.since, {
            round: from === undefined ? row.from : roundName(from, lang),
          });
          return `${row.change === 'up' ? words.up : words.down} ${since}`;
        });
        return told.length === 0 ? null : told.join('\n');
      };
      const panels = panel.order.flatMap((code) => {
        const entry = entries.get(code);
        if (entry === undefined) return [];
        const figures = byRound.map((rows) => (rows.get(code) as ShareFigures | undefined) ?? null);
        return [{ label: codeName(entry, lang), verdict: verdictOf(code), figures }];
      });
      return {
        title: fillIn(words.trendsTitle, { question: panelName(model, panel, lang) }),
        reading: joinReadings(lang, [
          fillIn(words.trendsReading, { confidence: confidenceText(model) }),
          ...(asked.includes(false) ? [words.notAskedReading] : []),
        ]),
        spec: (texts) =>
          trendsChart(
            panels,
            rounds.map((round) => roundName(round, lang)),
            {
              ...texts,
              lang,
              asked,
              colour: hue(panel.hue),
            },
          ),
      };
    },
  );
}

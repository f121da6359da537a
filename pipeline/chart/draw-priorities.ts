/** How common problems are and how severe, where scales measure at least three of them. */
import { confidenceText, panelName } from './captions.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { entriesOf, nameOfCode, questionName, roundName } from './names.ts';
import type { Panel } from './panels.ts';
import { prioritiesOf } from './priorities.ts';
import { priorityMap } from './priority-map.ts';
import { hue } from './theme.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

export function drawPriorities(model: ReportModel, panel: Panel): readonly NamedChart[] {
  const priorities = prioritiesOf(model, panel);
  if (priorities.length === 0) return [];
  const entries = entriesOf(panel.taxonomy);
  return [
    nameChart(
      { kind: 'priorities', question: panel.question.id, taxonomy: panel.taxonomy.id },
      (lang) => {
        const words = CHART_WORDS[lang];
        return {
          title: fillIn(words.prioritiesTitle, {
            question: panelName(model, panel, lang),
            round: roundName(panel.latest, lang),
          }),
          reading: joinReadings(lang, [
            fillIn(words.prioritiesReading, { confidence: confidenceText(model) }),
            words.prioritiesCaution,
          ]),
          spec: (texts) =>
            priorityMap(priorities, {
              ...texts,
              lang,
              colour: hue(panel.hue),
              nameOf: (code) => nameOfCode(entries, code, lang),
              scaleNameOf: ({ scale }) => questionName(scale, lang),
            }),
        };
      },
    ),
  ];
}

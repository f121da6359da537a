/** Units beside the whole, for any problem and for the most common ones. */
import type { Group } from '../survey/survey.ts';
import { panelName } from './captions.ts';
import { type FunnelPanel, funnelChart } from './funnel.ts';
import type { ReportModel } from './model.ts';
import { type ChartKind, type NamedChart, nameChart } from './named-chart.ts';
import { codeName, entriesOf, roundName, valueName } from './names.ts';
import type { Panel } from './panels.ts';
import { clean } from './text.ts';
import { hue } from './theme.ts';
import { innermostGroups, problemFunnels, type UnitFunnel, unitFunnel } from './units.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

export function drawUnits(model: ReportModel, panel: Panel): readonly NamedChart[] {
  return innermostGroups(model).flatMap((group) => {
    const any = unitFunnel(panel, group, panel.taxonomy.id);
    return [
      ...(any === null ? [] : [drawFunnels(model, panel, group, 'units', [any])]),
      ...drawProblemFunnels(model, panel, group),
    ];
  });
}

function drawProblemFunnels(model: ReportModel, panel: Panel, group: Group) {
  const funnels = problemFunnels(panel, group);
  return funnels.length === 0 ? [] : [drawFunnels(model, panel, group, 'unit-problems', funnels)];
}

function drawFunnels(
  model: ReportModel,
  panel: Panel,
  group: Group,
  kind: Extract<ChartKind, 'units' | 'unit-problems'>,
  funnels: readonly UnitFunnel[],
): NamedChart {
  const entries = entriesOf(panel.taxonomy);
  return nameChart(
    { kind, question: panel.question.id, taxonomy: panel.taxonomy.id, group: group.id },
    (lang) => {
      const words = CHART_WORDS[lang];
      const name = clean(group.label[lang]);
      const panels = funnels.map((funnel): FunnelPanel => {
        const entry = entries.get(funnel.code);
        return { label: entry === undefined ? '' : codeName(entry, lang), funnel };
      });
      return {
        title: fillIn(kind === 'units' ? words.unitsTitle : words.unitProblemsTitle, {
          question: panelName(model, panel, lang),
          group: name,
          round: roundName(panel.latest, lang),
        }),
        reading: joinReadings(lang, [
          fillIn(words.unitsReading, { group: name }),
          words.unitsBeyond,
          words.unitsHidden,
        ]),
        spec: (texts) =>
          funnelChart(panels, {
            ...texts,
            lang,
            colour: hue(panel.hue),
            nameOf: (value) => valueName(value, group, lang),
          }),
      };
    },
  );
}

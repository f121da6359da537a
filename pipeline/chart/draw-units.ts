/** Units beside the whole, for any problem and for the most common ones. */
import type { Group } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import { panelName } from './captions.ts';
import { type FunnelPanel, funnelChart } from './funnel.ts';
import type { ReportModel } from './model.ts';
import { type ChartKind, type NamedChart, nameChart } from './named-chart.ts';
import { codeName, entriesOf, nameOfCode, roundName, valueName } from './names.ts';
import type { Panel } from './panels.ts';
import { clean } from './text.ts';
import { hue } from './theme.ts';
import {
  FEWEST_UNITS,
  innermostGroups,
  MOST_UNITS,
  problemFunnels,
  problemsLeftOut,
  type UnitFunnel,
  unitFunnel,
} from './units.ts';
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
  const missing = kind === 'units' ? [] : problemsLeftOut(panel, funnels);
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
        title: fillIn(words[titleOf(kind, missing)], {
          question: panelName(model, panel, lang),
          group: name,
          round: roundName(panel.latest, lang),
        }),
        reading: joinReadings(lang, [
          fillIn(words.unitsReading, { group: name }),
          words.unitsBeyond,
          words.unitsHidden,
          ...leftOut(panel, missing, lang, name),
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

function titleOf(kind: 'units' | 'unit-problems', missing: readonly string[]) {
  if (kind === 'units') return 'unitsTitle';
  return missing.length === 0 ? 'unitProblemsTitle' : 'unitSomeProblemsTitle';
}

/** Which problems a reader would look for among the most common, and why they are missing. */
function leftOut(panel: Panel, codes: readonly string[], lang: Lang, group: string) {
  if (codes.length === 0) return [];
  const entries = entriesOf(panel.taxonomy);
  const names = codes.map((code) => nameOfCode(entries, code, lang));
  const values = { least: String(FEWEST_UNITS), most: String(MOST_UNITS), group };
  const list = names.join(lang === 'en' ? ', ' : '、');
  return [fillIn(CHART_WORDS[lang].unitProblemsLeftOut, { ...values, list })];
}

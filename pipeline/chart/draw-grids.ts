/** Problems by group, and problems mentioned together. */
import type { Group } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import { panelName } from './captions.ts';
import { type HeatCell, heatmapChart, heatmapWidth } from './heatmap.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { codeName, entriesOf, nameOfCode, roundName, valueName } from './names.ts';
import { groupValues, type Panel } from './panels.ts';
import { clean } from './text.ts';
import { hue } from './theme.ts';
import { pairsTogether } from './together.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

/** Groups of more values than this are told in tables only. */
export const MOST_COLUMNS = 24;

export function drawGroups(model: ReportModel, panel: Panel, group: Group): readonly NamedChart[] {
  const values = groupValues(panel, group.id);
  if (values.length === 0 || values.length > MOST_COLUMNS) return [];
  const entries = entriesOf(panel.taxonomy);
  const rows = panel.rows.filter((row) => row.group === group.id && row.round === panel.latest.id);
  const byValue = new Map(values.map((value) => [value, new Map<string, HeatCell>()] as const));
  for (const row of rows) byValue.get(row.value)?.set(row.code, { ...row, strength: null });
  const codes = panel.order.filter((code) => entries.has(code));
  const rowsIn = (lang: Lang) => codes.map((code) => codeName(entries.get(code)!, lang));
  const columnsIn = (lang: Lang) => values.map((value) => valueName(value, group, lang));
  return [
    nameChart(
      { kind: 'groups', question: panel.question.id, taxonomy: panel.taxonomy.id, group: group.id },
      (lang) => {
        const words = CHART_WORDS[lang];
        const name = clean(group.label[lang]);
        return {
          title: fillIn(words.groupsTitle, {
            question: panelName(model, panel, lang),
            group: name,
            round: roundName(panel.latest, lang),
          }),
          reading: joinReadings(lang, [words.groupsReading, words.hiddenReading]),
          spec: (texts) =>
            heatmapChart(
              rowsIn(lang),
              columnsIn(lang),
              codes.map((code) => values.map((value) => byValue.get(value)?.get(code) ?? null)),
              {
                ...texts,
                lang,
                colour: hue(panel.hue),
                rowTitle: words.problem,
                columnTitle: words.group,
              },
            ),
        };
      },
      (lang) => heatmapWidth(rowsIn(lang), columnsIn(lang)),
    ),
  ];
}

export function drawPairs(model: ReportModel, panel: Panel): readonly NamedChart[] {
  const codes = panel.order;
  const known = new Set(codes);
  const pairs = model.tables.pairs.filter(
    (row) =>
      row.question === panel.question.id &&
      row.round === panel.latest.id &&
      known.has(row.code_a) &&
      known.has(row.code_b),
  );
  if (pairs.length === 0) return [];
  const entries = entriesOf(panel.taxonomy);
  const together = pairsTogether(model, panel) ?? [];
  const cellOf = (a: string, b: string): HeatCell | null => {
    const isOf = (one: readonly [string, string]) => one.includes(a) && one.includes(b);
    const row = pairs.find(({ code_a, code_b }) => isOf([code_a, code_b]));
    // Common problems meet often by chance alone: colour is for those that meet more often.
    const strength = together.some(({ codes: pair }) => isOf(pair)) ? 1 : 0;
    return row === undefined ? null : { ...row, strength };
  };
  // Each pair once: below the diagonal. The first row and the last column would be empty.
  const rows = codes.slice(1);
  const columns = codes.slice(0, -1);
  const rowsIn = (lang: Lang) => rows.map((code) => nameOfCode(entries, code, lang));
  return [
    nameChart(
      { kind: 'pairs', question: panel.question.id, taxonomy: panel.taxonomy.id },
      (lang) => {
        const words = CHART_WORDS[lang];
        return {
          title: fillIn(words.pairsTitle, {
            question: panelName(model, panel, lang),
            round: roundName(panel.latest, lang),
          }),
          reading: joinReadings(lang, [
            words.pairsReading,
            together.length === 0 ? words.pairsUnmarked : words.pairsMarked,
            words.hiddenReading,
          ]),
          spec: (texts) =>
            heatmapChart(
              rowsIn(lang),
              columns,
              rows.map((a, at) => columns.map((b, index) => (index <= at ? cellOf(a, b) : null))),
              {
                ...texts,
                lang,
                colour: hue(panel.hue),
                rowTitle: words.problem,
                columnTitle: words.problem,
              },
            ),
        };
      },
      (lang) => heatmapWidth(rowsIn(lang), columns),
    ),
  ];
}

import { confidenceText, panelName, rankingReading } from './captions.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { codeName, entriesOf, roundName } from './names.ts';
import { overall, type Panel } from './panels.ts';
import { rankingChart } from './ranking.ts';
import { hue, topOf } from './theme.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

export function drawProblems(model: ReportModel, panel: Panel): NamedChart {
  const rows = panel.order.map((code) => ({ code, level: 1 as const }));
  return drawRanking(model, panel, { kind: 'problems', part: 0, parts: 1, rows });
}

/** Rows of one chart of sub-problems: no more than a printed page holds. */
const MOST_ROWS = 15;

export function drawSubproblems(model: ReportModel, panel: Panel): readonly NamedChart[] {
  const parts = subproblemParts(panel);
  return parts.map((rows, at) =>
    drawRanking(model, panel, {
      kind: 'subproblems',
      part: parts.length === 1 ? 0 : at + 1,
      parts: parts.length,
      rows,
    }),
  );
}

/** Problems with their sub-problems, as many together as one chart holds. */
export function subproblemParts(panel: Panel): readonly (readonly RankedCode[])[] {
  const all = subproblemOrder(panel);
  if (!all.some((one) => one.level === 2)) return [];
  const parts: RankedCode[][] = [];
  for (const code of panel.order) {
    const at = all.findIndex((one) => one.code === code);
    const next = all.findIndex((one, index) => index > at && one.level === 1);
    const own = all.slice(at, next === -1 ? all.length : next);
    const last = parts.at(-1);
    if (last !== undefined && last.length + own.length <= MOST_ROWS) last.push(...own);
    else parts.push([...own]);
  }
  return parts;
}

export interface RankedCode {
  readonly code: string;
  readonly level: 1 | 2;
}

/** Problems in the chart's order, each followed by its sub-problems, the most common first. */
export function subproblemOrder(panel: Panel): readonly RankedCode[] {
  const latest = overall(panel, panel.latest.id);
  const share = (code: string) => latest.get(code)?.share ?? -1;
  return panel.order.flatMap((code) => {
    const parts = panel.taxonomy.problems.find((one) => one.id === code)?.subproblems ?? [];
    const known = parts.filter((one) => latest.has(one.id)).map((one) => one.id);
    const sorted = [...known].sort((a, b) => share(b) - share(a));
    return [{ code, level: 1 as const }, ...sorted.map((id) => ({ code: id, level: 2 as const }))];
  });
}

interface RankedPart {
  readonly kind: 'problems' | 'subproblems';
  readonly part: number;
  readonly parts: number;
  readonly rows: readonly RankedCode[];
}

function drawRanking(
  model: ReportModel,
  panel: Panel,
  { kind, part, parts, rows: codes }: RankedPart,
): NamedChart {
  const entries = entriesOf(panel.taxonomy);
  const latest = overall(panel, panel.latest.id);
  const before = overall(panel, panel.previous?.id);
  // All parts have the axis of the whole, which the problems set: parts cannot exceed them.
  const reach = panel.order.flatMap((code) => [
    latest.get(code)?.high ?? 0,
    before.get(code)?.share ?? 0,
  ]);
  return nameChart(
    { kind, question: panel.question.id, taxonomy: panel.taxonomy.id, part },
    (lang) => {
      const words = CHART_WORDS[lang];
      const rows = codes.flatMap(({ code, level }) => {
        const entry = entries.get(code);
        const figures = latest.get(code);
        if (entry === undefined || figures === undefined) return [];
        const previous = before.get(code) ?? null;
        return [{ label: codeName(entry, lang), level, figures, previous, beside: null }];
      });
      const title = fillIn(kind === 'problems' ? words.rankingTitle : words.subproblemsTitle, {
        question: panelName(model, panel, lang),
        round: roundName(panel.latest, lang),
      });
      return {
        title: part === 0 ? title : fillIn(words.partTitle, { title, part: `${part}/${parts}` }),
        reading: joinReadings(
          lang,
          rankingReading(lang, confidenceText(model), [...latest.values()], panel.previous),
        ),
        spec: (texts) =>
          rankingChart(rows, {
            ...texts,
            lang,
            axis: words.shareAxis,
            share: words.share,
            colour: hue(panel.hue),
            rowTitle: words.problem,
            top: topOf(reach),
          }),
      };
    },
  );
}

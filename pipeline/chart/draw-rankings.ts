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
  return drawRanking(model, panel, { kind: 'problems', part: 0, rows });
}

/** A chart for each problem that has sub-problems. */
export function drawSubproblems(model: ReportModel, panel: Panel): readonly NamedChart[] {
  return subproblemParts(panel).map((rows, at) =>
    drawRanking(model, panel, { kind: 'subproblems', part: at + 1, rows }),
  );
}

export interface RankedCode {
  readonly code: string;
  readonly level: 1 | 2;
}

/**
 * Problems that have sub-problems with results, in the order of the ranking: each first, its
 * sub-problems after it, the most common first.
 */
export function subproblemParts(panel: Panel): readonly (readonly RankedCode[])[] {
  const latest = overall(panel, panel.latest.id);
  const share = (code: string) => latest.get(code)?.share ?? -1;
  return panel.order.flatMap((code) => {
    const all = panel.taxonomy.problems.find((one) => one.id === code)?.subproblems ?? [];
    const known = all.map(({ id }) => id).filter((id) => latest.has(id));
    if (known.length === 0) return [];
    const sorted = known.toSorted((a, b) => share(b) - share(a));
    return [
      [{ code, level: 1 as const }, ...sorted.map((id) => ({ code: id, level: 2 as const }))],
    ];
  });
}

interface RankedPart {
  readonly kind: 'problems' | 'subproblems';
  readonly part: number;
  readonly rows: readonly RankedCode[];
}

function drawRanking(
  model: ReportModel,
  panel: Panel,
  { kind, part, rows: codes }: RankedPart,
): NamedChart {
  const entries = entriesOf(panel.taxonomy);
  const latest = overall(panel, panel.latest.id);
  const before = overall(panel, panel.previous?.id);
  // All have the axis of the whole, which the problems set: sub-problems cannot exceed them.
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
      return {
        title: fillIn(kind === 'problems' ? words.rankingTitle : words.subproblemsTitle, {
          question: panelName(model, panel, lang),
          problem: rows[0]?.label ?? '',
          round: roundName(panel.latest, lang),
        }),
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

/** The charts of closed questions. */
import type { ClosedRow, ShareFigures } from '../aggregate/tables.ts';
import type { MultipleQuestion, Round, SingleQuestion } from '../survey/survey.ts';
import { confidenceText, rankingReading } from './captions.ts';
import { closedRows } from './closed-rows.ts';
import { drawScales, scaleBlocks } from './draw-scales.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { optionName, questionName, roundName } from './names.ts';
import { overall, type Panel, previousOf, roundsIn } from './panels.ts';
import { rankingChart } from './ranking.ts';
import { SLATE } from './theme.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

/** One chart a question that has shares, scales alike in one: numbers have only means. */
export function drawClosed(model: ReportModel, panels: readonly Panel[]): readonly NamedChart[] {
  const blocks = scaleBlocks(model);
  return model.survey.questions.flatMap((question) => {
    if (question.type === 'open' || question.type === 'number') return [];
    const rows = closedRows(model, question);
    const rounds = roundsIn(model, rows);
    if (rounds.length === 0) return [];
    if (question.type === 'scale') {
      const block = blocks.find(({ questions }) => questions[0] === question);
      return block === undefined ? [] : [drawScales(model, block)];
    }
    return drawOptions(model, panels, question, rows, rounds);
  });
}

/** Open answers' share of the code an option is linked to, in the same round. */
export function besideOf(
  panels: readonly Panel[],
  question: SingleQuestion | MultipleQuestion,
  option: string,
  round: string,
): ShareFigures | null {
  const code = question.links.get(option);
  if (code === undefined) return null;
  for (const panel of panels) {
    const row = overall(panel, round).get(code);
    if (row !== undefined) return row;
  }
  return null;
}

/** Options as asked for a single choice; the most chosen first where several may be chosen. */
export function optionOrder(
  question: SingleQuestion | MultipleQuestion,
  rows: readonly ClosedRow[],
  round: Round,
): readonly ClosedRow[] {
  const latest = rows.filter((row) => row.round === round.id);
  if (question.type === 'single') return latest;
  return [...latest].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
}

function drawOptions(
  model: ReportModel,
  panels: readonly Panel[],
  question: SingleQuestion | MultipleQuestion,
  all: readonly ClosedRow[],
  rounds: readonly Round[],
): readonly NamedChart[] {
  const latest = rounds.at(-1);
  if (latest === undefined) return [];
  const previous = previousOf(model, rounds);
  const before = new Map(
    all.filter((row) => row.round === previous?.id).map((row) => [row.option, row] as const),
  );
  return [
    nameChart({ kind: 'closed', question: question.id }, (lang) => {
      const words = CHART_WORDS[lang];
      const rows = optionOrder(question, all, latest).map((figures) => ({
        label: optionName(question, figures.option, lang),
        level: 1 as const,
        figures,
        previous: before.get(figures.option) ?? null,
        beside: besideOf(panels, question, figures.option, latest.id),
      }));
      return {
        title: fillIn(words.closedTitle, {
          question: questionName(question, lang),
          round: roundName(latest, lang),
        }),
        reading: joinReadings(lang, [
          ...rankingReading(
            lang,
            confidenceText(model),
            rows.map((row) => row.figures),
            previous,
            'closedShare',
          ),
          ...(rows.some((row) => row.beside !== null) ? [words.besideReading] : []),
        ]),
        spec: (texts) =>
          rankingChart(rows, {
            ...texts,
            lang,
            axis: words.closedAxis,
            share: words.closedShare,
            colour: SLATE,
            rowTitle: words.option,
          }),
      };
    }),
  ];
}

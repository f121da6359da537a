/** The charts of closed questions. */
import type { ClosedRow, ShareFigures } from '../aggregate/tables.ts';
import { questionIn, sameRange } from '../survey/question-in.ts';
import type {
  ClosedQuestion,
  MultipleQuestion,
  Round,
  ScaleQuestion,
  SingleQuestion,
} from '../survey/survey.ts';
import { confidenceText, rankingReading } from './captions.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { optionName, questionName, roundName } from './names.ts';
import { overall, type Panel, previousOf, roundsIn } from './panels.ts';
import { rankingChart } from './ranking.ts';
import { divergingColours, type StackRow, stackChart } from './stacks.ts';
import { SLATE } from './theme.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

/** One chart a question that has shares: numbers have only means. */
export function drawClosed(model: ReportModel, panels: readonly Panel[]): readonly NamedChart[] {
  return model.survey.questions.flatMap((question) => {
    if (question.type === 'open' || question.type === 'number') return [];
    const rows = closedRows(model, question);
    const rounds = roundsIn(model, rows);
    if (rounds.length === 0) return [];
    if (question.type === 'scale') return [drawScale(model, question, rows, rounds.at(-1)!.id)];
    return drawOptions(model, panels, question, rows, rounds);
  });
}

/** Lines of the whole sample with an option. */
export function closedRows(model: ReportModel, question: ClosedQuestion): readonly ClosedRow[] {
  return model.tables.closed.filter(
    (row) => row.question === question.id && row.group === 'all' && row.option !== '',
  );
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

/** Rounds with the range of the latest; those with another, or that did not ask, say so instead. */
function drawScale(
  { survey }: ReportModel,
  question: ScaleQuestion,
  all: readonly ClosedRow[],
  latest: string,
): NamedChart {
  const shown = questionIn(question, latest) ?? question;
  const [low, high] = shown.range;
  const points = Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
  return nameChart({ kind: 'closed', question: question.id }, (lang) => {
    const words = CHART_WORDS[lang];
    const rows = survey.rounds.map((round): StackRow => {
      const label = roundName(round, lang);
      const form = questionIn(question, round.id);
      if (form === null) return { label, base: null, status: 'not-asked', shares: null };
      if (!sameRange(form, shown)) {
        return { label, base: null, status: 'other-range', shares: null };
      }
      const lines = all.filter((row) => row.round === round.id);
      const status = lines.find((row) => row.status !== 'shown')?.status ?? 'shown';
      return {
        label,
        base: lines[0]?.base ?? null,
        status,
        shares: status === 'shown' ? wholeShares(lines, points) : null,
      };
    });
    return {
      title: fillIn(words.scaleTitle, { question: questionName(question, lang) }),
      reading: joinReadings(lang, [words.scaleReading]),
      spec: (texts) =>
        stackChart(
          rows,
          points.map((one) => optionName(shown, one, lang)),
          {
            ...texts,
            lang,
            rowTitle: words.round,
            partTitle: words.option,
            colours: divergingColours(points.length),
            diverging: true,
          },
        ),
    };
  });
}

/** Shares of all points, or null if they do not make a whole. */
function wholeShares(
  lines: readonly ClosedRow[],
  points: readonly string[],
): readonly number[] | null {
  const shares = points.map((one) => lines.find((row) => row.option === one)?.share ?? 0);
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) < 0.01 ? shares : null;
}

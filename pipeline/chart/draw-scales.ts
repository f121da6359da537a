/** Scales: those that are alike under each other, on one centre and axis. */
import type { ClosedRow } from '../aggregate/tables.ts';
import { questionIn, sameRange } from '../survey/question-in.ts';
import type { Round, ScaleQuestion } from '../survey/survey.ts';
import { LANGUAGES, type Lang } from '../survey/text.ts';
import { closedRows } from './closed-rows.ts';
import { divergingColours } from './colours.ts';
import type { ReportModel } from './model.ts';
import { type NamedChart, nameChart } from './named-chart.ts';
import { optionName, questionName, roundName } from './names.ts';
import { previousOf, roundsIn } from './panels.ts';
import { count, plain } from './percent.ts';
import { type StackRow, stackChart } from './stacks.ts';
import { CHART_WORDS, fillIn, joinReadings } from './words.ts';

/** Scales with the same range and names of points, whose latest results are of the same round. */
export interface ScaleBlock {
  /** As the round asked them; at least one. */
  readonly questions: readonly ScaleQuestion[];
  readonly rounds: readonly Round[];
  readonly latest: Round;
  readonly points: readonly string[];
}

/** Blocks in the order of their first questions. */
export function scaleBlocks(model: ReportModel): readonly ScaleBlock[] {
  const blocks = new Map<string, ScaleBlock>();
  for (const question of model.survey.questions) {
    if (question.type !== 'scale') continue;
    const rounds = roundsIn(model, closedRows(model, question));
    const latest = rounds.at(-1);
    const form = latest === undefined ? null : questionIn(question, latest.id);
    if (latest === undefined || form === null) continue;
    const [low, high] = form.range;
    const points = Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
    const names = LANGUAGES.map((lang) => points.map((one) => optionName(form, one, lang)));
    const key = JSON.stringify([latest.id, names]);
    const block = blocks.get(key) ?? { questions: [], rounds, latest, points };
    blocks.set(key, { ...block, questions: [...block.questions, question] });
  }
  return [...blocks.values()];
}

/** The questions of a block in its latest round; a question alone has a row a round instead. */
export function drawScales(model: ReportModel, block: ScaleBlock): NamedChart {
  const [first] = block.questions as [ScaleQuestion];
  const form = questionIn(first, block.latest.id) ?? first;
  const isAlone = block.questions.length === 1;
  return nameChart({ kind: 'closed', question: first.id }, (lang) => {
    const words = CHART_WORDS[lang];
    const rows = isAlone ? roundRows(model, block, lang) : questionRows(model, block, lang);
    const title = isAlone
      ? fillIn(words.scaleTitle, { question: questionName(first, lang) })
      : fillIn(words.scalesTitle, { round: roundName(block.latest, lang) });
    return {
      title,
      reading: joinReadings(lang, readings(block, rows, isAlone, lang, model)),
      spec: (texts) =>
        stackChart(
          rows,
          block.points.map((one) => optionName(form, one, lang)),
          {
            ...texts,
            lang,
            rowTitle: isAlone ? words.round : words.scale,
            partTitle: words.option,
            heads: {
              figure: words.mean,
              before: words.previousRound,
            },
            colours: divergingColours(block.points.length),
            diverging: true,
          },
        ),
    };
  });
}

function readings(
  { questions, rounds, points }: ScaleBlock,
  rows: readonly StackRow[],
  isAlone: boolean,
  lang: Lang,
  model: ReportModel,
): readonly string[] {
  const words = CHART_WORDS[lang];
  const bases = rows.flatMap(({ base }) => base ?? []);
  const ends = [Math.min(...bases), Math.max(...bases)].map(count);
  const previous = previousOf(model, rounds);
  const hasBefore = rows.some(({ before }) => before !== null);
  const range = { low: points[0] ?? '', high: points.at(-1) ?? '' };
  return [
    questions.length > 1 ? words.scalesReading : words.scaleReading,
    fillIn(words.meanReading, range),
    ...(bases.length === 0
      ? []
      : [fillIn(words.baseReading, { base: [...new Set(ends)].join('–') })]),
    ...(isAlone || previous === null || !hasBefore
      ? []
      : [fillIn(words.meanBefore, { round: roundName(previous, lang) })]),
  ];
}

/** A row a question of the block, with the mean of the round before where it compares. */
function questionRows(model: ReportModel, block: ScaleBlock, lang: Lang): readonly StackRow[] {
  return block.questions.map((question) => {
    const own = roundsIn(model, closedRows(model, question));
    const previous = previousOf(model, own);
    const [form, former] = [block.latest, previous].map((round) =>
      round === null ? null : questionIn(question, round.id),
    );
    const compares = form && former && sameRange(form, former);
    return {
      ...rowOf(model, question, block, block.latest.id, questionName(question, lang)),
      before: compares && previous ? meanIn(model, question, previous.id) : null,
    };
  });
}

/** Rounds with the range of the latest; those with another, or that did not ask, say so instead. */
function roundRows(model: ReportModel, block: ScaleBlock, lang: Lang): readonly StackRow[] {
  const [question] = block.questions as [ScaleQuestion];
  const shown = questionIn(question, block.latest.id) ?? question;
  return model.survey.rounds.map((round): StackRow => {
    const label = roundName(round, lang);
    const form = questionIn(question, round.id);
    const nothing = {
      label,
      question: question.id,
      base: null,
      shares: null,
      mean: null,
      before: null,
    };
    if (form === null) return { ...nothing, status: 'not-asked' };
    if (!sameRange(form, shown)) return { ...nothing, status: 'other-range' };
    return rowOf(model, question, block, round.id, label);
  });
}

function rowOf(
  model: ReportModel,
  question: ScaleQuestion,
  { points }: ScaleBlock,
  round: string,
  label: string,
): StackRow {
  const lines = closedRows(model, question).filter((row) => row.round === round);
  const status = lines.find((row) => row.status !== 'shown')?.status ?? 'shown';
  return {
    label,
    question: question.id,
    base: lines[0]?.base ?? null,
    status,
    shares: status === 'shown' ? wholeShares(lines, points) : null,
    mean: meanIn(model, question, round),
    before: null,
  };
}

/** Null where the mean is hidden. */
function meanIn(model: ReportModel, question: ScaleQuestion, round: string): string | null {
  const row = model.tables.closed.find(
    (one) =>
      one.question === question.id &&
      one.round === round &&
      one.group === 'all' &&
      one.option === '',
  );
  return row?.mean == null ? null : plain(row.mean, 2);
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

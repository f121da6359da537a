/** Scales and numbers: the points of each round, and the means. */
import type { ClosedRow } from '../../aggregate/tables.ts';
import { closedRows } from '../../chart/closed-rows.ts';
import { optionName, questionName, roundName, valueName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import { effectiveSize, percent, plain, points } from '../../chart/percent.ts';
import { questionIn, sameRange } from '../../survey/question-in.ts';
import type { ClosedQuestion, Round, ScaleQuestion } from '../../survey/survey.ts';
import { asWritten, type Context, plainly, say, translated } from '../context.ts';
import { type Content, type Html, html } from '../html.ts';
import { notAskedCells } from '../not-asked.ts';
import { absent, countCell, type Line, shareCell, table } from '../table.ts';

/** Values of a group that the page lists. */
const MOST_VALUES = 60;

/** One table a range that the scale has had, that of the latest round first. */
export function scaleTables(context: Context, question: ScaleQuestion): Content {
  const forms = roundsIn(context.model, closedRows(context.model, question))
    .toReversed()
    .flatMap((round) => questionIn(question, round.id) ?? []);
  const ranges = forms.filter((one, i) => forms.findIndex((other) => sameRange(one, other)) === i);
  return ranges.map((form, i) => scaleTable(context, question, form, i === 0, ranges.length > 1));
}

/** @param first whether to list the rounds that did not ask it */
function scaleTable(
  context: Context,
  question: ScaleQuestion,
  form: ScaleQuestion,
  first: boolean,
  named: boolean,
): Html {
  const { lang } = context;
  const [low, high] = form.range;
  const options = Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  const rows = closedRows(context.model, question);
  const lines = context.model.survey.rounds.flatMap((round): Line[] => {
    const name = asWritten(context, roundName(round, lang));
    const own = questionIn(question, round.id);
    if (own === null) {
      return first ? [{ cells: [name, ...notAskedCells(context, options.length + 4)] }] : [];
    }
    if (!sameRange(own, form)) return [];
    const found = rows.filter((row) => row.round === round.id);
    const base = found.find((row) => row.base !== null)?.base ?? null;
    const shares = options.map((option) => found.find((row) => row.option === option) ?? null);
    const status = found[0]?.status ?? 'no-base';
    return [
      {
        cells: [
          name,
          countCell(context, base, status),
          ...shares.map((row) => shareCell(context, row)),
          ...summaryCells(context, question, round),
        ],
      },
    ];
  });
  const name = asWritten(context, questionName(question, lang));
  return table(
    named ? html`${name} · ${say(context, 'scaleRange', { low, high })}` : name,
    [
      { head: plainly(context, 'colRound') },
      { head: plainly(context, 'colBase'), numeric: true },
      ...options.map((one) => ({
        head: asWritten(context, optionName(form, one, lang)),
        numeric: true,
      })),
      { head: plainly(context, 'mean'), numeric: true },
      { head: plainly(context, 'scaleTop'), numeric: true },
      { head: plainly(context, 'scaleNet'), numeric: true },
    ],
    lines,
    questionName(question, lang),
  );
}

/** Mean, top two points and net of the whole sample: three cells. */
function summaryCells(context: Context, question: ScaleQuestion, round: Round): readonly Content[] {
  const isOwn = (row: { round: string; question: string; group: string }) =>
    row.question === question.id && row.round === round.id && row.group === 'all';
  const { closed, scales } = context.model.tables;
  const mean = closed.find((row) => isOwn(row) && row.option === '');
  const ends = scales.find(isOwn);
  const meanCell =
    mean?.mean == null ? absent(context, mean?.status ?? 'no-base') : plain(mean.mean, 2);
  if (ends?.top == null || ends.net === null) {
    const none = ends === undefined ? plainly(context, 'noBase') : absent(context, ends.status);
    return [meanCell, none, none];
  }
  return [meanCell, percent(ends.top, ends.base), points(ends.net)];
}

/** Means of a scale or number: a line a round, then a line a value of each outermost group. */
export function means(context: Context, question: ClosedQuestion): Content {
  const rows = context.model.tables.closed.filter(
    (row) => row.question === question.id && row.option === '',
  );
  const latest = roundsIn(context.model, rows).at(-1);
  if (latest === undefined) return null;
  const { survey } = context.model;
  const differ = hasSeveralRanges(question, survey.rounds);
  const all = survey.rounds.flatMap((round): Line[] => {
    const form = questionIn(question, round.id);
    const name = asWritten(context, roundName(round, context.lang));
    if (form === null) return [{ cells: [name, ...notAskedCells(context, 5)] }];
    const head = differ && form.type === 'scale' ? html`${name} ${rangeText(context, form)}` : name;
    return rows
      .filter((row) => row.round === round.id && row.group === 'all')
      .map((row) => meanLine(context, head, row));
  });
  const outermost = survey.groups.filter((group) => group.within === null);
  return html`<div class="beside">${[
    meansTable(context, question, plainly(context, 'colRound'), null, all),
    ...outermost.map((group) => {
      const own = rows.filter((row) => row.round === latest.id && row.group === group.id);
      if (own.length === 0 || own.length > MOST_VALUES) return null;
      const lines = own.map((row) =>
        meanLine(context, asWritten(context, valueName(row.value, group, context.lang)), row),
      );
      const round = asWritten(context, roundName(latest, context.lang));
      return meansTable(context, question, translated(context, group.label), round, lines);
    }),
  ]}</div>`;
}

function hasSeveralRanges(question: ClosedQuestion, rounds: readonly Round[]): boolean {
  if (question.type !== 'scale') return false;
  const [first, ...others] = rounds.flatMap(({ id }) => questionIn(question, id) ?? []);
  return first !== undefined && others.some((one) => !sameRange(one, first));
}

function rangeText(context: Context, { range: [low, high] }: ScaleQuestion): Html {
  return html`<small>${say(context, 'scaleRange', { low, high })}</small>`;
}

function meanLine(context: Context, name: Content, row: ClosedRow): Line {
  return { cells: [name, ...meanCells(context, row)] };
}

function meansTable(
  context: Context,
  question: ClosedQuestion,
  head: Content,
  round: Content,
  lines: readonly Line[],
): Html {
  const name = asWritten(context, questionName(question, context.lang));
  return table(
    html`${name} · ${plainly(context, 'mean')}${round === null ? null : [' · ', round]}`,
    [
      { head },
      { head: plainly(context, 'colBase'), numeric: true },
      { head: plainly(context, 'mean'), numeric: true },
      { head: say(context, 'meanNote', { confidence: context.confidence }), numeric: true },
      { head: plainly(context, 'sd'), numeric: true },
      { head: plainly(context, 'colEffective'), numeric: true },
    ],
    lines,
    questionName(question, context.lang),
  );
}

function meanCells(context: Context, row: ClosedRow): readonly Content[] {
  const { status } = row;
  if (status !== 'shown' || row.mean === null) {
    return Array.from({ length: 5 }, () => absent(context, status));
  }
  const none = plainly(context, 'noBase');
  return [
    countCell(context, row.base, status),
    plain(row.mean, 2),
    row.low === null || row.high === null ? none : `${plain(row.low, 2)}–${plain(row.high, 2)}`,
    row.sd === null ? none : plain(row.sd, 2),
    row.n_effective === null ? none : effectiveSize(row.n_effective),
  ];
}

/** Closed questions, with the open answers' share of a linked problem beside. */
import type { ClosedRow } from '../../aggregate/tables.ts';
import { besideOf, closedRows, optionOrder } from '../../chart/draw-closed.ts';
import { optionName, questionName, roundName, valueName } from '../../chart/names.ts';
import { roundsIn } from '../../chart/panels.ts';
import { plain } from '../../chart/percent.ts';
import type {
  ClosedQuestion,
  MultipleQuestion,
  ScaleQuestion,
  SingleQuestion,
} from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say, translated } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import {
  absent,
  countCell,
  figureCells,
  figureColumns,
  type Line,
  shareCell,
  table,
} from '../table.ts';

/** Values of a group that the page lists. */
const MOST_VALUES = 60;

/** Null where the survey has no closed questions with results. */
export function closed(context: Context): Section | null {
  const parts = context.model.survey.questions.flatMap((question) => {
    if (question.type === 'open') return [];
    const tables = tablesOf(context, question);
    const chart = findChart(context, { kind: 'closed', question: question.id });
    if (chart !== null) return [figure(context, chart, tables)];
    return tables === null
      ? []
      : [html`<h3>${asWritten(context, questionName(question, context.lang))}</h3>${tables}`];
  });
  if (parts.length === 0) return null;
  return {
    id: 'closed',
    title: plainly(context, 'closed'),
    body: html`<p>${say(context, 'closedIntro')}</p>
${parts}`,
  };
}

function tablesOf(context: Context, question: ClosedQuestion): Content {
  if (question.type === 'number') return means(context, question);
  if (question.type === 'scale') {
    return [scaleTable(context, question), means(context, question)];
  }
  return optionsTable(context, question);
}

function optionsTable(context: Context, question: SingleQuestion | MultipleQuestion): Html | null {
  const rows = closedRows(context.model, question);
  const latest = roundsIn(context.model, rows).at(-1);
  if (latest === undefined) return null;
  const linked = question.links.size > 0;
  const lines = optionOrder(question, rows, latest).map((row) => ({
    cells: [
      asWritten(context, optionName(question, row.option, context.lang)),
      ...figureCells(context, row),
      ...(linked
        ? [shareCell(context, besideOf(context.panels, question, row.option, latest.id))]
        : []),
    ],
  }));
  return table(
    html`${asWritten(context, questionName(question, context.lang))} · ${asWritten(context, roundName(latest, context.lang))}`,
    [
      { head: plainly(context, 'options') },
      ...figureColumns(
        context,
        'colClosedShare',
        say(context, 'colInterval', { confidence: context.confidence }),
      ),
      ...(linked ? [{ head: plainly(context, 'openShare'), numeric: true }] : []),
    ],
    lines,
    questionName(question, context.lang),
  );
}

function scaleTable(context: Context, question: ScaleQuestion): Html {
  const rows = closedRows(context.model, question);
  const options = [...new Set(rows.map((row) => row.option))];
  const lines = roundsIn(context.model, rows).map((round) => {
    const own = rows.filter((row) => row.round === round.id);
    const of = (option: string) => own.find((row) => row.option === option) ?? null;
    return {
      cells: [
        asWritten(context, roundName(round, context.lang)),
        countCell(
          context,
          own.find((row) => row.base !== null)?.base ?? null,
          own[0]?.status ?? 'no-base',
        ),
        ...options.map((option) => shareCell(context, of(option))),
      ],
    };
  });
  return table(
    asWritten(context, questionName(question, context.lang)),
    [
      { head: plainly(context, 'colRound') },
      { head: plainly(context, 'colBase'), numeric: true },
      ...options.map((one) => ({
        head: asWritten(context, optionName(question, one, context.lang)),
        numeric: true,
      })),
    ],
    lines,
    questionName(question, context.lang),
  );
}

/** Means of a scale or number: a line a round, then a line a value of each outermost group. */
function means(context: Context, question: ClosedQuestion): Content {
  const rows = context.model.tables.closed.filter(
    (row) => row.question === question.id && row.option === '',
  );
  const rounds = roundsIn(context.model, rows);
  const latest = rounds.at(-1);
  if (latest === undefined) return null;
  const all = rounds.flatMap((round) =>
    rows
      .filter((row) => row.round === round.id && row.group === 'all')
      .map((row) => meanLine(context, roundName(round, context.lang), row)),
  );
  const outermost = context.model.survey.groups.filter((group) => group.within === null);
  return [
    meansTable(context, question, plainly(context, 'colRound'), null, all),
    ...outermost.map((group) => {
      const own = rows.filter((row) => row.round === latest.id && row.group === group.id);
      if (own.length === 0 || own.length > MOST_VALUES) return null;
      const lines = own.map((row) =>
        meanLine(context, valueName(row.value, group, context.lang), row),
      );
      const round = asWritten(context, roundName(latest, context.lang));
      return meansTable(context, question, translated(context, group.label), round, lines);
    }),
  ];
}

function meanLine(context: Context, name: string, row: ClosedRow): Line {
  return { cells: [asWritten(context, name), ...meanCells(context, row)] };
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
    row.n_effective === null ? none : plain(row.n_effective, 1),
  ];
}

/** What became of the answers and of the rows. */
import { roundName } from '../../chart/names.ts';
import { count } from '../../chart/percent.ts';
import { CHART_WORDS } from '../../chart/words.ts';
import { STATUSES } from '../../code/coding.ts';
import type { OpenQuestion } from '../../survey/survey.ts';
import { asWritten, type Context, findChart, plainly, say } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { howRead } from '../how-read.ts';
import { type Content, type Html, html } from '../html.ts';
import { notAskedCells } from '../not-asked.ts';
import { hidden, table } from '../table.ts';
import { WORDS, type WordKey } from '../words.ts';

export function coding(context: Context): Section {
  const open = context.model.survey.questions.filter((one) => one.type === 'open');
  return {
    id: 'coding',
    title: plainly(context, 'coding'),
    body: html`<p>${say(context, 'codingIntro')}</p>
${open.map((question) => {
  const chart = findChart(context, { kind: 'coding', question: question.id });
  return chart === null
    ? null
    : figure(context, chart, statusTable(context, question, chart.titles[context.lang]));
})}`,
  };
}

function statusTable(context: Context, question: OpenQuestion, title: string): Html {
  const rows = context.model.tables.coding.filter((row) => row.question === question.id);
  const words = CHART_WORDS[context.lang];
  const lines = context.model.survey.rounds.map((round) => ({
    cells: [
      asWritten(context, roundName(round, context.lang)),
      ...(question.asked.includes(round.id)
        ? STATUSES.map((status) => {
            const row = rows.find((one) => one.round === round.id && one.status === status);
            if (row === undefined) return plainly(context, 'noBase');
            return row.n === null ? hidden(context) : count(row.n);
          })
        : notAskedCells(context, STATUSES.length)),
    ],
  }));
  const columns = [
    { head: plainly(context, 'colRound') },
    ...STATUSES.map((status) => ({ head: words[status], numeric: true })),
  ];
  const someHidden = rows.some((row) => row.n === null);
  return html`${table(title, columns, lines, title)}${someHidden ? html`<p>${say(context, 'hiddenRound')}</p>` : null}`;
}

export function rows(context: Context): Section {
  const lines = context.model.tables.rows.map((row) => ({
    cells: [
      html`<span class="file">${row.file}</span>`,
      reason(context, row.reason),
      count(row.rows),
      count(row.used),
      count(row.set_aside),
      count(row.excluded),
    ],
  }));
  const columns = [
    { head: plainly(context, 'file') },
    { head: plainly(context, 'colReason') },
    ...(['colRows', 'colUsed', 'colSetAside', 'colExcluded'] as const).map((key) => ({
      head: plainly(context, key),
      numeric: true,
    })),
  ];
  const title = plainly(context, 'rows');
  return {
    id: 'rows',
    title,
    body: html`<p>${say(context, 'rowsIntro')}</p>
${howRead(context)}
${table(title, columns, lines, title, 'stacked')}`,
  };
}

/** A reason in words; one that has none here is shown as the table has it. */
function reason(context: Context, fixed: string): Content {
  if (fixed === '') return plainly(context, 'reasonNone');
  const key = `reason-${fixed}`;
  return Object.hasOwn(WORDS[context.lang], key)
    ? plainly(context, key as WordKey)
    : html`<code>${fixed}</code>`;
}

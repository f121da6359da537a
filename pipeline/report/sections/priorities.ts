/** Problems by how common and how severe they are. */
import { entriesOf, nameOfCode, questionName } from '../../chart/names.ts';
import type { Panel } from '../../chart/panels.ts';
import { plain, shareTexts } from '../../chart/percent.ts';
import { prioritiesOf } from '../../chart/priorities.ts';
import { asWritten, type Context, findChart, plainly, say } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { countCell, type Line, shareCell, table } from '../table.ts';

/** Null where no question has three problems that a scale measures. */
export function priorities(context: Context): Section | null {
  const figures = context.panels.flatMap((panel) => mapOf(context, panel));
  if (figures.length === 0) return null;
  return {
    id: 'priorities',
    title: plainly(context, 'priorities'),
    body: html`<p>${say(context, 'prioritiesIntro')}</p>
${figures}`,
  };
}

function mapOf(context: Context, panel: Panel): readonly Html[] {
  const { question, taxonomy } = panel;
  const subject = { question: question.id, taxonomy: taxonomy.id };
  const chart = findChart(context, { kind: 'priorities', ...subject });
  if (chart === null) return [];
  const entries = entriesOf(taxonomy);
  const none = plainly(context, 'noBase');
  const interval = say(context, 'colInterval', { confidence: context.confidence });
  const lines = prioritiesOf(context.model, panel).map(
    ({ code, row, scale, scaleRow, mean }): Line => ({
      cells: [
        nameOfCode(entries, code, context.lang),
        countCell(context, row.base, row.status),
        countCell(context, row.n, row.status),
        shareCell(context, row),
        shareTexts(row)?.interval ?? none,
        html`${asWritten(context, questionName(scale, context.lang))} <small>${say(context, 'scaleRange', { low: scale.range[0], high: scale.range[1] })}</small>`,
        countCell(context, scaleRow.base, scaleRow.status),
        plain(mean, 2),
        scaleRow.low === null || scaleRow.high === null
          ? none
          : `${plain(scaleRow.low, 2)}–${plain(scaleRow.high, 2)}`,
      ],
    }),
  );
  const title = chart.titles[context.lang];
  const columns = [
    { head: plainly(context, 'colProblem') },
    { head: plainly(context, 'colBase'), numeric: true },
    { head: plainly(context, 'colN'), numeric: true },
    { head: plainly(context, 'colShare'), numeric: true },
    { head: interval, numeric: true },
    { head: plainly(context, 'colScale') },
    { head: plainly(context, 'colBase'), numeric: true },
    { head: plainly(context, 'mean'), numeric: true },
    { head: say(context, 'meanNote', { confidence: context.confidence }), numeric: true },
  ];
  return [figure(context, chart, table(title, columns, lines, title, 'stacked'))];
}

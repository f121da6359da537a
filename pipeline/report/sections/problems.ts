/** Problems ranked in the latest round. */
import type { RankedCode } from '../../chart/draw-rankings.ts';
import type { Panel } from '../../chart/panels.ts';
import { type Context, findChart, plainly, say } from '../context.ts';
import { figure, type Section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { quotes } from './quotes.ts';
import { rankedTable } from './ranked-table.ts';
import { linksToParts } from './subproblems.ts';

export function problems(context: Context): Section {
  return {
    id: 'problems',
    title: plainly(context, 'problems'),
    body: html`<p>${say(context, 'problemsIntro')}</p>
${context.panels.map((panel) => [ranking(context, panel), quotes(context, panel)])}`,
  };
}

function ranking(context: Context, panel: Panel): Html | null {
  const { question, taxonomy } = panel;
  const subject = { kind: 'problems', question: question.id, taxonomy: taxonomy.id } as const;
  const chart = findChart(context, subject);
  if (chart === null) return null;
  const codes = panel.order.map((code): RankedCode => ({ code, level: 1 }));
  const any = panel.rows.find(
    (row) => row.level === 0 && row.group === 'all' && row.round === panel.latest.id,
  );
  const title = chart.titles[context.lang];
  return html`${figure(context, chart, rankedTable(context, panel, codes, title, any))}
${linksToParts(context, panel)}`;
}

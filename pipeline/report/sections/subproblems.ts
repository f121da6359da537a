/** Sub-problems of each problem, folded; the figures of all in one table. */
import { panelName } from '../../chart/captions.ts';
import { type RankedCode, subproblemParts } from '../../chart/draw-rankings.ts';
import type { NamedChart } from '../../chart/named-chart.ts';
import { codeName, entriesOf, roundName } from '../../chart/names.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { fillIn } from '../../chart/words.ts';
import { type Context, findChart, plainly, say } from '../context.ts';
import { drawing, folded, type Section } from '../figure.ts';
import { type Content, type Html, html } from '../html.ts';
import { phrased } from '../phrased.ts';
import { shareCell } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { rankedTable } from './ranked-table.ts';

/** Null where no problem has sub-problems. */
export function subproblems(context: Context): Section | null {
  const figures = context.panels.flatMap((panel) => ofPanel(context, panel) ?? []);
  if (figures.length === 0) return null;
  return {
    id: 'subproblems',
    title: plainly(context, 'subproblems'),
    body: html`<p>${say(context, 'subproblemsIntro')}</p>
${figures}`,
  };
}

/** Links from a ranking to the sub-problems of its problems. */
export function linksToParts(context: Context, panel: Panel): Html | null {
  const parts = subproblemParts(panel);
  if (parts.length === 0) return null;
  const links = parts.map(
    ([problem], at) =>
      html`<li><a href="#${anchorOf(context, panel, at)}">${nameOf(context, panel, problem)}</a></li>
`,
  );
  return html`<div class="to-drawers"><p>${plainly(context, 'subproblems')}</p><ul>
${links}</ul></div>
`;
}

/** A chart a problem, each behind a line; paper has the table alone, which tells all that they show. */
function ofPanel(context: Context, panel: Panel): Html | null {
  const parts = subproblemParts(panel);
  const charts = parts.map((_, at) => chartOf(context, panel, at));
  const first = charts.find((one) => one !== null) ?? null;
  if (first === null) return null;
  const title = fillIn(plainly(context, 'subproblemsOf'), {
    panel: panelName(context.model, panel, context.lang),
    round: roundName(panel.latest, context.lang),
  });
  return html`<figure>
<h3>${phrased(title)}</h3>
<p class="aside reading">${unbroken([first.readings[context.lang]])}</p>
${parts.map((codes, at) => part(context, panel, codes, charts[at] ?? null, at))}${folded(
  plainly(context, 'table'),
  rankedTable(context, panel, parts.flat(), title, undefined),
)}
</figure>
`;
}

function chartOf(context: Context, { question, taxonomy }: Panel, at: number) {
  const subject = { question: question.id, taxonomy: taxonomy.id, part: at + 1 };
  return findChart(context, { kind: 'subproblems', ...subject });
}

/** No figure of its own: the table that follows belongs to these charts, as the audit reads them. */
function part(
  context: Context,
  panel: Panel,
  codes: readonly RankedCode[],
  chart: NamedChart | null,
  at: number,
): Content {
  const [problem] = codes;
  if (chart === null || problem === undefined) return null;
  const row = overall(panel, panel.latest.id).get(problem.code) ?? null;
  return html`<div class="drawer"><details><summary><h4>${nameOf(context, panel, problem)}</h4> <b>${shareCell(context, row)}</b> <small>${say(context, 'subproblemsCount', { n: codes.length - 1 })}</small></summary>
<div id="${anchorOf(context, panel, at)}">${drawing(context, chart)}</div></details></div>
`;
}

function nameOf(context: Context, { taxonomy }: Panel, problem: RankedCode | undefined): string {
  const entry = entriesOf(taxonomy).get(problem?.code ?? '');
  return entry === undefined ? '' : codeName(entry, context.lang);
}

/** Numbers, as ids of a survey may hold what an anchor must not. */
function anchorOf({ panels, lang }: Context, panel: Panel, at: number): string {
  return `subproblems-${panels.indexOf(panel) + 1}-${at + 1}-${lang}`;
}

/** The head of the report: what it is, whose, of when, and on how many answers. */

import { panelName } from '../../chart/captions.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { count } from '../../chart/percent.ts';
import { type Context, plainly, say, translated } from '../context.ts';
import { type Content, type Html, html } from '../html.ts';
import { hidden } from '../table.ts';

export function header(context: Context): Html {
  const { survey, tables } = context.model;
  const usedIn = (round: string) =>
    tables.rows.filter((row) => row.round === round).reduce((sum, row) => sum + row.used, 0);
  const rounds = survey.rounds.filter((round) => tables.rows.some((row) => row.round === round.id));
  return html`<header>
${survey.marking === null ? null : html`<p class="marking">${translated(context, survey.marking)}</p>`}
<h1>${translated(context, survey.title)}</h1>
<p class="byline">${[survey.issuer === null ? null : html`<span>${translated(context, survey.issuer)}</span>`, survey.date === null ? null : html`<span>${survey.date}</span>`]}</p>
${survey.note === null ? null : html`<p class="note">${translated(context, survey.note)}</p>`}
<ul class="bases">
${rounds.map(
  (
    round,
  ) => html`<li>${say(context, 'roundBase', { round: translated(context, round.label), used: count(usedIn(round.id)) })}</li>
`,
)}${context.panels.map(
  (
    panel,
  ) => html`<li>${say(context, 'baseOf', { name: html`${panelName(context.model, panel, context.lang)} · ${translated(context, panel.latest.label)}`, base: baseOf(context, panel) })}</li>
`,
)}</ul>
</header>
`;
}

function baseOf(context: Context, panel: Panel): Content {
  const rows = [...overall(panel, panel.latest.id).values()];
  const base = rows.find((row) => row.base !== null)?.base ?? null;
  return base === null ? hidden(context) : count(base);
}

/** Links to the sections. */
export function contents(
  context: Context,
  sections: readonly { readonly id: string; readonly title: string }[],
): Html {
  return html`<nav class="contents" aria-label="${plainly(context, 'contents')}"><ol>
${sections.map(
  ({ id, title }) => html`<li><a href="#${id}-${context.lang}">${title}</a></li>
`,
)}</ol></nav>
`;
}

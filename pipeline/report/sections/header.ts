/** The head of the report: what it is, whose, of when, and on how many answers. */

import { panelName } from '../../chart/captions.ts';
import { overall, type Panel } from '../../chart/panels.ts';
import { count, percent } from '../../chart/percent.ts';
import type { Round } from '../../survey/survey.ts';
import { type Context, plainly, say, translated } from '../context.ts';
import { dateText } from '../date-text.ts';
import { type Content, type Html, html } from '../html.ts';
import { phrased } from '../phrased.ts';
import { hidden } from '../table.ts';

export function header(context: Context): Html {
  const { survey, tables } = context.model;
  const rounds = survey.rounds.filter((round) => tables.rows.some((row) => row.round === round.id));
  return html`<header>
${survey.marking === null ? null : html`<p class="marking">${translated(context, survey.marking)}</p>`}
<h1>${titleOf(context)}</h1>
<p class="byline">${[survey.issuer === null ? null : html`<span>${translated(context, survey.issuer)}</span>`, survey.date === null ? null : html`<span>${dateText(context, survey.date)}</span>`]}</p>
${survey.note === null ? null : html`<p class="note">${translated(context, survey.note)}</p>`}
<ul class="bases">
${roundItems(context, rounds)}${context.panels.map(
  (
    panel,
  ) => html`<li>${say(context, 'baseOf', { name: html`${panelName(context.model, panel, context.lang)} · ${translated(context, panel.latest.label)}`, base: baseOf(context, panel) })}</li>
`,
)}</ul>
</header>
`;
}

/** More rounds than this are told together. */
const MOST_ROUNDS = 4;

/** The rounds with their respondents; of many the latest, after all together. */
function roundItems(context: Context, rounds: readonly Round[]): readonly Html[] {
  const [first, latest] = [rounds[0], rounds.at(-1)];
  const isLong = rounds.length > MOST_ROUNDS;
  const shown = isLong ? rounds.slice(-1) : rounds;
  const items = shown.map((round) => roundBase(context, round, round === latest));
  const used = rounds.reduce((sum, round) => sum + usedIn(context, round.id), 0);
  const all =
    isLong && first !== undefined && latest !== undefined
      ? [
          say(context, 'roundsMany', {
            from: translated(context, first.label),
            to: translated(context, latest.label),
            n: rounds.length,
            used: count(used),
          }),
        ]
      : [];
  return [...all, ...items].map(
    (one) => html`<li>${one}</li>
`,
  );
}

/** Broken between words, unless it stands in another language than the page. */
function titleOf(context: Context): Content {
  const title = translated(context, context.model.survey.title);
  return typeof title === 'string' ? phrased(title) : title;
}

/** Respondents used; of the latest round also the response rate, where it has one. */
function roundBase(context: Context, round: Round, isLatest: boolean): Html {
  const all = context.model.tables.response.find(
    (row) => row.round === round.id && row.group === 'all',
  );
  const values = {
    round: translated(context, round.label),
    used: count(usedIn(context, round.id)),
  };
  if (!isLatest || all === undefined) return say(context, 'roundBase', values);
  const { rate, respondents, population } = all;
  if (rate === null || respondents === null || population === null) {
    return say(context, 'roundBase', values);
  }
  return say(context, 'roundRate', {
    ...values,
    rate: percent(rate, population),
    respondents: count(respondents),
    population: count(population),
  });
}

/** Respondents used in a round. */
export function usedIn(context: Context, round: string): number {
  const own = context.model.tables.rows.filter((row) => row.round === round);
  return own.reduce((sum, row) => sum + row.used, 0);
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

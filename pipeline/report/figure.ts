/** A chart in the page: heading, drawing, how to read it, and its table. */
import { figuresInWords } from '../chart/in-words.ts';
import type { NamedChart } from '../chart/named-chart.ts';
import { fillIn } from '../chart/words.ts';
import type { Question } from '../survey/survey.ts';
import { type Context, plainly } from './context.ts';
import { type Content, type Html, html } from './html.ts';
import { phrased } from './phrased.ts';
import { unbroken } from './unbroken.ts';

/**
 * The drawing made at build time stands in the page until the script puts a live one in its
 * place; languages other than the first have none until then.
 *
 * @param caption how to read it; null where the section has said so
 */
export function figure(
  context: Context,
  chart: NamedChart,
  tables: Content,
  caption: Content = unbroken([chart.readings[context.lang]]),
): Html {
  return html`<figure>
<h3>${phrased(chart.titles[context.lang])}</h3>
${drawing(context, chart)}
${
  caption === null
    ? null
    : html`<figcaption>${caption}</figcaption>
`
}${folded(plainly(context, 'table'), tables)}
</figure>
`;
}

/** The drawing alone; its title and its table stand beside it. */
export function drawing(context: Context, chart: NamedChart): Html {
  const index = context.charts.indexOf(chart);
  return html`<div class="chart" role="img" aria-label="${toldOf(context, chart)}" data-chart="${index}" data-width="${chart.minimumWidths[context.lang]}">${context.pictures.get(chart.name) ?? null}</div>`;
}

/** Figures told of a chart in words; its table has them all. */
const MOST_TOLD = 12;

/** Title and figures of a chart. */
function toldOf(context: Context, { specs, titles }: NamedChart): string {
  const { lang } = context;
  const all = figuresInWords(specs[lang]);
  if (all.length === 0) return titles[lang];
  const figures = all.slice(0, MOST_TOLD).join(plainly(context, 'clauseComma'));
  const key = all.length > MOST_TOLD ? 'toldMore' : 'told';
  const filled = { title: titles[lang], figures, count: String(all.length) };
  return fillIn(plainly(context, key), filled);
}

/** Something long behind a line that opens it. */
export function folded(summary: Content, content: Content): Html {
  return html`<details><summary>${summary}</summary>
${content}</details>`;
}

/**
 * What is of one question and in no figure of it, or in one of several. The same names stand in
 * tables of different questions: by this the audit knows whose figures it looks at.
 */
export function ofQuestion({ id }: Question, content: Content): Html {
  return html`<div data-question="${id}">${content}</div>`;
}

export interface Section {
  /** Part of its anchor; fixed words, never data. */
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}

export function section({ id, title, body }: Section, lang: string): Html {
  return html`<section id="${id}-${lang}"><h2>${phrased(title)}</h2>
${body}</section>
`;
}

/** How good the data are: what was read and coded, who answered, and whether it changes the results. */
import { plainly, type ReportContext } from '../context.ts';
import type { Section } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { hygiene } from './hygiene.ts';
import { response } from './response.ts';
import { restated } from './restated.ts';
import { sensitivity } from './sensitivity.ts';
import { coding, rows } from './sources.ts';

export function dataQuality(context: ReportContext): Section {
  const parts = [
    rows(context),
    response(context),
    coding(context),
    hygiene(context),
    sensitivity(context),
    restated(context),
  ].filter((one) => one !== null);
  return {
    id: 'quality',
    title: plainly(context, 'quality'),
    body: html`${parts.map((one) => subsection(one, context.lang))}`,
  };
}

function subsection({ id, title, body }: Section, lang: string): Html {
  return html`<section id="${id}-${lang}"><h3>${title}</h3>
${body}</section>
`;
}

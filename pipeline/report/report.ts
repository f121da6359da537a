/** Tables and charts in, one HTML document out. */
import type { ReportModel } from '../chart/model.ts';
import type { NamedChart } from '../chart/named-chart.ts';
import { clean } from '../chart/text.ts';
import { type Context, contextsOf, plainly, type ReportContext } from './context.ts';
import { controls } from './controls.ts';
import { type Section, section } from './figure.ts';
import { type Html, html } from './html.ts';
import { readScripts } from './libraries.ts';
import type { Manifest } from './manifest.ts';
import { page } from './page.ts';
import { pageData } from './page-model.ts';
import { changes } from './sections/changes.ts';
import { closed } from './sections/closed.ts';
import { dataQuality } from './sections/data-quality.ts';
import { findings } from './sections/findings.ts';
import { groups } from './sections/groups.ts';
import { contents, header } from './sections/header.ts';
import { method } from './sections/method.ts';
import { pairs } from './sections/pairs.ts';
import { priorities } from './sections/priorities.ts';
import { problems } from './sections/problems.ts';
import { subproblems } from './sections/subproblems.ts';
import { themes } from './sections/themes.ts';
import { uncoded } from './sections/uncoded.ts';
import { units } from './sections/units.ts';
import { staticSvg } from './static-svg.ts';
import { readStyle } from './style.ts';

/**
 * The report: every section once a language, the first language shown, the others waiting for
 * the switch. Same input, same text; no network is needed to make or to read it.
 *
 * @param charts what `drawCharts` made of the same model
 */
export async function renderReport(
  model: ReportModel,
  charts: readonly NamedChart[],
  manifest: Manifest,
): Promise<string> {
  const first = model.survey.languages[0] ?? 'zh-Hans';
  const pictures = new Map<string, Html>();
  for (const chart of charts) pictures.set(chart.name, await staticSvg(chart.specs[first]));
  const contexts = contextsOf(model, charts, manifest, pictures);
  return page({
    lang: first,
    title: clean(model.survey.title[first]),
    style: await readStyle(model.survey),
    body: html`${contexts.map(skipLink)}${languageSwitch(contexts)}${contexts.map(inLanguage)}`,
    data: pageData(model),
    scripts: await readScripts(),
  });
}

/** What a language has for itself is hidden where another one is shown first. */
function unlessFirst({ lang, first }: Context): Html | null {
  return lang === first ? null : html` hidden`;
}

/** The first stop by keyboard, before the languages. */
function skipLink(context: Context): Html {
  const { lang } = context;
  return html`<a class="skip" lang="${lang}" href="#findings-${lang}"${unlessFirst(context)}>${plainly(context, 'skip')}</a>
`;
}

/** Hidden until the script shows it: without scripts there is nothing to switch. */
function languageSwitch(contexts: readonly Context[]): Html | null {
  const [first] = contexts;
  if (first === undefined || contexts.length < 2) return null;
  return html`<nav class="languages" aria-label="${plainly(first, 'languages')}" hidden>
${contexts.map(
  (context) =>
    html`<button type="button" lang="${context.lang}" aria-pressed="${String(context === first)}">${plainly(context, 'language')}</button>
`,
)}</nav>
`;
}

function inLanguage(context: ReportContext): Html {
  const sections = sectionsOf(context);
  return html`<div class="report" lang="${context.lang}"${unlessFirst(context)}>
${header(context)}${controls(context)}${contents(context, sections)}<main>
${sections.map((one) => section(one, context.lang))}</main>
</div>
`;
}

function sectionsOf(context: ReportContext): readonly Section[] {
  const all = [
    findings(context),
    problems(context),
    changes(context),
    groups(context),
    subproblems(context),
    closed(context),
    priorities(context),
    pairs(context),
    units(context),
    themes(context),
    uncoded(context),
    dataQuality(context),
    method(context),
  ];
  return all.filter((one) => one !== null);
}

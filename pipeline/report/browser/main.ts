/**
 * Runs in the reader's browser: live charts, another language, another round or group, figures by
 * keyboard, and files to save. Without it the report is complete in its first language.
 */
import { drawCharts } from '../../chart/charts.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { NamedChart } from '../../chart/named-chart.ts';
import type { Lang } from '../../survey/text.ts';
import { type PageData, readPageData } from '../page-model.ts';
import type { View } from '../view.ts';
import { WORDS } from '../words.ts';
import { type LiveCharts, liveCharts } from './live-charts.ts';
import { offerFiles } from './offer-files.ts';
import { prepareForPrint } from './print.ts';
import { showSections, viewed, viewFrom } from './viewing.ts';

type Embed = Parameters<typeof liveCharts>[0];

/** Taken from the window: nothing else in the page needs them. */
function takeLibraries(): { readonly embed: Embed; readonly interpreter: unknown } | null {
  const found = window as unknown as Record<string, unknown>;
  const { vegaEmbed, vegaInterpreter } = found;
  for (const name of ['vega', 'vegaLite', 'vegaEmbed', 'vegaInterpreter']) delete found[name];
  return typeof vegaEmbed === 'function'
    ? { embed: vegaEmbed as Embed, interpreter: vegaInterpreter }
    : null;
}

/** Opens every fold around an element; whether any was closed. */
function unfold(element: Element): boolean {
  const fold = element.closest<HTMLDetailsElement>('details:not([open])');
  if (fold === null) return false;
  fold.open = true;
  unfold(fold);
  return true;
}

class ReportPage {
  readonly #model: ReportModel;
  readonly #reports = [...document.querySelectorAll<HTMLElement>('div.report')];
  readonly #live: LiveCharts;
  /** All, and those of what is chosen. */
  readonly #all: readonly NamedChart[];
  #chosen: readonly NamedChart[];

  constructor(model: ReportModel, embed: Embed, interpreter: unknown) {
    this.#model = model;
    this.#all = drawCharts(model);
    this.#chosen = this.#all;
    this.#live = liveCharts(embed, interpreter, (place) => this.#chartOf(place));
  }

  #chartOf(place: HTMLElement): NamedChart | null {
    const charts = place.closest('section[data-chosen]') === null ? this.#all : this.#chosen;
    return charts[Number(place.dataset.chart)] ?? null;
  }

  get #shown(): HTMLElement | undefined {
    return this.#reports.find((one) => !one.hidden);
  }

  start(): void {
    for (const report of this.#reports) this.#equip(report);
    const languages = document.querySelector<HTMLElement>('.languages');
    if (languages !== null) {
      languages.hidden = false;
      languages.addEventListener('click', ({ target }) => {
        const button = (target as Element).closest('button');
        if (button !== null) this.#show(button.lang);
      });
    }
    let waiting = 0;
    window.addEventListener('resize', () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => this.#refresh(), 200);
    });
    // Toggles do not bubble.
    document.addEventListener('toggle', () => this.#refresh(), true);
    window.addEventListener('hashchange', () => this.#follow(location.hash));
    prepareForPrint();
    this.#follow(location.hash);
    this.#refresh();
  }

  /** Shows the language of an anchor, such as `#units-en`, unfolds what hides it, and goes there. */
  #follow(hash: string): void {
    const target = hash === '' ? null : document.getElementById(hash.slice(1));
    const report = target?.closest<HTMLElement>('div.report');
    if (!target || !report) return;
    const wasFolded = unfold(target);
    if (!report.hidden && !wasFolded) return;
    if (report.hidden) this.#show(report.lang);
    target.scrollIntoView();
  }

  #show(lang: string): void {
    for (const one of document.querySelectorAll<HTMLElement>('.skip, div.report')) {
      one.hidden = one.lang !== lang;
    }
    const languages = document.querySelector('.languages');
    languages?.setAttribute('aria-label', WORDS[lang as Lang].languages);
    for (const button of languages?.querySelectorAll('button') ?? []) {
      button.setAttribute('aria-pressed', String(button.lang === lang));
    }
    document.documentElement.lang = lang;
    const heading = this.#shown?.querySelector('h1')?.textContent;
    if (heading) document.title = heading;
    this.#refresh();
  }

  #refresh(): void {
    if (this.#shown !== undefined) this.#live.drawAll(this.#shown);
  }

  /** What can be chosen and saved in a report of one language. */
  #equip(report: HTMLElement): void {
    offerFiles(report, report.lang as Lang, this.#live);
    const form = report.querySelector<HTMLFormElement>('.controls');
    if (form === null) return;
    form.hidden = false;
    form.addEventListener('change', () => this.#choose(viewFrom(form, this.#model)));
    form.querySelector('.print')?.addEventListener('click', () => window.print());
  }

  /** In every language, so that the choice outlives the switch. */
  #choose(view: View): void {
    const chosen = viewed(this.#model, view);
    this.#chosen = chosen.charts;
    for (const report of this.#reports) {
      showSections(report, this.#model, chosen);
      offerFiles(report, report.lang as Lang, this.#live);
    }
    this.#refresh();
  }
}

const found = document.querySelector('script#report-data');
const libraries = takeLibraries();
if (found !== null && libraries !== null) {
  const model = readPageData(JSON.parse(found.textContent ?? '') as PageData);
  new ReportPage(model, libraries.embed, libraries.interpreter).start();
}

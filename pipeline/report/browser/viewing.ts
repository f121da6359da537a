/** Sections of the round and group that the reader chose, in the place of those of all. */
import { drawCharts } from '../../chart/charts.ts';
import type { ReportModel } from '../../chart/model.ts';
import type { NamedChart } from '../../chart/named-chart.ts';
import { valueName } from '../../chart/names.ts';
import { LANGUAGES, type Lang } from '../../survey/text.ts';
import { type Context, plainly, say, translated, viewContexts } from '../context.ts';
import { section } from '../figure.ts';
import { choicesIn, FOLLOWING } from '../following.ts';
import { type Html, html } from '../html.ts';
import { modelIn, type View } from '../view.ts';

/** What the controls say, by the numbers in them. */
export function viewFrom(form: HTMLFormElement, model: ReportModel): View {
  const chosen = (name: string) =>
    form.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? '';
  const { rounds } = model.survey;
  const round = rounds[chosen('round') === '' ? rounds.length - 1 : Number(chosen('round'))]!;
  const [group, value] = chosen('place').split(' ').map(Number);
  const choice = chosen('place') === '' ? undefined : choicesIn(model)[group!];
  return {
    round: round.id,
    place: choice === undefined ? null : { group: choice.group.id, value: choice.values[value!]! },
  };
}

/** A view, with the charts of its sections and all that is said of it, by language. */
export interface Viewed {
  readonly view: View;
  readonly isWhole: boolean;
  readonly charts: readonly NamedChart[];
  readonly contexts: readonly Context[];
}

export function viewed(model: ReportModel, view: View): Viewed {
  const shown = modelIn(model, view);
  const charts = drawCharts(shown).map((chart) => ofPlace(chart, model, view));
  return {
    view,
    isWhole: view.place === null && view.round === model.survey.rounds.at(-1)?.id,
    charts,
    contexts: viewContexts(shown, charts, new Map()),
  };
}

/** A chart whose title says of whom it tells: it may be shown or saved without its section. */
function ofPlace(chart: NamedChart, model: ReportModel, view: View): NamedChart {
  const titled = LANGUAGES.map((lang) => {
    const place = placeName(model, view, lang);
    return [lang, place === null ? chart.titles[lang] : `${chart.titles[lang]} · ${place}`];
  });
  return { ...chart, titles: Object.fromEntries(titled) as Record<Lang, string> };
}

/** How the chosen value of a group is called; null: everybody. */
function placeName({ survey }: ReportModel, { place }: View, lang: Lang): string | null {
  const group = survey.groups.find(({ id }) => id === place?.group);
  return place === null || group === undefined ? null : valueName(place.value, group, lang);
}

/** Of each report the sections of all, by their anchors, which come back when they are chosen. */
const wholes = new WeakMap<Element, Map<string, Element>>();

/**
 * Puts the sections that follow a view in the place of those of all, and those of all back where they
 * do not follow, which says so.
 */
export function showSections(
  report: HTMLElement,
  model: ReportModel,
  { view, isWhole, contexts }: Viewed,
): void {
  const context = contexts.find(({ lang }) => lang === report.lang)!;
  const name = viewName(context, model, view);
  const ofAll = wholes.get(report) ?? new Map<string, Element>();
  wholes.set(report, ofAll);
  for (const one of report.querySelectorAll('.still')) one.remove();
  for (const { id, make, ofGroups } of FOLLOWING) {
    const old = report.querySelector(`#${id}-${context.lang}`);
    if (old === null) continue;
    const whole = ofAll.get(old.id) ?? old;
    ofAll.set(old.id, whole);
    const follows = !isWhole && (view.place === null || ofGroups);
    old.replaceWith(follows ? elementOf(remade(context, id, make(context), name, whole)) : whole);
  }
  if (!isWhole) markStill(report, context);
  tellChoice(report, context, model, { view, isWhole, name });
}

function remade(
  context: Context,
  id: string,
  made: ReturnType<(typeof FOLLOWING)[number]['make']>,
  name: Html,
  whole: Element,
): Html {
  const title = made?.title ?? whole.querySelector('h2')?.textContent ?? '';
  const body = made?.body ?? html`<p>${plainly(context, 'noFigures')}</p>`;
  const said = html`<p class="view">${name}</p>
`;
  return section({ id, title, body: html`${said}${body}` }, context.lang);
}

function viewName(context: Context, model: ReportModel, view: View): Html {
  const { round } = view;
  const found = model.survey.rounds.find(({ id }) => id === round);
  return say(context, 'view', {
    round: found === undefined ? round : translated(context, found.label),
    place: placeName(model, view, context.lang) ?? plainly(context, 'allPeople'),
  });
}

/** Sections with charts, and those that follow other choices. */
function markStill(report: HTMLElement, context: Context): void {
  const ids = new Set(FOLLOWING.map(({ id }) => `${id}-${context.lang}`));
  for (const one of report.querySelectorAll<HTMLElement>('main > section:not([data-chosen])')) {
    if (!ids.has(one.id) && one.querySelector('.chart') === null) continue;
    const note = document.createElement('p');
    note.className = 'still';
    note.textContent = plainly(context, 'still');
    one.querySelector('h2')?.after(note);
  }
}

function tellChoice(
  report: HTMLElement,
  context: Context,
  model: ReportModel,
  { view, isWhole, name }: Pick<Viewed, 'view' | 'isWhole'> & { readonly name: Html },
): void {
  const form = report.querySelector<HTMLFormElement>('.controls');
  const output = form?.querySelector('output');
  if (!form || !output) return;
  const select = (name: string) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  const round = select('round');
  if (round !== null)
    round.value = String(model.survey.rounds.findIndex(({ id }) => id === view.round));
  const place = select('place');
  if (place !== null) place.value = placeValue(model, view);
  output.replaceChildren(isWhole ? '' : nodesOf(say(context, 'chosen', { view: name })));
}

function placeValue(model: ReportModel, { place }: View): string {
  if (place === null) return '';
  const choices = choicesIn(model);
  const i = choices.findIndex(({ group }) => group.id === place.group);
  return `${i} ${choices[i]!.values.indexOf(place.value)}`;
}

/** Markup comes from the templates alone, which escape everything that is not theirs. */
function nodesOf(markup: Html): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup.toString();
  return template.content;
}

function elementOf(markup: Html): Element {
  const element = nodesOf(markup).firstElementChild as HTMLElement;
  element.dataset.chosen = '';
  return element;
}

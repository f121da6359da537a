/** Everything a section needs to say something in one language. */

import { alphaOf } from '../aggregate/families.ts';
import { confidenceText } from '../chart/captions.ts';
import type { ReportModel } from '../chart/model.ts';
import type { ChartSubject, NamedChart } from '../chart/named-chart.ts';
import { type Panel, panelsOf } from '../chart/panels.ts';
import { inNumber } from '../plural.ts';
import type { Lang, LocalText } from '../survey/text.ts';
import { type Content, type Html, html } from './html.ts';
import type { Manifest } from './manifest.ts';
import { unbroken } from './unbroken.ts';
import type { Verdict } from './verdicts/verdict.ts';
import { verdictsOf } from './verdicts.ts';
import { WORDS, type WordKey } from './words.ts';

export interface Context {
  readonly model: ReportModel;
  readonly lang: Lang;
  /** The report's first language, in which names without translation are taken to be. */
  readonly first: Lang;
  readonly panels: readonly Panel[];
  /** What the tables allow to say; the same in every language. */
  readonly verdicts: readonly Verdict[];
  readonly charts: readonly NamedChart[];
  /** Drawn at build time, by chart name; in the first language only. */
  readonly pictures: ReadonlyMap<string, Html>;
  /** `95%`. */
  readonly confidence: string;
  /** Below this an adjusted p is a finding. */
  readonly alpha: number;
}

/** What the sections on data and methods need besides, which follow no choice in the browser. */
export interface ReportContext extends Context {
  readonly manifest: Manifest;
}

export function contextsOf(
  model: ReportModel,
  charts: readonly NamedChart[],
  manifest: Manifest,
  pictures: ReadonlyMap<string, Html>,
): readonly ReportContext[] {
  return viewContexts(model, charts, pictures).map((context) => ({ ...context, manifest }));
}

/** Contexts of the sections that can be made again in the browser. */
export function viewContexts(
  model: ReportModel,
  charts: readonly NamedChart[],
  pictures: ReadonlyMap<string, Html>,
): readonly Context[] {
  const first = model.survey.languages[0] ?? 'zh-Hans';
  const panels = panelsOf(model);
  const shared = { model, first, charts, panels, verdicts: verdictsOf(model, panels) };
  return model.survey.languages.map((lang) => ({
    ...shared,
    lang,
    pictures: lang === first ? pictures : new Map(),
    confidence: confidenceText(model),
    alpha: alphaOf(model.survey.statistics),
  }));
}

/**
 * A text of the report, with values put in for `{name}` and words in their number; everything is
 * escaped, and ranges of numbers do not break.
 */
export function say(
  context: Context,
  key: WordKey,
  values: Readonly<Record<string, Content>> = {},
): Html {
  const text = inNumber(WORDS[context.lang][key], (name) => values[name]);
  const parts = text.split(/\{(\w+)\}/);
  const filled = (name: string): Content =>
    Object.hasOwn(values, name) ? (values[name] as Content) : `{${name}}`;
  return html`${unbroken(parts.map((part, at) => (at % 2 === 0 ? part : filled(part))))}`;
}

/** A text as plain words, for attributes. */
export function plainly(context: Context, key: WordKey): string {
  return WORDS[context.lang][key];
}

/** What stands between two sentences. */
export function gap({ lang }: Context): string {
  return lang === 'en' ? ' ' : '';
}

const HAN = /\p{Script=Han}/u;

/** A name as the data have it, marked as Chinese where the text around it is not. */
export function asWritten(context: Context, text: string): Content {
  const { lang, first, model } = context;
  if (!HAN.test(text) || lang === first) return text;
  const own = model.survey.languages.find((one) => one !== 'en') ?? 'zh';
  return lang === own ? text : html`<span lang="${own}">${text}</span>`;
}

/** A text that may not have been translated. */
export function translated(context: Context, text: LocalText): Content {
  const { lang, first } = context;
  return lang === 'en' && text.en === text[first] ? asWritten(context, text.en) : text[lang];
}

/** The chart of a subject, or null if there are no data for it. */
export function findChart(
  context: Context,
  subject: Partial<ChartSubject> & Pick<ChartSubject, 'kind'>,
): NamedChart | null {
  const { kind, question = '', taxonomy = '', group = '', part = 0 } = subject;
  const same = (one: NamedChart) =>
    one.kind === kind &&
    one.question === question &&
    one.taxonomy === taxonomy &&
    one.part === part &&
    one.group === group;
  return context.charts.find(same) ?? null;
}

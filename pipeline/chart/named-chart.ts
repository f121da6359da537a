/** A chart in every language, with what the report needs to place it. */
import type { TopLevelSpec } from 'vega-lite';
import { LANGUAGES, type Lang } from '../survey/text.ts';
import { WIDTH } from './theme.ts';

export type ChartKind =
  | 'problems'
  | 'trends'
  | 'groups'
  | 'units'
  | 'unit-problems'
  | 'priorities'
  | 'subproblems'
  | 'closed'
  | 'themes'
  | 'theme-groups'
  | 'pairs'
  | 'coding';

/** What a chart shows; no two charts of a report have the same subject. */
export interface ChartSubject {
  readonly kind: ChartKind;
  /** Ids; empty where the chart is not of one question, taxonomy or group. */
  readonly question: string;
  readonly taxonomy: string;
  readonly group: string;
  /** From 1, where a long chart comes in several; else 0. */
  readonly part: number;
}

export interface NamedChart extends ChartSubject {
  /** Of the file: letters, digits and dashes. */
  readonly name: string;
  readonly specs: Readonly<Record<Lang, TopLevelSpec>>;
  readonly titles: Readonly<Record<Lang, string>>;
  /** How to read it, a sentence. */
  readonly readings: Readonly<Record<Lang, string>>;
  /** Pixels; narrower screens scroll the chart. */
  readonly minimumWidths: Readonly<Record<Lang, number>>;
}

export interface Drawing {
  readonly title: string;
  readonly reading: string;
  readonly spec: (texts: { readonly title: string; readonly reading: string }) => TopLevelSpec;
}

/** Pixels. */
const LEAST_WIDTH = 300;

/** Draws a chart once a language. */
export function nameChart(
  subject: Partial<ChartSubject> & Pick<ChartSubject, 'kind'>,
  draw: (lang: Lang) => Drawing,
  minimumWidth: (lang: Lang) => number = () => LEAST_WIDTH,
): NamedChart {
  const full = { question: '', taxonomy: '', group: '', part: 0, ...subject };
  const drawings = LANGUAGES.map((lang) => [lang, draw(lang)] as const);
  const inEach = <T>(pick: (one: Drawing, lang: Lang) => T) =>
    Object.fromEntries(drawings.map(([lang, one]) => [lang, pick(one, lang)])) as Record<Lang, T>;
  return {
    ...full,
    name: nameOf(full),
    specs: inEach(({ title, reading, spec }) => spec({ title, reading })),
    titles: inEach((one) => one.title),
    readings: inEach((one) => one.reading),
    minimumWidths: inEach((_, lang) => Math.min(minimumWidth(lang), 4 * WIDTH)),
  };
}

/** Makes names unique where two subjects have the same letters and digits. */
export function withDistinctNames(charts: readonly NamedChart[]): readonly NamedChart[] {
  const seen = new Map<string, number>();
  return charts.map((chart) => {
    const times = (seen.get(chart.name) ?? 0) + 1;
    seen.set(chart.name, times);
    return times === 1 ? chart : { ...chart, name: `${chart.name}-${times}` };
  });
}

function nameOf({ kind, question, taxonomy, group, part }: ChartSubject): string {
  const parts = [kind, question, taxonomy, group, part === 0 ? '' : String(part)];
  return parts
    .filter((one) => one !== '')
    .map(slug)
    .join('-');
}

function slug(part: string): string {
  const safe = part
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...(safe === '' ? 'x' : safe)].slice(0, 40).join('');
}

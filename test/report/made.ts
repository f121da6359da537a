/** Hand-made tables for verdicts and sentences: three rounds, one taxonomy, two groups. */

import { seriesRows } from '../../pipeline/aggregate/series.ts';
import type {
  ClosedRow,
  ContrastRow,
  ProblemRow,
  ScaleTrendRow,
  ShareFigures,
  Tables,
  TestRow,
  TrendRow,
} from '../../pipeline/aggregate/tables.ts';
import type { ReportModel } from '../../pipeline/chart/model.ts';
import { panelsOf } from '../../pipeline/chart/panels.ts';
import { type Context, contextsOf } from '../../pipeline/report/context.ts';
import type { Verdict, VerdictKind } from '../../pipeline/report/verdicts/verdict.ts';
import { verdictsOf } from '../../pipeline/report/verdicts.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import type { Lang } from '../../pipeline/survey/text.ts';
import { NO_TABLES } from '../support/tables.ts';
import { GRASSROOTS, MANIFEST, ORGAN, SURVEY } from './model.ts';

export const [Q1, Q2, Q3] = ['2026-q1', '2026-q2', '2026-q3'] as const;

/** A survey with one open question coded by one taxonomy, unless told otherwise. */
export const ONE: Survey = {
  ...SURVEY,
  questions: SURVEY.questions.map((one) =>
    one.type === 'open' ? { ...one, taxonomy: { by: null, taxonomy: 'organ' } } : one,
  ),
};

/** A shown share; its interval is `half` to either side. */
export function shown(share: number, base: number, half = 0.03, n_effective = base): ShareFigures {
  const [low, high] = [share - half, share + half].map((limit) =>
    Math.min(1, Math.max(0, Number(limit.toFixed(4)))),
  ) as [number, number];
  return { base, n: Math.round(share * base), share, low, high, n_effective, status: 'shown' };
}

/** A hidden share that still holds figures, as it never should: 77 must not appear anywhere. */
export const POISON: ShareFigures = {
  ...shown(0.777, 77_777, 0.0077),
  status: 'suppressed',
};

export function problem(
  round: string,
  code: string,
  figures: ShareFigures,
  value = '',
  taxonomy = 'organ',
): ProblemRow {
  const group = value === '' ? 'all' : 'unit_type';
  const level = code === taxonomy ? 0 : 1;
  const where = { round, question: 'problems', taxonomy, group, value };
  return { ...where, code, level, label: code, ...figures };
}

export function trend(
  code: string,
  change: TrendRow['change'],
  more: Partial<TrendRow> = {},
): TrendRow {
  return {
    ...{ question: 'problems', code, group: 'all', value: '', from: Q2, to: Q3 },
    ...{ share_from: 0.2, share_to: 0.26, difference: change === 'down' ? -0.06 : 0.06 },
    ...(change === 'down' ? { low: -0.1, high: -0.02 } : { low: 0.02, high: 0.1 }),
    ...{ p: 0.001, p_adjusted: 0.004, change, shown: 'yes' },
    ...more,
  };
}

export function tested(code: string, p_adjusted: number): TestRow {
  const where = { round: Q3, question: 'problems', code, group: 'unit_type' };
  return { ...where, statistic: 3, df1: 2, df2: 900, p: p_adjusted, p_adjusted, shown: 'yes' };
}

/** A value of the group against the rest, as contrasts.csv has it. */
export function contrast(
  code: string,
  value: string,
  share: number,
  rest: { readonly share: number; readonly base: number },
  verdict: ContrastRow['verdict'],
): ContrastRow {
  const difference = share - rest.share;
  return {
    ...{ round: Q3, question: 'problems', taxonomy: 'organ', code, group: 'unit_type', value },
    ...{ share, base_rest: rest.base, share_rest: rest.share, n_effective_rest: rest.base },
    ...{ difference, low: difference - 0.05, high: difference + 0.05 },
    ...{ p: 0.001, p_adjusted: verdict === 'no-evidence' ? 0.4 : 0.004, verdict, shown: 'yes' },
  };
}

/** The line with the mean of the scale `importance`. */
export function mean(round: string, value: number, half: number, base = 900): ClosedRow {
  return {
    ...{ round, question: 'importance', type: 'scale', group: 'all', value: '' },
    ...{ option: '', label: '', base, n: null, share: null },
    ...{ low: value - half, high: value + half, mean: value, sd: 1, n_effective: base },
    status: 'shown',
  };
}

/** The scale `importance` from one round to the next. */
export function scaleTrend(
  from: number,
  to: number,
  change: ScaleTrendRow['change'],
): ScaleTrendRow {
  const difference = to - from;
  return {
    ...{ question: 'importance', group: 'all', value: '', from: Q2, to: Q3 },
    ...{ mean_from: from, mean_to: to, difference, low: difference - 0.1, high: difference + 0.1 },
    ...{ superiority: 0.6, superiority_low: 0.55, superiority_high: 0.65 },
    ...{ p_rank: 0.02, p: 0.02, p_adjusted: 0.03, change, shown: 'yes' },
  };
}

export function modelWith(tables: Partial<Tables>, survey: Survey = ONE): ReportModel {
  return {
    survey,
    taxonomies: [ORGAN, GRASSROOTS],
    themes: [],
    recurring: [],
    tables: { ...NO_TABLES, series: seriesRows(tables.problems ?? [], survey), ...tables },
  };
}

export function verdictsIn(tables: Partial<Tables>, survey: Survey = ONE): readonly Verdict[] {
  const model = modelWith(tables, survey);
  return verdictsOf(model, panelsOf(model));
}

/** The verdicts of one kind. */
export function only<Kind extends VerdictKind>(
  kind: Kind,
  verdicts: readonly Verdict[],
): readonly Extract<Verdict, { kind: Kind extends 'rose' | 'fell' ? 'rose' | 'fell' : Kind }>[] {
  return verdicts.filter((one) => one.kind === kind) as never;
}

export function contextIn(lang: Lang, model: ReportModel): Context {
  const found = contextsOf(model, [], MANIFEST, new Map()).find((one) => one.lang === lang);
  if (found === undefined) throw new Error(`the survey has no ${lang}`);
  return found;
}

/** Markup as a reader sees it. */
export function read(markup: unknown): string {
  return String(markup)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

/** Texts that several charts have in common. */
import type { Round } from '../survey/survey.ts';
import type { Lang } from '../survey/text.ts';
import type { ReportModel } from './model.ts';
import { questionName, roundName } from './names.ts';
import type { Panel } from './panels.ts';
import { count } from './percent.ts';
import { clean } from './text.ts';
import { CHART_WORDS, fillIn } from './words.ts';

/**
 * The panel's question, with its taxonomy's name where several taxonomies share it; the taxonomy
 * alone where the survey has no other open question.
 */
export function panelName(model: ReportModel, panel: Panel, lang: Lang): string {
  const name = questionName(panel.question, lang);
  const shared = panel.question.taxonomy.by !== null && model.taxonomies.length > 1;
  if (!shared) return name;
  const taxonomy = clean(panel.taxonomy.labels[lang]);
  if (model.survey.questions.filter(({ type }) => type === 'open').length === 1) return taxonomy;
  return lang === 'en' ? `${name} (${taxonomy})` : `${name}（${taxonomy}）`;
}

export function confidenceText(model: ReportModel): string {
  return `${Math.round(model.survey.statistics.confidence * 1000) / 10}%`;
}

/** How to read a ranking, with the base that its rows share. */
export function rankingReading(
  lang: Lang,
  confidence: string,
  rows: readonly { readonly base: number | null }[],
  previous: Round | null,
  measure: 'share' | 'closedShare' = 'share',
): readonly string[] {
  const words = CHART_WORDS[lang];
  const base = rows.find((row) => row.base !== null)?.base ?? null;
  return [
    fillIn(words.rankingReading, {
      confidence,
      share: lang === 'en' ? words[measure].toLowerCase() : words[measure],
    }),
    ...(base === null ? [] : [fillIn(words.baseReading, { base: count(base) })]),
    ...(previous === null
      ? []
      : [fillIn(words.previousReading, { round: roundName(previous, lang) })]),
  ];
}

/** How computed weights are told of, in notices. */
import type { Weighting } from '../aggregate/weighting.ts';
import type { Survey } from '../survey/survey.ts';
import { COMMA, type MessageLang } from './message.ts';

const METHODS = {
  'zh-Hans': { poststratify: '事后分层', rake: '边际加权' },
  en: { poststratify: 'post-stratification', rake: 'raking' },
} as const;

export function weightingValues(
  one: Weighting,
  { groups }: Survey,
  lang: MessageLang,
): Readonly<Record<string, string | number>> {
  const labels = one.by.map((id) => groups.find((group) => group.id === id)!.label[lang]);
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return {
    round: one.round,
    method: METHODS[lang][one.method],
    by: labels.join(COMMA[lang]),
    effect: one.design_effect.toFixed(2),
    trimmed: one.trimmed,
    unplaced: one.unplaced ?? '',
    unreached: percent(one.unreached),
    deviation: percent(one.deviation),
  };
}

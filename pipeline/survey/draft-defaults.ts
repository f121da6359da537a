/** The settings that a drafted survey.yaml leaves at their defaults, as comments to be taken in. */
import { type DraftPartKey, draftPart } from '../messages/draft.ts';
import type { MessageLang } from '../messages.ts';
import type { Draft } from './draft.ts';
import { HYGIENE_RULES } from './survey.ts';

/** Lines of YAML behind a `#`; the words after each say what it is. */
export function draftDefaults(draft: Draft, lang: MessageLang): string {
  const part = (key: DraftPartKey) => draftPart(key, lang);
  const lines = [
    ...(lang === 'en' ? [] : [`languages: [zh-Hans, zh-Hant, en] # ${part('languages')}`]),
    ...(draft.exclude.length === 0
      ? [`exclude: {${part('exclude-example')}} # ${part('exclude')}`]
      : []),
    `privacy: {minimum: 5, quotes: none, personal_data: mask} # ${part('privacy')}`,
    `statistics: {confidence: 0.95, interval: wilson, correction: BH} # ${part('statistics')}`,
    `hygiene: {${HYGIENE_RULES.map((rule) => `${rule}: flag`).join(', ')}} # ${part('hygiene')}`,
    `coding: {examples: hand-codes.csv} # ${part('coding')}`,
    ...(draft.maximumSetAside === null ? [`maximum_set_aside: 0.05 # ${part('maximum')}`] : []),
  ];
  return [` ${part('defaults')}`, ...lines.map((line) => ` ${line}`)].join('\n');
}

/** Languages of reports, and texts that exist in each of them. */

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** A language a report can be shown in (BCP 47). */
export type Lang = (typeof LANGUAGES)[number];

/** One text in every report language; the same text thrice where its author gave one. */
export type LocalText = Readonly<Record<Lang, string>>;

/** Makes a LocalText of one plain text, which then serves all languages. */
export function sameInAll(text: string): LocalText {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}

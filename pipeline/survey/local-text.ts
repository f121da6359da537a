/** Texts that an author gave in some languages, in each of them. */
import { toSimplified, toTraditional } from './scripts.ts';
import type { Lang, LocalText } from './text.ts';

/**
 * A Chinese text given in one script is converted into the other; what is absent otherwise falls
 * back to the other language. Null where nothing was given.
 */
export function inAllLanguages(
  given: Readonly<Partial<Record<Lang, string | undefined>>>,
): LocalText | null {
  const { 'zh-Hans': hans, 'zh-Hant': hant, en } = given;
  const first = hans ?? hant ?? en;
  if (first === undefined) return null;
  return {
    'zh-Hans': hans ?? (hant === undefined ? first : toSimplified(hant)),
    'zh-Hant': hant ?? (hans === undefined ? first : toTraditional(hans)),
    en: en ?? first,
  };
}

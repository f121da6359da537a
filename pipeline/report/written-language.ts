/** In what language and script a respondent wrote, so that it is shown and read aloud as such. */
import type { Lang } from '../survey/text.ts';
import { SIMPLIFIED } from '../taxonomy/fold.ts';

const HAN = /\p{Script=Han}/u;
const SIMPLE: ReadonlySet<string> = new Set(SIMPLIFIED.values());

/**
 * English without a Han character; else the script that more of its characters belong to, or the
 * survey's own Chinese where they tell nothing (人手不足 is both).
 *
 * @param languages of the survey
 * @returns `zh` where neither the text nor the survey tells the script
 */
export function writtenLanguage(text: string, languages: readonly Lang[]): Lang | 'zh' {
  if (!HAN.test(text)) return 'en';
  const characters = [...text];
  const traditional = characters.filter((one) => SIMPLIFIED.has(one)).length;
  const simplified = characters.filter((one) => !SIMPLIFIED.has(one) && SIMPLE.has(one)).length;
  if (traditional > simplified) return 'zh-Hant';
  if (simplified > traditional) return 'zh-Hans';
  return languages.find((one) => one !== 'en') ?? 'zh';
}

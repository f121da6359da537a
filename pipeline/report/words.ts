/** All text of the report, in three languages of equal standing. */
import type { Lang } from '../survey/text.ts';
import { en } from './words/en.ts';
import { zhHans } from './words/zh-hans.ts';
import { zhHant } from './words/zh-hant.ts';

export type WordKey = keyof typeof zhHans;
export type Words = Readonly<Record<WordKey, string>>;

export const WORDS: Readonly<Record<Lang, Words>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

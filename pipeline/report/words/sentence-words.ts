/** What every language must have words for. */
import type { sentencesZhHans } from './sentences-zh-hans.ts';

export type SentenceWords = Readonly<Record<keyof typeof sentencesZhHans, string>>;

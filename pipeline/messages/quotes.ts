/** What `run` says of quotes. */
import type { MessageLang } from '../messages.ts';
import { type DecidedQuotes, QUOTES_FILE, unclearMarks } from '../publish/quotes.ts';
import { notice } from './notices.ts';

/** @param released how many are published */
export function quoteLines(
  quotes: DecidedQuotes,
  released: number,
  lang: MessageLang,
): readonly string[] {
  const { candidates, past } = quotes;
  const unclear = unclearMarks(quotes);
  const values = { candidates: candidates.length, released, past: past.length, file: QUOTES_FILE };
  const told = { file: QUOTES_FILE, count: unclear.length, example: unclear[0] ?? '' };
  return [
    notice('quotes', lang, values),
    ...(unclear.length === 0 ? [] : [notice('quotes-unclear', lang, told)]),
  ];
}

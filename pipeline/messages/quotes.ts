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
  const values = { candidates: candidates.length, released, past: past.length };
  return [
    notice('quotes', lang, { ...values, file: QUOTES_FILE }),
    ...unclear
      .slice(0, 1)
      .map((example) =>
        notice('quotes-unclear', lang, { file: QUOTES_FILE, count: unclear.length, example }),
      ),
  ];
}

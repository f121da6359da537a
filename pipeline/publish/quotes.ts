/**
 * private/quotes.csv: what a person may release of respondents' own words, and what they decided.
 *
 * A run proposes; a person writes a yes beside what may be published; the next run reads that from
 * the folder it replaces, publishes, and writes the decisions down again.
 */

import type { QuoteRow, Tables } from '../aggregate/tables.ts';
import { BOM, csvText, unguarded } from '../csv.ts';
import type { Effects } from '../effects.ts';
import type { QuoteCandidate } from '../protect/quotes.ts';
import { openTable } from '../read/table.ts';
import type { Survey } from '../survey/survey.ts';
import type { Stage } from './stage.ts';

export const QUOTES_FILE = 'private/quotes.csv';
const COLUMNS = ['round', 'question', 'taxonomy', 'code', 'label', 'quote', 'release'] as const;
const NO = ['', 'no', 'n', '否', '不', '0', 'x', '×', '✗', '✘'];
const YES = ['yes', 'y', '是', '1', '✓', '✔', '√'];

/** A line of quotes.csv: a quote, and what a person wrote beside it, mostly nothing. */
export interface DecidedQuote extends QuoteCandidate {
  readonly release: string;
}

export interface DecidedQuotes {
  /** In the candidates' order. */
  readonly candidates: readonly DecidedQuote[];
  /** Decided before, and no candidates any more: kept, and never published. */
  readonly past: readonly DecidedQuote[];
}

/** @example isYes('是') // true; isYes('不') // false */
export function isYes(release: string): boolean {
  return YES.includes(plainly(release));
}

/**
 * What a person wrote in the column `release` that is neither a yes nor a no; nothing is published
 * for it.
 *
 * @example unclearMarks(decisions) // ['同意', 'TRUE']
 */
export function unclearMarks({ candidates, past }: DecidedQuotes): readonly string[] {
  return [...candidates, ...past]
    .map(({ release }) => release.trim())
    .filter((mark) => !isYes(mark) && !NO.includes(plainly(mark)));
}

function plainly(release: string): string {
  return release
    .normalize('NFKC')
    .replace(/\uFE0F/g, '')
    .trim()
    .toLowerCase();
}

/**
 * What a person decided, by the quotes.csv of the set about to be replaced; nothing if it has none.
 *
 * @throws InputError if the file cannot be read: decisions are not thrown away unread
 */
export async function readDecisions(
  stage: Pick<Stage, 'previous'>,
  fx: Effects,
): Promise<readonly DecidedQuote[]> {
  const path = await stage.previous(QUOTES_FILE);
  if (path === null) return [];
  const table = await openTable({ path, name: path, form: 'csv', encoding: null }, COLUMNS, fx);
  const found: DecidedQuote[] = [];
  for await (const batch of table.batches()) {
    for (const { picked } of batch) {
      const [round, question, taxonomy, code, label, quote, release] = picked.map((cell) =>
        unguarded(cell).trim(),
      ) as [string, string, string, string, string, string, string];
      found.push({ round, question, taxonomy, code, label, quote, release });
    }
  }
  return found;
}

/** Candidates with what was decided of the same words for the same problem and round. */
export function withDecisions(
  candidates: readonly QuoteCandidate[],
  decisions: readonly DecidedQuote[],
): DecidedQuotes {
  const decided = new Map<string, DecidedQuote>();
  for (const one of decisions) {
    if (one.release === '') continue;
    const before = decided.get(keyOf(one));
    // Of a line that came twice a no counts, wherever it stands.
    if (before === undefined || isYes(before.release)) decided.set(keyOf(one), one);
  }
  const proposed = new Set(candidates.map(keyOf));
  return {
    candidates: candidates.map((one) => ({
      ...one,
      release: decided.get(keyOf(one))?.release ?? '',
    })),
    past: [...decided.values()].filter((one) => !proposed.has(keyOf(one))),
  };
}

function keyOf({ round, question, taxonomy, code, quote }: QuoteCandidate): string {
  return [round, question, taxonomy, code, quote].map((one) => one.trim()).join('\u0000');
}

/** The lines of quotes.csv in tables/: what a person said yes to. */
export function releasedRows({ candidates }: DecidedQuotes): readonly QuoteRow[] {
  return candidates
    .filter(({ release }) => isYes(release))
    .map(({ round, question, taxonomy, code, quote }) => ({
      ...{ round, question, taxonomy, code, quote },
    }));
}

/** All words of respondents that a set of tables publishes with a person's yes. */
export function releasedTexts({ quotes }: Pick<Tables, 'quotes'>): readonly string[] {
  return quotes.map(({ quote }) => quote);
}

/**
 * The file as it is written: candidates, then past decisions. A survey that asks for no quotes keeps
 * what was decided before, so that it can ask again; null where it has nothing to keep.
 */
export function quotesCsv(
  { candidates, past }: DecidedQuotes,
  { privacy }: Pick<Survey, 'privacy'>,
): string | null {
  if (privacy.quotes === 'none' && past.length === 0) return null;
  const rows = [...candidates, ...past].map((one) => COLUMNS.map((name) => one[name]));
  return BOM + csvText([COLUMNS, ...rows]);
}

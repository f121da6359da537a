/** Which quotes stand for the others: surely coded, neither short nor long, in words many share. */

/** A quote to be weighed against others that state the same problem. */
export interface Weighed {
  readonly text: string;
  /** Its folded words. */
  readonly words: readonly string[];
  /** How surely its answer states the problem, in [0, 1]. */
  readonly confidence: number;
  /** Whether it is a whole answer, not a clause out of one. */
  readonly isWhole: boolean;
}

/** Characters of a quote that is neither short nor long. */
const [SHORT, LONG] = [12, 36];
/** What a quote of twice `LONG` characters is worth beside one of middle length. */
const TOO_LONG = 0.5;
/** What a clause is worth beside a whole answer, which says what was meant. */
const CLAUSE = 0.8;

/**
 * The quotes, most typical first; of equals the one that came first.
 *
 * A quote's score is confidence × whole × length × words, each in [0, 1]; `words` is the mean share of the
 * quotes that have each pair of neighbouring words of it, relative to the highest such mean.
 */
export function byTypicality<Quote extends Weighed>(quotes: readonly Quote[]): readonly Quote[] {
  const pairs = quotes.map(({ words }) => pairsOf(words));
  const holders = new Map<string, number>();
  for (const own of pairs) for (const pair of own) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const shared = pairs.map((own) => {
    const sum = [...own].reduce((total, pair) => total + holders.get(pair)!, 0);
    return own.size === 0 ? 0 : sum / own.size;
  });
  const most = Math.max(...shared, 1);
  return quotes
    .map((quote, i) => ({
      quote,
      score: worthOf(quote) * (shared[i]! / most),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ quote }) => quote);
}

function worthOf({ text, confidence, isWhole }: Weighed): number {
  return confidence * (isWhole ? 1 : CLAUSE) * lengthWorth([...text].length);
}

/** In [0, 1]: 1 from SHORT to LONG, falling on either side. */
function lengthWorth(length: number): number {
  if (length < SHORT) return length / SHORT;
  return Math.max(0, 1 - Math.max(0, length - LONG) * ((1 - TOO_LONG) / LONG));
}

/**
 * Whether two quotes say much the same: more than half of the shorter one's pairs of words are in
 * both.
 *
 * @param first folded words of one
 * @param second folded words of the other
 */
export function isNear(first: readonly string[], second: readonly string[]): boolean {
  const [a, b] = [pairsOf(first), pairsOf(second)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return common > Math.min(a.size, b.size) / 2;
}

/** Each pair of neighbouring words once; a single word is a pair by itself. */
function pairsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length === 1) return new Set(words);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

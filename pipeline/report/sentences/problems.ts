/** Sentences about the problems of one round. */

import type { Figure } from '../../chart/figure.ts';
import { count, percent, plain, shareTexts } from '../../chart/percent.ts';
import { type Context, say } from '../context.ts';
import type { Html } from '../html.ts';
import type {
  AnyProblem,
  CodeFigure,
  NoPair,
  Pair,
  Ranking,
  TooFew,
  Uncoded,
} from '../verdicts/verdict.ts';
import { codeText, listed, pText, quoted, quotedList, roundText } from './parts.ts';

/** Problems that a ranking names with their shares. */
const MOST_RANKED = 3;

/** Share and interval, written; the base is told by the sentence. */
function figureTexts(context: Context, figure: Omit<Figure, 'n_effective'>) {
  const texts = shareTexts({ ...figure, status: 'shown' });
  return {
    share: texts?.share ?? '',
    interval: texts?.interval ?? '',
    confidence: context.confidence,
  };
}

export function rankingSentence(context: Context, verdict: Ranking): Html {
  const { first, next, taxonomy } = verdict;
  const list = (items: readonly CodeFigure[], most: number) => {
    const told = items.map(({ code, figure }) =>
      say(context, 'sayCode', {
        name: codeText(context, taxonomy, code),
        ...figureTexts(context, figure),
      }),
    );
    return listed(context, told, most);
  };
  const values = {
    round: roundText(context, verdict.round),
    base: count(verdict.base),
    first: list(first, MOST_RANKED),
  };
  if (first.length > 1) return say(context, 'sayTie', values);
  const after = say(context, next.length > 1 ? 'sayNextTied' : 'sayNext', {
    list: list(next, MOST_RANKED - 1),
  });
  return say(context, 'sayRanking', { ...values, next: next.length === 0 ? null : after });
}

export function tooFewSentence(context: Context, verdict: TooFew): Html {
  const { codes, taxonomy, base, n_effective } = verdict;
  const values = {
    round: roundText(context, verdict.round),
    base: count(base),
    effective: plain(n_effective, 0),
  };
  if (codes.length === 0) return say(context, 'sayTooFew', values);
  const list = quotedList(context, taxonomy, codes);
  return say(context, 'sayTooFewToCompare', { ...values, codes: codes.length, list });
}

export function pairSentence(context: Context, verdict: Pair): Html {
  const { codes, taxonomy, figure, odds, p_adjusted } = verdict;
  const [a, b] = codes.map((code) => quoted(context, taxonomy, code));
  return say(context, 'sayPair', {
    round: roundText(context, verdict.round),
    ...{ a: a ?? null, b: b ?? null, base: count(figure.base) },
    ...{ ratio: plain(odds.ratio, 2), low: plain(odds.low, 2), high: plain(odds.high, 2) },
    p: pText(p_adjusted),
    ...figureTexts(context, figure),
  });
}

export function noPairSentence(context: Context, verdict: NoPair): Html {
  return say(context, 'sayNoPair', {
    round: roundText(context, verdict.round),
  });
}

export function anyProblemSentence(context: Context, verdict: AnyProblem): Html {
  return say(context, 'sayAny', {
    round: roundText(context, verdict.round),
    base: count(verdict.figure.base),
    ...figureTexts(context, verdict.figure),
  });
}

/** About the answers to the question as a whole, whichever taxonomies code them. */
export function uncodedSentence(context: Context, verdict: Uncoded): Html {
  return say(context, 'sayUncoded', {
    round: roundText(context, verdict.round),
    base: count(verdict.base),
    share: percent(verdict.share, verdict.base),
  });
}

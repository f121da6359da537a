/** Sentences about changes and trends from round to round. */
import { amountOf, percent, plain } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { type Html, join } from '../html.ts';
import type {
  Change,
  Changed,
  Hidden,
  NoEvidence,
  NotAsked,
  NotComparable,
  ScaleMoved,
  TrendOverRounds,
} from '../verdicts/verdict.ts';
import {
  type About,
  basesOf,
  extent,
  pText,
  quoted,
  quotedList,
  roundText,
  subject,
} from './parts.ts';

function between(
  context: Context,
  verdict: About & { readonly from: string; readonly to: string },
) {
  return {
    from: roundText(context, verdict.from),
    to: roundText(context, verdict.to),
    confidence: context.confidence,
  };
}

function sharesOf({ before, after }: Pick<Change, 'before' | 'after'>) {
  return {
    before: percent(before.share, before.base),
    after: percent(after.share, after.base),
    ...basesOf({ before, after }),
  };
}

export function changedSentence(context: Context, verdict: Changed): Html {
  const { change, taxonomy } = verdict;
  const base = Math.min(change.before.base, change.after.base);
  return say(context, verdict.kind === 'rose' ? 'sayRose' : 'sayFell', {
    ...between(context, verdict),
    ...sharesOf(change),
    ...extent(change, base),
    name: quoted(context, taxonomy, change.code),
    p: pText(change.p_adjusted),
  });
}

/** One with its figures, several by name. */
export function noEvidenceSentence(context: Context, verdict: NoEvidence): Html {
  const { changes, taxonomy } = verdict;
  const [one] = changes;
  const values = between(context, verdict);
  if (one === undefined || changes.length > 1) {
    const codes = changes.map(({ code }) => code);
    const list = quotedList(context, taxonomy, codes);
    return say(context, 'sayUnchangedMany', { ...values, n: codes.length, list });
  }
  const base = Math.min(one.before.base, one.after.base);
  return say(context, 'sayUnchanged', {
    ...values,
    ...sharesOf(one),
    name: quoted(context, taxonomy, one.code),
    low: amountOf(one.low, base),
    high: amountOf(one.high, base),
  });
}

export function trendSentence(context: Context, verdict: TrendOverRounds): Html {
  const { direction, trends, taxonomy, rounds } = verdict;
  const values = { ...between(context, verdict), n: rounds };
  const [one] = trends;
  if (direction === 'no-evidence' || one === undefined) {
    const codes = trends.map(({ code }) => code);
    const list = quotedList(context, taxonomy, codes);
    return say(context, 'sayTrendNone', { ...values, codes: codes.length, list });
  }
  return say(context, direction === 'up' ? 'sayTrendUp' : 'sayTrendDown', {
    ...values,
    ...sharesOf({ before: one.first, after: one.last }),
    name: quoted(context, taxonomy, one.code),
    p: pText(one.p_adjusted),
  });
}

export function hiddenSentence(context: Context, verdict: Hidden): Html {
  const { taxonomy, codes } = verdict;
  const list = quotedList(context, taxonomy, codes);
  return say(context, 'sayHidden', { ...between(context, verdict), codes: codes.length, list });
}

/** In the words of the notes beside tables. */
export function notAskedSentence(context: Context, verdict: NotAsked): Html {
  const rounds = verdict.rounds.map((id) => roundText(context, id));
  return say(context, 'notAskedNote', {
    question: subject(context, { ...verdict, taxonomy: '' }),
    rounds: join(rounds, plainly(context, 'listComma')),
    n: rounds.length,
  });
}

export function notComparableSentence(context: Context, verdict: NotComparable): Html {
  const key = verdict.reason === 'range' ? 'sayOtherRange' : 'sayOtherTaxonomy';
  return say(context, key, {
    ...between(context, verdict),
  });
}

/** Means are on their scale: two decimals, no percentage points. */
export function scaleSentence(context: Context, verdict: ScaleMoved): Html {
  const { before, after, difference, low, high, direction } = verdict;
  const values = {
    ...between(context, verdict),
    ...basesOf({ before, after }),
    range: verdict.range.join('–'),
    before: plain(before.mean, 2),
    after: plain(after.mean, 2),
  };
  if (direction === 'no-evidence') {
    return say(context, 'sayMeanSame', { ...values, low: plain(low, 2), high: plain(high, 2) });
  }
  const [least, most] = direction === 'down' ? [-high, -low] : [low, high];
  return say(context, direction === 'up' ? 'sayMeanUp' : 'sayMeanDown', {
    ...values,
    beforeInterval: `${plain(before.low, 2)}–${plain(before.high, 2)}`,
    afterInterval: `${plain(after.low, 2)}–${plain(after.high, 2)}`,
    ...{ points: plain(Math.abs(difference), 2), low: plain(least, 2), high: plain(most, 2) },
    p: pText(verdict.p_adjusted),
  });
}

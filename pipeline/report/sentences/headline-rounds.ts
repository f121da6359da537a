/** Headlines of what moved between rounds, or did not. */
import { amountOf, plain } from '../../chart/percent.ts';
import { type Context, say } from '../context.ts';
import { sentence } from '../sentences.ts';
import type { Changed, NoEvidence, ScaleMoved, TrendOverRounds } from '../verdicts/verdict.ts';
import { adjusted, bases, type Headline, intervalOf, over, shift } from './headline-parts.ts';
import { extent, quoted, roundText, subject } from './parts.ts';

/** A share that rose or fell. */
export function changed(context: Context, verdict: Changed): Headline {
  const { change, taxonomy } = verdict;
  const { before, after } = change;
  const found = extent(change, Math.min(before.base, after.base));
  return {
    text: say(context, verdict.kind === 'rose' ? 'headRose' : 'headFell', {
      ...shift(before, after),
      name: quoted(context, taxonomy, change.code),
      points: found.points,
    }),
    details: [
      over(context, verdict),
      intervalOf(context, say(context, 'headPoints', found)),
      bases(context, before, after),
      ...adjusted(context, change.p_adjusted),
    ],
  };
}

/** A trend over all rounds; without one, its sentence. */
export function trend(context: Context, verdict: TrendOverRounds): Headline {
  const { direction, trends, taxonomy, rounds } = verdict;
  const [one] = trends;
  if (direction === 'no-evidence' || one === undefined) {
    return { text: sentence(context, verdict), details: [] };
  }
  return {
    text: say(context, direction === 'up' ? 'headTrendUp' : 'headTrendDown', {
      ...shift(one.first, one.last),
      name: quoted(context, taxonomy, one.code),
      n: rounds,
    }),
    details: [
      over(context, verdict),
      bases(context, one.first, one.last),
      ...adjusted(context, one.p_adjusted),
    ],
  };
}

/** A mean that moved; one that did not, its sentence. */
export function scale(context: Context, verdict: ScaleMoved): Headline {
  const { before, after, difference, low, high, direction } = verdict;
  if (direction === 'no-evidence') return { text: sentence(context, verdict), details: [] };
  const [least, most] = direction === 'down' ? [-high, -low] : [low, high];
  return {
    text: say(context, direction === 'up' ? 'headMeanUp' : 'headMeanDown', {
      name: say(context, 'sayName', { name: subject(context, verdict) }),
      before: plain(before.mean, 2),
      after: plain(after.mean, 2),
      points: plain(Math.abs(difference), 2),
      range: verdict.range.join('–'),
    }),
    details: [
      say(context, 'headRounds', {
        from: roundText(context, verdict.from),
        to: roundText(context, verdict.to),
      }),
      intervalOf(context, `${plain(least, 2)}–${plain(most, 2)}`),
      bases(context, before, after),
      ...adjusted(context, verdict.p_adjusted),
    ],
  };
}

/** One with its interval, several by their number. */
export function unchanged(context: Context, verdict: NoEvidence): Headline {
  const { changes, taxonomy } = verdict;
  const [one] = changes;
  if (one === undefined || changes.length > 1) {
    const panel = subject(context, verdict);
    const text = say(context, 'headUnchangedMany', { panel, n: changes.length });
    return { text, details: [over(context, verdict)] };
  }
  const base = Math.min(one.before.base, one.after.base);
  const interval = { low: amountOf(one.low, base), high: amountOf(one.high, base) };
  return {
    text: say(context, 'headUnchanged', {
      ...shift(one.before, one.after),
      name: quoted(context, taxonomy, one.code),
    }),
    details: [
      over(context, verdict),
      intervalOf(context, say(context, 'headPoints', interval)),
      bases(context, one.before, one.after),
    ],
  };
}

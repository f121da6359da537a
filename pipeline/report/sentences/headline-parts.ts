/** What headlines are made of, and the details below them. */
import { count, percent } from '../../chart/percent.ts';
import { type Context, say } from '../context.ts';
import type { Content, Html } from '../html.ts';
import type { Changed, NoEvidence, ScaleMoved, TrendOverRounds } from '../verdicts/verdict.ts';
import { pText, roundText, subject } from './parts.ts';

/** A short sentence and the line below it. */
export interface Headline {
  readonly text: Html;
  /** What the figure rests on: question, round, base, interval, adjusted p. */
  readonly details: readonly Content[];
}

/** What a share rests on. */
export function baseOf(context: Context, base: number): Html {
  return say(context, 'headBase', { base: count(base) });
}

/** An interval with its confidence. */
export function intervalOf(context: Context, interval: Content): Html {
  return say(context, 'headInterval', { confidence: context.confidence, interval });
}

/** An adjusted p; nothing where there is none. */
export function adjusted(context: Context, p: number | null): readonly Html[] {
  return p === null ? [] : [say(context, 'headAdjusted', { p: pText(p) })];
}

/** Which question, in which round. */
export function at(context: Context, verdict: Parameters<typeof subject>[1], round: string): Html {
  const values = { panel: subject(context, verdict), round: roundText(context, round) };
  return say(context, 'headAt', values);
}

/** Which question, from which round to which. */
export function over(
  context: Context,
  verdict: NoEvidence | Changed | ScaleMoved | TrendOverRounds,
) {
  return say(context, 'headOver', {
    panel: subject(context, verdict),
    from: roundText(context, verdict.from),
    to: roundText(context, verdict.to),
  });
}

/** Shares before and after. */
export function shift(
  before: { share: number; base: number },
  after: { share: number; base: number },
) {
  return {
    before: percent(before.share, before.base),
    after: percent(after.share, after.base),
  };
}

/** What two shares rest on. */
export function bases(context: Context, before: { base: number }, after: { base: number }): Html {
  const [from, to] = [count(before.base), count(after.base)];
  return say(context, 'headBases', { from, to });
}

/** Findings for readers in a hurry: one short sentence with its figure, the rest on a line below. */
import { amountOf, count, percent, plain, range } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { type Content, type Html, html, join } from '../html.ts';
import { sentence } from '../sentences.ts';
import type {
  AnyProblem,
  Changed,
  CodeFigure,
  DiffersByGroup,
  NoEvidence,
  PartAndRest,
  Ranking,
  ScaleMoved,
  TrendOverRounds,
  Uncoded,
  Verdict,
} from '../verdicts/verdict.ts';
import {
  extent,
  groupText,
  listed,
  pText,
  quoted,
  roundText,
  subject,
  valueText,
} from './parts.ts';

interface Headline {
  readonly text: Html;
  /** What the figure rests on: question, round, base, interval, adjusted p. */
  readonly details: readonly Content[];
}

/** Problems that a tie names in its sentence. */
const MOST_TIED = 2;

/** A verdict that has no short form is its sentence. */
function headline(context: Context, verdict: Verdict): Headline {
  switch (verdict.kind) {
    case 'ranking':
      return ranking(context, verdict);
    case 'rose':
    case 'fell':
      return changed(context, verdict);
    case 'trend-over-rounds':
      return trend(context, verdict);
    case 'scale-moved':
      return scale(context, verdict);
    case 'differs-by-group':
      return differs(context, verdict);
    case 'no-evidence':
      return unchanged(context, verdict);
    case 'any-problem':
      return anyProblem(context, verdict);
    case 'uncoded':
      return uncoded(context, verdict);
    default:
      return { text: sentence(context, verdict), details: [] };
  }
}

/** Headlines as a list; nothing where there are none. */
export function headlineList(context: Context, verdicts: readonly Verdict[]): Content {
  const items = verdicts.map((verdict) => {
    const { text, details } = headline(context, verdict);
    const below =
      details.length === 0
        ? null
        : html`<small>${join(details, plainly(context, 'clauseComma'))}</small>`;
    return html`<li>${text}${below}</li>
`;
  });
  return verdicts.length === 0
    ? null
    : html`<ul class="findings">${items}</ul>
`;
}

function baseOf(context: Context, base: number): Html {
  return say(context, 'headBase', { base: count(base) });
}

function intervalOf(context: Context, interval: Content): Html {
  return say(context, 'headInterval', { confidence: context.confidence, interval });
}

function adjusted(context: Context, p: number | null): readonly Html[] {
  return p === null ? [] : [say(context, 'headAdjusted', { p: pText(p) })];
}

function at(context: Context, verdict: Parameters<typeof subject>[1], round: string): Html {
  const values = { panel: subject(context, verdict), round: roundText(context, round) };
  return say(context, 'headAt', values);
}

function over(context: Context, verdict: NoEvidence | Changed | ScaleMoved | TrendOverRounds) {
  return say(context, 'headOver', {
    panel: subject(context, verdict),
    from: roundText(context, verdict.from),
    to: roundText(context, verdict.to),
  });
}

function ranking(context: Context, verdict: Ranking): Headline {
  const { first, taxonomy, base } = verdict;
  const named = ({ code, figure }: CodeFigure) =>
    say(context, 'headCode', {
      name: quoted(context, taxonomy, code),
      share: percent(figure.share, figure.base),
    });
  const list = listed(context, first.map(named), MOST_TIED);
  const intervals = first
    .slice(0, MOST_TIED)
    .map(({ figure: { low, high, base: own } }) => range(low, high, own));
  const isLong = first.length > MOST_TIED;
  const text = isLong
    ? say(context, 'headTiedMany', { first: named(first[0]!), n: first.length })
    : say(context, first.length === 1 ? 'headFirst' : 'headTied', { list });
  return {
    text,
    details: [
      at(context, verdict, verdict.round),
      baseOf(context, base),
      isLong
        ? join(first.slice(1).map(named), plainly(context, 'listComma'))
        : intervalOf(context, join(intervals, plainly(context, 'listComma'))),
    ],
  };
}

/** Shares before and after. */
function shift(before: { share: number; base: number }, after: { share: number; base: number }) {
  return {
    before: percent(before.share, before.base),
    after: percent(after.share, after.base),
  };
}

function bases(context: Context, before: { base: number }, after: { base: number }): Html {
  const [from, to] = [count(before.base), count(after.base)];
  return say(context, 'headBases', { from, to });
}

function changed(context: Context, verdict: Changed): Headline {
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

function trend(context: Context, verdict: TrendOverRounds): Headline {
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

function scale(context: Context, verdict: ScaleMoved): Headline {
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

function differs(context: Context, verdict: DiffersByGroup): Headline {
  const { above, below, group, taxonomy, code } = verdict;
  const name = quoted(context, taxonomy, code);
  const found = [...above, ...below].toSorted(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference),
  )[0];
  const start = at(context, verdict, verdict.round);
  const p = adjusted(context, verdict.p_adjusted);
  if (found === undefined) {
    const text = say(context, 'headDiffers', { name, group: groupText(context, group) });
    return { text, details: [start, ...p] };
  }
  return {
    text: say(context, found.difference > 0 ? 'headAbove' : 'headBelow', {
      name,
      value: valueText(context, group, found.value),
      share: percent(found.part.share, found.part.base),
      rest: percent(found.rest.share, found.rest.base),
    }),
    details: [start, ...partDetails(context, found), ...p],
  };
}

function partDetails(context: Context, found: PartAndRest): readonly Content[] {
  const { part, rest } = found;
  const told = extent(found, Math.min(part.base, rest.base));
  return [
    say(context, 'headGap', told),
    intervalOf(context, say(context, 'headPoints', told)),
    bases(context, part, rest),
  ];
}

/** One with its interval, several by their number. */
function unchanged(context: Context, verdict: NoEvidence): Headline {
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

function anyProblem(context: Context, verdict: AnyProblem): Headline {
  const { share, low, high, base } = verdict.figure;
  return {
    text: say(context, 'headAny', { share: percent(share, base) }),
    details: [
      at(context, verdict, verdict.round),
      baseOf(context, base),
      intervalOf(context, range(low, high, base)),
    ],
  };
}

function uncoded(context: Context, verdict: Uncoded): Headline {
  const { share, base, round } = verdict;
  return {
    text: say(context, 'headUncoded', { share: percent(share, base) }),
    details: [at(context, { ...verdict, taxonomy: '' }, round), baseOf(context, base)],
  };
}

/** Findings for readers in a hurry: one short sentence with its figure, the rest on a line below. */
import { percent, range } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { type Content, html, join } from '../html.ts';
import { sentence } from '../sentences.ts';
import type {
  AnyProblem,
  CodeFigure,
  DiffersByGroup,
  PartAndRest,
  Ranking,
  Uncoded,
  Verdict,
} from '../verdicts/verdict.ts';
import { adjusted, at, baseOf, bases, type Headline, intervalOf } from './headline-parts.ts';
import { changed, scale, trend, unchanged } from './headline-rounds.ts';
import { extent, groupText, listed, quoted, valueText } from './parts.ts';

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
  const problems = context.model.taxonomies.find(({ id }) => id === taxonomy)?.problems ?? [];
  const text = isLong
    ? say(context, first.length === problems.length ? 'headTiedAll' : 'headTiedMany', {
        first: named(first[0]!),
        n: first.length,
      })
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

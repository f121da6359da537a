/** Sentences about the values of a group. */
import { count, percent } from '../../chart/percent.ts';
import { type Context, plainly, say } from '../context.ts';
import { type Html, join } from '../html.ts';
import type {
  DiffersByGroup,
  NoGroupDifference,
  PartAndRest,
  TooFewInValues,
} from '../verdicts/verdict.ts';
import {
  extent,
  groupText,
  LONGEST_LIST,
  listed,
  pText,
  quoted,
  quotedList,
  roundText,
  valueText,
} from './parts.ts';

/** Values told above, and as many below. */
const MOST_PARTS = 2;

function about(context: Context, verdict: DiffersByGroup | NoGroupDifference | TooFewInValues) {
  return {
    round: roundText(context, verdict.round),
    group: groupText(context, verdict.group),
  };
}

export function differsSentence(context: Context, verdict: DiffersByGroup): Html {
  return say(context, 'sayDiffers', {
    ...about(context, verdict),
    name: quoted(context, verdict.taxonomy, verdict.code),
    p: pText(verdict.p_adjusted),
    parts: partsText(context, verdict),
  });
}

function partsText(context: Context, { above, below, compared, group }: DiffersByGroup): Html {
  if (compared === 'hidden') return say(context, 'sayPartsHidden');
  if (compared === 'too-few') return say(context, 'sayPartsTooFew');
  if (above.length + below.length === 0) return say(context, 'sayNoPart');
  const list = [
    ...above.slice(0, MOST_PARTS).map((one) => partText(context, group, one, 'sayAbove')),
    ...below.slice(0, MOST_PARTS).map((one) => partText(context, group, one, 'sayBelow')),
  ];
  return say(context, 'sayParts', { list: join(list, plainly(context, 'clauseComma')) });
}

function partText(
  context: Context,
  group: string,
  found: PartAndRest,
  key: 'sayAbove' | 'sayBelow',
): Html {
  const { part, rest } = found;
  return say(context, key, {
    value: valueText(context, group, found.value),
    share: percent(part.share, part.base),
    base: count(part.base),
    rest: percent(rest.share, rest.base),
    restBase: count(rest.base),
    confidence: context.confidence,
    ...extent(found, Math.min(part.base, rest.base)),
  });
}

export function alikeSentence(context: Context, verdict: NoGroupDifference): Html {
  const list = quotedList(context, verdict.taxonomy, verdict.codes);
  return say(context, 'sayAlike', { ...about(context, verdict), n: verdict.codes.length, list });
}

export function tooFewValuesSentence(context: Context, verdict: TooFewInValues): Html {
  const values = verdict.values.map(({ value, base }) =>
    say(context, 'sayValueBase', {
      value: valueText(context, verdict.group, value),
      base: count(base),
    }),
  );
  return say(context, 'sayTooFewValues', {
    ...about(context, verdict),
    n: values.length,
    list: listed(context, values, LONGEST_LIST, 'sayAndMoreValues'),
  });
}

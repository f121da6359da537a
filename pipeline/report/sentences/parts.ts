/** Names, lists and figures as sentences write them. */
import { panelName } from '../../chart/captions.ts';
import { entriesOf, nameOfCode, questionName, roundName, valueName } from '../../chart/names.ts';
import { amountOf, count, pValue } from '../../chart/percent.ts';
import { asWritten, type Context, plainly, say } from '../context.ts';
import { type Content, type Html, join } from '../html.ts';
import type { Shift } from '../verdicts/verdict.ts';

/** Names in one sentence. */
export const LONGEST_LIST = 5;

export interface About {
  readonly question: string;
  readonly taxonomy: string;
}

/** The question, with its taxonomy's name where several share it. */
export function subject(context: Context, { question, taxonomy }: About): Content {
  const panel = context.panels.find(
    (one) => one.question.id === question && one.taxonomy.id === taxonomy,
  );
  if (panel !== undefined) return panelName(context.model, panel, context.lang);
  const found = context.model.survey.questions.find(({ id }) => id === question);
  return found === undefined ? question : asWritten(context, questionName(found, context.lang));
}

/** The subject at the head of a sentence; a question that ends as one is quoted before the colon. */
export function lead(context: Context, about: About): Content {
  const name = subject(context, about);
  return /[?？](?:<[^>]*>)?$/.test(String(name)) ? say(context, 'sayName', { name }) : name;
}

export function roundText(context: Context, id: string): Content {
  const round = context.model.survey.rounds.find((one) => one.id === id);
  return round === undefined ? id : asWritten(context, roundName(round, context.lang));
}

/** A code with its label, without quotation marks. */
export function codeText(context: Context, taxonomy: string, code: string): string {
  const found = context.model.taxonomies.find(({ id }) => id === taxonomy);
  return found === undefined ? code : nameOfCode(entriesOf(found), code, context.lang);
}

export function quoted(context: Context, taxonomy: string, code: string): Html {
  return say(context, 'sayName', { name: codeText(context, taxonomy, code) });
}

export function groupText(context: Context, id: string): Content {
  const group = context.model.survey.groups.find((one) => one.id === id);
  if (group === undefined) return id;
  const { [context.lang]: name, [context.first]: own } = group.label;
  return name === own ? asWritten(context, name) : name;
}

export function valueText(context: Context, id: string, value: string): Content {
  const group = context.model.survey.groups.find((one) => one.id === id);
  return asWritten(context, group === undefined ? value : valueName(value, group, context.lang));
}

/** What is said of problems, or of values of a group, that a list leaves out. */
type More = 'sayAndMore' | 'sayAndMoreValues';

/** The first few, and how many more there are, where these are at least two. */
export function listed(
  context: Context,
  items: readonly Content[],
  most: number,
  more: More = 'sayAndMore',
): Html {
  return shortened(context, items, plainly(context, 'listComma'), most, more);
}

function shortened(
  context: Context,
  items: readonly Content[],
  between: string,
  most: number,
  more: More,
): Html {
  // To leave out a single one would save nothing.
  if (items.length <= most + 1) return join(items, between);
  const list = join(items.slice(0, most), between);
  return say(context, more, { list, n: items.length - most });
}

/** Quoted names; on the mainland nothing stands between them (GB/T 15834—2011, 4.5.3.5). */
export function quotedList(context: Context, taxonomy: string, codes: readonly string[]): Html {
  const names = codes.map((code) => quoted(context, taxonomy, code));
  const between = context.lang === 'zh-Hans' ? '' : plainly(context, 'listComma');
  return shortened(context, names, between, LONGEST_LIST, 'sayAndMore');
}

/** @example pText(0.0002) // 'p<0.001' */
export function pText(p: number | null): string {
  if (p === null) return '';
  const text = pValue(p);
  return text.startsWith('<') ? `p${text}` : `p=${text}`;
}

/** Bases of two figures, written. */
export function basesOf({ before, after }: Readonly<Record<'before' | 'after', { base: number }>>) {
  return { baseBefore: count(before.base), baseAfter: count(after.base) };
}

/**
 * How far a share rose or fell, with its interval, in percentage points without sign; an interval
 * that reaches over 0 keeps the sign of that end. Digits follow the smaller base.
 */
export function extent({ difference, low, high }: Shift, base: number) {
  const [least, most] = difference < 0 ? [-high, -low] : [low, high];
  return {
    points: amountOf(Math.abs(difference), base),
    low: amountOf(least, base),
    high: amountOf(most, base),
  };
}

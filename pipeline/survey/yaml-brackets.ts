/** Entries of lists and maps in brackets, found in the text: where a slip stands in one, YAML parses none. */
import { isCollection, visit } from 'yaml';
import type { Source } from './yaml-source.ts';

/** An entry of a list or map in brackets; places are offsets into the text. */
export interface Entry {
  readonly from: number;
  readonly to: number;
  /** Of an entry of a map, `key: `; of one of a list nothing. */
  readonly key: string;
  /** Where the value begins. */
  readonly value: number;
}

interface Opened {
  /** Where its entry begins. */
  from: number;
  readonly isMap: boolean;
}

/** A quotation; one that does not end is left to what reads on. */
const QUOTED = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/y;
/** A key and its colon. */
const KEY = /^\s*(?:"[^"]*"|'[^']*'|[^\s"'][^:]*?(?::[^:\s][^:]*?)*?):\s+/;

/**
 * The innermost entry in brackets around a place, as far as it stands in one line; null where there is none.
 *
 * @example entryAt(source('a: {b: *x*, c: 1}'), 7) // of `b: *x*`
 */
export function entryAt(source: Source, place: number): Entry | null {
  const start = outermost(source, place);
  if (start === null) return null;
  const { text } = source;
  const opened: Opened[] = [];
  let around: { inside: Opened; depth: number } | null = null;
  let i = start;
  for (; i < text.length; i++) {
    const inside = opened.at(-1);
    if (i >= place && inside !== undefined) around ??= { inside, depth: opened.length };
    const sign = text[i]!;
    const isOf = around?.depth === opened.length;
    if (around !== null && (sign === '\n' || (isOf && /[,\]}]/.test(sign)))) break;
    if (sign === '{' || sign === '[') opened.push({ from: i + 1, isMap: sign === '{' });
    else if (sign === '}' || sign === ']') opened.pop();
    else if (sign === ',' && inside !== undefined) inside.from = i + 1;
    else if (/["']/.test(sign) && beginsText(text, i)) i = quotedEnd(text, i);
  }
  return around && entryOf(text, around.inside, i);
}

/** Whether a quote begins a value or key, and does not stand within a text. */
function beginsText(text: string, quote: number): boolean {
  let before = quote - 1;
  while (/\s/.test(text[before]!)) before--;
  return /[{[,]/.test(text[before]!) || (text[before] === ':' && before < quote - 1);
}

/** The last place of a quotation that begins at `i`; `i` itself where none does. */
function quotedEnd(text: string, i: number): number {
  QUOTED.lastIndex = i;
  return i + Math.max(0, (QUOTED.exec(text)?.[0].length ?? 0) - 1);
}

function entryOf(text: string, { from, isMap }: Opened, end: number): Entry | null {
  const whole = text.slice(from, end);
  const key = (isMap ? KEY.exec(whole)?.[0] : undefined) ?? /^\s*/.exec(whole)![0];
  const value = from + key.length;
  const to = from + whole.trimEnd().length;
  // Of what goes over several lines no single line can be shown as it should be.
  if (text.slice(value, to).includes('\n')) return null;
  return { from, to, key: key.trim(), value };
}

/** Where the outermost brackets around a place begin. */
function outermost({ document }: Source, place: number): number | null {
  let start: number | null = null;
  visit(document, (_, node) => {
    if (start !== null) return visit.BREAK;
    if (!isCollection(node) || node.flow !== true || node.range == null) return undefined;
    const [begin, end] = node.range;
    if (begin < place && place < end) start = begin;
    return undefined;
  });
  return start;
}

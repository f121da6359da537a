/**
 * Every message a user can meet, in zh-Hans and English; the only place with such words.
 *
 * A problem's message has three parts, found, expected and fix; `{name}` stands for a value.
 */
import type { Problem } from './errors.ts';
import { codingMessages } from './messages/coding.ts';
import type { Message, MessageLang, Parts } from './messages/message.ts';
import { readMessages } from './messages/read.ts';
import { runMessages } from './messages/run.ts';
import { surveyMessages } from './messages/survey.ts';

export type { MessageLang } from './messages/message.ts';

const MESSAGES = {
  ...readMessages,
  ...surveyMessages,
  ...codingMessages,
  ...runMessages,
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof MESSAGES;

const LABELS: Readonly<
  Record<
    MessageLang,
    Readonly<Record<'row' | 'line' | 'column' | 'key' | 'found' | 'expected' | 'fix', string>>
  >
> = {
  'zh-Hans': {
    row: '第 {n} 行',
    line: '第 {n} 行（文本行）',
    column: '列“{n}”',
    key: '键 {n}',
    found: '发现',
    expected: '应为',
    fix: '处理',
  },
  en: {
    row: 'row {n}',
    line: 'line {n}',
    column: 'column "{n}"',
    key: 'key {n}',
    found: 'found',
    expected: 'expected',
    fix: 'fix',
  },
};

/** One problem in words: its place, then what was found, what was expected and what to do. */
export function formatProblem(one: Problem, lang: MessageLang): string {
  const words = LABELS[lang];
  const at = (label: string, n: string | number | undefined) =>
    n === undefined ? [] : [fill(label, { n })];
  const place = [
    ...(one.file === undefined ? [] : [one.file]),
    ...at(words.line, one.line),
    ...at(words.row, one.row),
    ...at(words.column, one.column),
    ...at(words.key, one.key),
  ].join(', ');
  const parts: Parts = MESSAGES[one.message][lang];
  const line = (part: keyof Parts) => `  ${words[part]}: ${fill(parts[part], one.values)}`;
  return [place, line('found'), line('expected'), line('fix')]
    .filter((text) => text !== '')
    .join('\n');
}

/** Puts values in for `{name}`; a value that is absent stays visible as `{name}`. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : shorten(String(value));
  });
}

/** Cell contents can be very long; a message shows their beginning. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/**
 * Every message a user can meet, in zh-Hans and English; the only place with such words.
 *
 * A problem's message has three parts, found, expected and fix; `{name}` stands for a value.
 */
import type { Problem } from './errors.ts';
import { auditMessages } from './messages/audit.ts';
import { reasonsText } from './messages/balance.ts';
import { codingMessages } from './messages/coding.ts';
import { expectedText } from './messages/expected.ts';
import { initMessages } from './messages/init.ts';
import {
  COMMA,
  fill,
  type Message,
  type MessageLang,
  type Parts,
  visible,
} from './messages/message.ts';
import { outputMessages } from './messages/output.ts';
import { pdfMessages } from './messages/pdf.ts';
import { populationMessages } from './messages/population.ts';
import { readMessages } from './messages/read.ts';
import { roundMessages } from './messages/rounds.ts';
import { runMessages } from './messages/run.ts';
import { setAsideMessages } from './messages/set-aside.ts';
import { shareMessages } from './messages/share.ts';
import { surveyMessages } from './messages/survey.ts';
import { countedText, tallyMessages } from './messages/tallies.ts';
import { twinMessages } from './messages/twin.ts';
import { workbookMessages } from './messages/workbook.ts';
import { yamlMessages } from './messages/yaml.ts';
import { formatName } from './read/exports/names.ts';

export type { MessageLang } from './messages/message.ts';

const MESSAGES = {
  ...readMessages,
  ...workbookMessages,
  ...twinMessages,
  ...populationMessages,
  ...roundMessages,
  ...setAsideMessages,
  ...surveyMessages,
  ...yamlMessages,
  ...codingMessages,
  ...runMessages,
  ...outputMessages,
  ...shareMessages,
  ...pdfMessages,
  ...initMessages,
  ...auditMessages,
  ...tallyMessages,
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof MESSAGES;

/** All message keys, in the order of the catalogue. */
export function messageKeys(): readonly MessageKey[] {
  return Object.keys(MESSAGES) as MessageKey[];
}

const LABELS: Readonly<Record<MessageLang, Parts>> = {
  'zh-Hans': { found: '发现：', expected: '应为：', fix: '处理：' },
  en: { found: 'found: ', expected: 'expected: ', fix: 'fix: ' },
};

/**
 * One problem in words: its place, then what was found, what was expected and what to do.
 *
 * @example 'a.csv, row 7, column "权重"\n  found: -1\n  expected: …\n  fix: …'
 */
export function formatProblem(one: Problem, lang: MessageLang): string {
  const labels = LABELS[lang];
  const parts: Parts = MESSAGES[one.message][lang];
  const line = (part: keyof Parts) =>
    `  ${labels[part]}${fill(parts[part], shortened(inWords(one.values, lang)))}`;
  const lines = [placeOf(one), line('found'), line('expected'), line('fix')];
  return lines.filter((text) => text !== '').join('\n');
}

/** The same in every language, so that scripts and people of another one find it. */
function placeOf({ file, line, row, column, key }: Problem): string {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}`,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column "${column}"`,
    key === undefined ? undefined : `key ${key}`,
  ];
  return visible(parts.filter((part) => part !== undefined).join(', '));
}

/** Fixed words among the values, as people call what they stand for. */
function inWords(values: Problem['values'], lang: MessageLang): Problem['values'] {
  const worded = (name: string, value: string | number) => {
    if (typeof value === 'number') return value;
    if (name === 'expected') return expectedText(value, lang);
    if (name === 'valid' || name === 'known') return value.replaceAll(', ', COMMA[lang]);
    if (name === 'reasons') return reasonsText(value, lang);
    if (name === 'parts') return countedText(value, lang);
    return name === 'format' || name === 'otherFormat' ? formatName(value)[lang] : value;
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, worded(name, value)]),
  );
}

/** Cell contents can be very long; a message shows their beginning. */
function shortened(
  values: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  const shorten = (value: string | number) =>
    typeof value === 'string' && value.length > 300 ? `${value.slice(0, 300)}…` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)]));
}

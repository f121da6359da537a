/** What YAML values are called where one of another kind stands. */
import { COMMA, type MessageLang } from './message.ts';

const KINDS: Readonly<Record<string, Readonly<Record<MessageLang, string>>>> = {
  string: { 'zh-Hans': '文字', en: 'a text' },
  'a number': { 'zh-Hans': '数字', en: 'a number' },
  int: { 'zh-Hans': '整数', en: 'a whole number' },
  'some text': { 'zh-Hans': '不为空的文字', en: 'a text that is not empty' },
  boolean: { 'zh-Hans': '是非值（true 或 false）', en: 'true or false' },
  array: { 'zh-Hans': '列表，如 [a, b]', en: 'a list, such as [a, b]' },
  'some entries': {
    'zh-Hans': '至少有一项的列表，如 [a, b]',
    en: 'a list of at least one, such as [a, b]',
  },
  'a text': { 'zh-Hans': '文字', en: 'a text' },
  'a list': { 'zh-Hans': '列表，如 [a, b]', en: 'a list, such as [a, b]' },
  record: { 'zh-Hans': '一组键和值，如 {a: b}', en: 'keys with values, such as {a: b}' },
  tuple: { 'zh-Hans': '两项的列表，如 [1, 5]', en: 'a list of two, such as [1, 5]' },
  object: { 'zh-Hans': '一组键和值，如 {a: b}', en: 'keys with values, such as {a: b}' },
};

/**
 * Kinds of values in words; anything else as it is.
 *
 * @example expectedText('array', 'zh-Hans') // '列表，如 [a, b]'
 */
export function expectedText(expected: string, lang: MessageLang): string {
  const keys = /^a map with the keys (.*)$/.exec(expected)?.[1];
  if (keys !== undefined && lang !== 'en') {
    return `一组键和值，键为：${keys.replaceAll(', ', COMMA[lang])}`;
  }
  const parts = expected.split(' | ');
  if (!parts.some((part) => part in KINDS)) return expected;
  const or = lang === 'en' ? '; or ' : '，或';
  return [...new Set(parts.map((part) => KINDS[part]?.[lang] ?? part))].join(or);
}

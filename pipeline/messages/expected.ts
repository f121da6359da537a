/** What YAML values are called where one of another kind stands. */
import { COMMA, type MessageLang } from './message.ts';

const KINDS: Readonly<Record<string, Readonly<Record<MessageLang, string>>>> = {
  string: { 'zh-Hans': '文字', en: 'a text' },
  'a number': { 'zh-Hans': '数字', en: 'a number' },
  int: { 'zh-Hans': '整数', en: 'a whole number' },
  boolean: { 'zh-Hans': '是非值（true 或 false）', en: 'true or false' },
  array: { 'zh-Hans': '列表，如 [a, b]', en: 'a list, such as [a, b]' },
  'a text': { 'zh-Hans': '文字', en: 'a text' },
  'a list': { 'zh-Hans': '列表，如 [a, b]', en: 'a list, such as [a, b]' },
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
  return parts.map((part) => KINDS[part]?.[lang] ?? part).join(or);
}

/** The form of a message: three parts in each language, with `{name}` for values. */

import { inNumber } from '../plural.ts';

export type MessageLang = 'zh-Hans' | 'en';

/** Between the members of a list. */
export const COMMA: Readonly<Record<MessageLang, string>> = { 'zh-Hans': '、', en: ', ' };

export interface Parts {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export type Message = Readonly<Record<MessageLang, Parts>>;

/** Control characters as pictures (ESC as ␛): what a file holds must not steer a terminal. */
export function visible(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, (one) => {
    const code = one.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '␦';
  });
}

/** Puts values in for `{name}`, and words in their number; a value that is absent stays visible. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  const text = inNumber(template, (name) => values[name]);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    visible(String(values[name] ?? whole)),
  );
}

/** The form of a message: three parts in each language, with `{name}` for values. */

export type MessageLang = 'zh-Hans' | 'en';

export interface Parts {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export type Message = Readonly<Record<MessageLang, Parts>>;

/** Puts values in for `{name}`; a value that is absent stays visible as `{name}`. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

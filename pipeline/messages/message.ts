/** The form of a message: three parts in each language, with `{name}` for values. */

export type MessageLang = 'zh-Hans' | 'en';

export interface Parts {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export type Message = Readonly<Record<MessageLang, Parts>>;

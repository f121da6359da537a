/** YAML as it stands in a file, and what is told of a line in it. */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../errors.ts';

export interface Source {
  readonly text: string;
  /** Lines as they stand in the file. */
  readonly written: readonly string[];
  readonly lines: LineCounter;
  readonly document: Document.Parsed;
}

/** What is wrong in a line; of some causes `values.mended` is what should stand there for `values.text`. */
export interface Cause {
  readonly message: Problem['message'];
  readonly line: number;
  readonly values: Problem['values'];
}

export function sourceOf(text: string): Source {
  const lines = new LineCounter();
  // Warnings would be told in English, amid messages in the language of the user.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  return { text, written: text.split(/\r?\n/), lines, document };
}

/**
 * A text in quotes, those in which it means what it says; backslashes mean something else in `"…"`.
 *
 * @example inQuotes('"一"轮') // `'"一"轮'`
 * @example inQuotes('"D:\\x"') // `'D:\\x'`
 */
export function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  const inner = /^"([^"]*)"$/.exec(text)?.[1] ?? text;
  return `'${inner.replaceAll("'", "''")}'`;
}

/** Whether quotes are no cure any more, as a text stands in such. */
export function isQuoted(text: string): boolean {
  return /^(?:"[^"\\]*"|'(?:''|[^'])*')$/.test(text);
}

/** A cause whose line is as it should be if `instead` stands between two places. */
export function replaced(
  { lines, written }: Source,
  message: Problem['message'],
  [from, to]: readonly [number, number],
  instead: string,
): Cause {
  const { line, col } = lines.linePos(from);
  const whole = written[line - 1]!;
  const mended = whole.slice(0, col - 1) + instead + whole.slice(col - 1 + (to - from));
  return { message, line, values: { text: whole.trim(), mended: mended.trim() } };
}

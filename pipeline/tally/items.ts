/** Names of what is counted in a question, one cell each. */
import type { Status } from '../code/coding.ts';
import type { PersonalType } from '../redact/personal.ts';

/** Respondents of a taxonomy whose answer has a status. */
export function statusItem(taxonomy: string, status: Status): string {
  return `status\t${taxonomy}\t${status}`;
}

export function isStatusItem(item: string): boolean {
  return item.startsWith('status\t');
}

/** Respondents with a problem or sub-problem; a problem counts those with any of its leaves too. */
export function codeItem(taxonomy: string, code: string): string {
  return `code\t${taxonomy}\t${code}`;
}

/** Respondents with two problems of one taxonomy, in the taxonomy's order. */
export function pairItem(taxonomy: string, first: string, second: string): string {
  return `pair\t${taxonomy}\t${first}\t${second}`;
}

/** Respondents with any code of a theme. */
export function themeItem(theme: string): string {
  return `theme\t${theme}`;
}

/** Respondents who chose an option, or a point of a scale (written as a number). */
export function optionItem(option: string): string {
  return `option\t${option}`;
}

/** Respondents whose answer holds personal data of a kind. */
export function personalItem(type: PersonalType): string {
  return `personal\t${type}`;
}

/** The option of an option item, else null. */
export function optionOf(item: string): string | null {
  return item.startsWith('option\t') ? item.slice('option\t'.length) : null;
}

/** Respondents that were used. */
export const USED = 'used';
/** Respondents who answered a closed question. */
export const ANSWERED = 'answered';
/** Asked, not answered. */
export const MISSING = 'missing';
/** Not asked. */
export const SKIPPED = 'skipped';
/** Of a number x: its cell holds Σwx and Σw²x. */
export const X = 'x';
/** Of a number x: its cell holds Σwx² and Σw²x². */
export const XX = 'xx';

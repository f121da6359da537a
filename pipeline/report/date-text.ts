/** Dates as people write them. */
import { type Context, say } from './context.ts';
import type { Content } from './html.ts';

/** In English. */
export const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** @example dateText(context, '2026-10-12') // '2026年10月12日', and '12 October 2026' in English */
export function dateText(context: Context, date: string): Content {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (found === null) return date;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const name = context.lang === 'en' ? (MONTHS[month - 1] ?? '') : month;
  return say(context, 'dateText', { year, month: name, day });
}

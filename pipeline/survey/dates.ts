/** Dates as they are written in survey.yaml. */

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;

/**
 * A day as `2026-03-31`; a month or year as it is written; null if it is none of them.
 *
 * @example readDate('2026年3月31日') // '2026-03-31'
 * @example readDate('2026-02-30') // null
 */
export function readDate(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year !== undefined) {
    const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    const read = new Date(`${iso}T00:00:00Z`);
    // A day too many is taken for one of the next month.
    return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
  }
  if (/^\d{4}年?$/.test(text)) return written;
  const number = Number(MONTH.exec(text)?.[2]);
  return number >= 1 && number <= 12 ? written : null;
}

/**
 * Whether a date lies before another, as far as both are told: a month is not before a day in it.
 *
 * @param one as `readDate` gives it
 * @example isBefore('2026年3月', '2026-06-30') // true
 */
export function isBefore(one: string, other: string): boolean {
  const [own, others] = [partsOf(one), partsOf(other)];
  const at = own.findIndex((part, i) => i < others.length && part !== others[i]);
  return at >= 0 && own[at]! < others[at]!;
}

/** Year, month and day, as many as there are. */
function partsOf(date: string): readonly number[] {
  return (date.normalize('NFKC').match(/\d+/g) ?? []).map(Number);
}

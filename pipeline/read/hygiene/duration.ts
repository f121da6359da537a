/** How long answering took, as survey tools write it. */

const SECONDS = /^(\d+(?:\.\d+)?)(?:秒钟?|秒鐘|s|secs?|seconds?)?$/i;
/** `00:02:03` or `2:03`; in a workbook a time of the day zero, or of the days after it. */
const CLOCK = /^(?:(1900|1904)\/0?1\/(\d{1,2}) )?(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/;
/** The day of January that workbooks count as 0. */
const DAY_ZERO: Readonly<Record<string, number>> = { 1900: 0, 1904: 1 };
const UNITS =
  /^(?:(\d+)\s*(?:天|days?|d))?\s*(?:(\d+)\s*(?:小时|小時|时|時|hours?|hrs?|h))?\s*(?:(\d+)\s*(?:分钟|分鐘|分|minutes?|mins?|m))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|秒鐘|秒|seconds?|secs?|s))?$/i;

/**
 * Whole seconds; null where the cell holds no time, or 0: nobody answers in no time, so that was
 * not recorded.
 *
 * @example parseDuration('2分3秒') // 123, as are '123秒', '123', '00:02:03'
 */
export function parseDuration(cell: string): number | null {
  const text = cell.normalize('NFKC').trim();
  const seconds = Math.floor(secondsOf(text));
  return seconds > 0 ? seconds : null;
}

function secondsOf(text: string): number {
  const plain = SECONDS.exec(text);
  if (plain) return Number(plain[1]);
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, year, day, ...time] = clock;
    const days = year === undefined ? 0 : Number(day) - DAY_ZERO[year]!;
    return sum([String(days), ...time], [86400, 3600, 60, 1]);
  }
  const units = text === '' ? null : UNITS.exec(text);
  return units ? sum(units.slice(1), [86400, 3600, 60, 1]) : 0;
}

function sum(parts: readonly (string | undefined)[], units: readonly number[]): number {
  return parts.reduce((total, part, i) => total + Number(part ?? 0) * units[i]!, 0);
}

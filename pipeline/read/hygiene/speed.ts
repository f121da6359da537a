/**
 * Answers given too fast to have been read: in less than a third of the file's median time.
 *
 * Measuring against the median of those who had the same questionnaire is the usual way (Greszki,
 * Meyer & Schoen 2015; Leiner 2019), and a third of it a cut-off that catches few honest readers.
 * The median takes a pass over the file before the one that reads it. It is exact to the second
 * and counted in bounded memory, so that it depends on neither the order of rows nor on threads.
 */
import type { RawBatch } from '../record.ts';
import { parseDuration } from './duration.ts';

/** Fewer times than this make no median to measure by. */
const FEWEST = 30;

/** Share of the median below which an answer was too fast. */
const TOO_FAST = 1 / 3;

/** Longer times are counted as this one: a day in seconds, far above any median. */
const LONGEST = 86_400;

/**
 * Seconds below which an answer was too fast; null where too few have a time.
 *
 * @param position column with the times
 * @param isRespondent whether a record counts
 */
export async function speedLimit(
  batches: AsyncIterable<RawBatch>,
  position: number,
  isRespondent: (cells: readonly string[]) => boolean,
): Promise<number | null> {
  const counts = new Float64Array(LONGEST + 1);
  for await (const batch of batches) {
    for (const { cells } of batch) {
      const seconds = parseDuration(cells[position] ?? '');
      if (seconds !== null && isRespondent(cells)) counts[Math.min(seconds, LONGEST)]! += 1;
    }
  }
  const median = medianOf(counts);
  return median === null ? null : median * TOO_FAST;
}

/** The median of whole numbers from how often each occurs, or null of fewer than 30. */
export function medianOf(counts: Float64Array): number | null {
  const n = counts.reduce((sum, one) => sum + one, 0);
  if (n < FEWEST) return null;
  const [lower, upper] = [Math.ceil(n / 2), Math.floor(n / 2) + 1];
  return (atRank(counts, lower) + atRank(counts, upper)) / 2;
}

/** The number with `rank` (from 1) numbers up to it. */
function atRank(counts: Float64Array, rank: number): number {
  let passed = 0;
  return counts.findIndex((one) => {
    passed += one;
    return passed >= rank;
  });
}

export function isTooFast(seconds: number | null, limit: number | null): boolean {
  return seconds !== null && limit !== null && seconds < limit;
}

/** Remembers how far a reader has come, whatever is made of its records. */
import type { RawBatch } from './record.ts';

export interface WatchedRows {
  readonly batches: AsyncIterator<RawBatch>;
  /** Row of the last record that was read; 0 before the first. */
  lastRow(): number;
  /** Records read so far. */
  count(): number;
}

/** The same batches, watched on their way. */
export function watchRows(batches: AsyncIterator<RawBatch>): WatchedRows {
  let last = 0;
  let count = 0;
  return {
    batches: {
      next: async () => {
        const next = await batches.next();
        if (!next.done) {
          last = next.value.at(-1)?.row ?? last;
          count += next.value.length;
        }
        return next;
      },
      return: async () => (await batches.return?.()) ?? { done: true, value: undefined },
    },
    lastRow: () => last,
    count: () => count,
  };
}

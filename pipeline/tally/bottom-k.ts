/**
 * A bounded sample that adds up: a commutative monoid {emptyBottom, addToBottom, mergeBottom}.
 *
 * It keeps the `size` entries with the smallest hashes (bottom-k sampling; Cohen & Kaplan 2007).
 * Where a hash depends on what is sampled alone, the sample is an even one and the same for any
 * split, order and number of workers. Plain data: it can be sent between threads.
 */

export interface Hashed {
  readonly hash: number;
}

export interface BottomK<Entry extends Hashed> {
  readonly size: number;
  /** Entries with a larger hash are not in the sample. */
  limit: number;
  /** Up to twice `size`, unordered; `bottomOf` settles them. */
  entries: Entry[];
}

export function emptyBottom<Entry extends Hashed>(size: number): BottomK<Entry> {
  return { size, limit: Number.POSITIVE_INFINITY, entries: [] };
}

/** Adds an entry, which stays as long as there are fewer than `size` with a smaller hash. */
export function addToBottom<Entry extends Hashed>(sample: BottomK<Entry>, entry: Entry): void {
  if (entry.hash > sample.limit) return;
  sample.entries.push(entry);
  shrink(sample);
}

/** Adds all of `other`, which must be of the same size, to `target`. */
export function mergeBottom<Entry extends Hashed>(
  target: BottomK<Entry>,
  other: BottomK<Entry>,
): void {
  for (const entry of other.entries) if (entry.hash <= target.limit) target.entries.push(entry);
  shrink(target);
}

/** The sampled entries, smallest hash first. */
export function bottomOf<Entry extends Hashed>({
  entries,
  size,
}: BottomK<Entry>): readonly Entry[] {
  return [...entries].sort(inOrder).slice(0, size);
}

/** An equal sample that holds no more than it must, smallest hash first. */
export function settled<Entry extends Hashed>(sample: BottomK<Entry>): BottomK<Entry> {
  const { size } = sample;
  const entries = [...bottomOf(sample)];
  const limit = entries.length < size ? Number.POSITIVE_INFINITY : entries.at(-1)!.hash;
  return { size, limit, entries };
}

/** Sorting only when twice as many have come keeps the price of an entry low. */
function shrink<Entry extends Hashed>(sample: BottomK<Entry>): void {
  if (sample.entries.length < 2 * sample.size) return;
  sample.entries = [...bottomOf(sample)];
  sample.limit = sample.entries.at(-1)?.hash ?? sample.limit;
}

/** Ties are broken by all that is kept, so that equals are interchangeable. */
function inOrder(a: Hashed, b: Hashed): number {
  if (a.hash !== b.hash) return a.hash - b.hash;
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first === second ? 0 : 1;
}

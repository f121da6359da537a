/** What is remembered of earlier releases, and what cannot be compared any more. */
import { InputError, problem } from '../../errors.ts';
import type { Survey } from '../../survey/survey.ts';
import { type Count, type Counts, isBase, isPresence } from '../counts/count-cells.ts';
import type { Release } from './release.ts';

/** Whether a round has become larger or smaller from release to release, or both: here larger, there smaller. */
export const CHANGES = ['more', 'fewer', 'both'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * How a round has changed since the release; null where nobody came or went, as far as is known.
 *
 * Where an answer or a few were corrected, what that changes is hidden from then on: nothing comes back near
 * to it. A unit of another name is another unit.
 *
 * @param counts of the round
 * @param isChanged as `changedSince` tells it
 */
export function changeSince(
  counts: Counts,
  { known }: Pick<Release, 'known'>,
  isChanged: (count: Count) => boolean,
  minimum: number,
): Change | null {
  let change: Change | null = null;
  for (const count of counts.values()) {
    const before = known.get(count.name);
    if (typeof before !== 'number' || !isChanged(count)) continue;
    const least = leastChange(count, minimum);
    if (count.n - before >= least) change = changeBoth(change, 'more');
    if (before - count.n >= least) change = changeBoth(change, 'fewer');
  }
  return change;
}

/** By how much a count must differ to tell who came and went. */
function leastChange(count: Count, minimum: number): number {
  if (isBase(count) || isPresence(count)) return 1;
  // Answers are coded anew with another taxonomy too, which tells of nobody.
  return count.kind === 'option' ? minimum : Infinity;
}

/** One change after another, or beside it. */
export function changeBoth(one: Change | null, other: Change | null): Change | null {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : 'both';
}

/**
 * The fewest that may be told apart in what has changed of a round.
 *
 * While a round only grows, whoever is not among those of the last release is not among those of an older
 * one: what tells of nobody beside the last tells of nobody beside these. Where it has shrunk too it may be
 * nearly what an older one was, of which nothing is known any more: no difference is large.
 *
 * @param before how it had changed up to the last release
 * @param now and up to this one
 */
export function fewestTold(before: Change | null, now: Change | null, minimum: number): number {
  return before !== null && now === 'both' ? Infinity : minimum;
}

/** How rounds have changed: those of this run, and all that the last release named. */
export function changesTogether(
  release: Release | null,
  changes: readonly (readonly [string, Change])[],
): ReadonlyMap<string, Change> {
  return new Map([...(release?.changes ?? []), ...changes]);
}

/** Rounds that some release had otherwise: those of this run, and all that the last release named. */
export function revisedTogether(
  release: Release | null,
  revised: readonly string[],
): readonly string[] {
  return [...new Set([...(release?.revised ?? []), ...revised])];
}

/**
 * Refuses rounds that some release had otherwise, and that the last one left out: what was hidden in them
 * to protect those who came late is not known, so that nothing can keep it hidden.
 *
 * @throws InputError naming each of them
 */
export function refuseForgotten({ file, rounds }: Survey, release: Release | null): void {
  if (release === null) return;
  const { revised, inputs } = release;
  const forgotten = rounds.filter(({ id }) => revised.has(id) && !inputs.has(id));
  if (forgotten.length === 0) return;
  throw new InputError(
    forgotten.map(({ id }) => problem('round-forgotten', { file }, { round: id })),
  );
}

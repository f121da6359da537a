/** What is remembered of earlier releases, and what cannot be compared any more. */
import { InputError, problem } from '../../errors.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Counts } from '../counts/count-cells.ts';
import { usedIn } from '../counts/counts.ts';
import type { Release } from './release.ts';

/** Whether respondents of a round became more or fewer from release to release, or first the one and then the other. */
export const CHANGES = ['more', 'fewer', 'both'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * How a round has changed up to now; null where it never had more or fewer respondents.
 *
 * While it only grows, whoever is not among those of the last release is not among those of an older one:
 * what tells of nobody beside the last tells of nobody beside these. Where it has also shrunk it may be
 * nearly what an older one was, of which nothing is known any more.
 *
 * @param counts of the round
 */
export function changeOf(
  round: string,
  counts: Counts,
  { known, changes }: Pick<Release, 'known' | 'changes'>,
): Change | null {
  const before = changes.get(round) ?? null;
  const [was, is] = [known.get(usedIn(round)), counts.get(usedIn(round))?.n];
  if (was === undefined || was === null || is === undefined) return before;
  return changeBetween(was, is, before);
}

/** @param before how it had changed until then */
export function changeBetween(was: number, is: number, before: Change | null): Change | null {
  if (is === was) return before;
  const now = is > was ? 'more' : 'fewer';
  return before === null || before === now ? now : 'both';
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

/** What is remembered of earlier releases, and what cannot be compared any more. */
import type { Release } from './release.ts';

/** Rounds that some release had otherwise: those of this run, and all that the last release named. */
export function revisedTogether(
  release: Release | null,
  revised: readonly string[],
): readonly string[] {
  return [...new Set([...(release?.revised ?? []), ...revised])];
}

/**
 * Rounds that some release had otherwise, and that the last one left out: what was hidden in them to
 * protect those who came late is not known, so that nothing can keep it hidden.
 *
 * @param rounds of this run
 */
export function forgottenRounds(
  release: Release | null,
  rounds: readonly { readonly id: string }[],
): readonly string[] {
  if (release === null) return [];
  const { revised, inputs } = release;
  return rounds.map(({ id }) => id).filter((id) => revised.has(id) && !inputs.has(id));
}

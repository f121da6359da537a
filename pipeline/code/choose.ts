/** From scores to labels: which problems an answer states, and how finely. */

import type { Layout } from './layout.ts';

/** Scores from which on a label is given. */
export interface Cutoffs {
  readonly problem: number;
  readonly leaf: number;
}

/** A sub-problem that scores this much above a problem's cut-off carries its problem with it. */
const LEAF_LEAD = 0.2;

/** The score of a problem: its own, or what its strongest sub-problem lends it. */
export function problemScore(
  scores: ArrayLike<number>,
  { label, leaves }: Layout['problems'][number],
): number {
  let best = scores[label]!;
  for (const leaf of leaves) best = Math.max(best, scores[leaf]! - LEAF_LEAD);
  return best;
}

/**
 * The labels given: of each problem stated its sub-problems above the cut-off, else the problem
 * itself; never both.
 */
export function chooseLabels(
  scores: ArrayLike<number>,
  layout: Layout,
  cutoffs: Cutoffs,
): number[] {
  const chosen: number[] = [];
  for (const problem of layout.problems) {
    if (problemScore(scores, problem) < cutoffs.problem) continue;
    const leaves = problem.leaves.filter((leaf) => scores[leaf]! >= cutoffs.leaf);
    if (leaves.length > 0) chosen.push(...leaves);
    else chosen.push(problem.label);
  }
  return chosen;
}

/** A problem that scores as much is stated, whatever else the answer says. */
export const SURE = 0.5;

/** The score of the problem that is stated most clearly. */
export function topScore(scores: ArrayLike<number>, { problems }: Layout): number {
  return problems.reduce(
    (best, problem) => Math.max(best, problemScore(scores, problem)),
    Number.NEGATIVE_INFINITY,
  );
}

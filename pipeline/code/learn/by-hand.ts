/** Answers coded by hand in one form, so that what is learnt does not depend on how they were listed. */

import { groupBy } from '../../group-by.ts';
import { RESERVED } from '../../taxonomy/parse.ts';
import type { Example, Taxonomy } from '../../taxonomy/taxonomy.ts';
import { answerKey } from '../normalise.ts';

/**
 * The part of a hand coding that speaks of one taxonomy, in the taxonomy's order, each code once;
 * none if it names no code of it. A problem beside its own sub-problem says nothing more than the
 * sub-problem and is left out. Reserved codes (`NONE` …) speak of every taxonomy.
 *
 * @example codesWithin(['A6', 'A3.1', 'A3', 'B2'], organ) // ['A3.1', 'A6']
 */
export function codesWithin(codes: readonly string[], taxonomy: Taxonomy): readonly string[] {
  const given = new Set(codes);
  const reserved = RESERVED.filter((code) => given.has(code));
  if (reserved.length > 0) return reserved;
  return taxonomy.problems.flatMap(({ id, subproblems }) => {
    const leaves = subproblems.map((leaf) => leaf.id).filter((leaf) => given.has(leaf));
    return leaves.length === 0 && given.has(id) ? [id] : leaves;
  });
}

/** Hand-coded answers of one taxonomy, equal ones (see `answerKey`) once, in the order of their keys. */
export function canonical(byHand: readonly Example[], taxonomy: Taxonomy): readonly Example[] {
  return [...groupBy(byHand, ({ text }) => answerKey(text))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => {
      const first = same.reduce((least, one) => (one.text < least.text ? one : least));
      return { text: first.text, codes: codesWithin(first.codes, taxonomy) };
    });
}

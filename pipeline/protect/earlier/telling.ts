/** Names of counts of a round that would tell of a few people, each by itself or several together. */
import type { CodeList } from '../../tally/codebook.ts';
import type { Count, Counts } from '../counts/count-cells.ts';
import type { Rules } from '../counts/rules.ts';
import { sumsAmong } from '../counts/sums.ts';
import { type RuleIn, tellingLate } from './differences.ts';
import { hideTellingUnions } from './late-unions.ts';
import { tellingOfGone } from './new-values.ts';
import type { TellingNext } from './one-more.ts';
import type { Release } from './release.ts';

/** What ties the counts of a round. */
interface Ties {
  readonly rules: Rules;
  readonly codebook: CodeList;
}

/**
 * Beside an earlier release.
 *
 * @param isChanged as `changedSince` tells it
 * @param ruleIn the rule for differences in a group, as `tellingOf` makes it
 */
export function tellingBeside(
  counts: Counts,
  release: Release,
  isChanged: (count: Count) => boolean,
  ruleIn: RuleIn,
  ties: Ties,
): ReadonlySet<string> {
  const telling = tellingLate(counts, release, isChanged, ruleIn);
  // Where a value is gone its group has changed, too.
  if ([...counts.values()].some(isChanged)) {
    for (const name of tellingOfGone(release, counts)) telling.add(name);
    addUnions(telling, counts, [release], ruleIn, ties);
  }
  return telling;
}

/** Beside earlier rounds of nearly the same people, be they joined by many elsewhere. */
export function tellingNearly(
  counts: Counts,
  { names, known }: TellingNext,
  ruleIn: RuleIn,
  ties: Ties,
): ReadonlySet<string> {
  const telling = new Set(names);
  if (known.length > 0) addUnions(telling, counts, known.map(allAtOnce), ruleIn, ties);
  return telling;
}

function allAtOnce(known: Release['known']): Known {
  return { known, left: new Map() };
}

type Known = Pick<Release, 'known' | 'left'>;

/** @param times what is known of one time after the other */
function addUnions(
  telling: Set<string>,
  counts: Counts,
  times: readonly Known[],
  ruleIn: RuleIn,
  { rules, codebook }: Ties,
): void {
  const relations = sumsAmong(counts, rules, codebook);
  for (const { known, left } of times) {
    hideTellingUnions({ counts, known, left, telling, relations, rules, ruleIn });
  }
}

/** Names of counts of a round that would tell of a few people, each by itself or several together. */
import type { CodeList } from '../../tally/codebook.ts';
import type { Count, Counts } from '../counts/count-cells.ts';
import type { Rules } from '../counts/rules.ts';
import { sumsAmong } from '../counts/sums.ts';
import { type RuleIn, tellingLate } from './differences.ts';
import { hideTellingUnions, type LateCounts } from './late-unions.ts';
import type { TellingNext } from './one-more.ts';
import type { Release } from './release.ts';
import { NOTHING_AGAIN, type ShownAgain } from './withheld.ts';

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
 * @param again as `shownAgain` tells it
 */
export function tellingBeside(
  counts: Counts,
  release: Release,
  isChanged: (count: Count) => boolean,
  ruleIn: RuleIn,
  again: ShownAgain,
  ties: Ties,
): ReadonlySet<string> {
  const telling = tellingLate(counts, release, isChanged, ruleIn, again.names);
  if ([...counts.values()].some(isChanged)) {
    addUnions(telling, counts, [{ ...release, again }], ruleIn, ties);
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
  return { known, left: new Map(), withheld: new Map(), again: NOTHING_AGAIN };
}

type Known = Pick<LateCounts, 'known' | 'left' | 'withheld' | 'again'>;

/** @param times what is known of one time after the other */
function addUnions(
  telling: Set<string>,
  counts: Counts,
  times: readonly Known[],
  ruleIn: RuleIn,
  { rules, codebook }: Ties,
): void {
  const relations = sumsAmong(counts, rules, codebook);
  for (const { known, left, withheld, again } of times) {
    const at = { known, left, withheld, again };
    hideTellingUnions({ counts, ...at, telling, relations, rules, ruleIn });
  }
}

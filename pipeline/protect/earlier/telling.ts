/** Names of counts of a round that would tell of a few people, each by itself or several together. */
import type { CodeList } from '../../tally/codebook.ts';
import type { Count, Counts } from '../counts/count-cells.ts';
import type { Rules } from '../counts/rules.ts';
import { sumsAmong } from '../counts/sums.ts';
import { type RuleIn, tellingLate } from './differences.ts';
import { LateTable } from './late-table.ts';
import { hideTellingUnions, type LateCounts, Places } from './late-unions.ts';
import { tellingOfMoved } from './moved.ts';
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
    for (const name of tellingOfMoved(release, counts, ruleIn)) telling.add(name);
    const late = lateCounts(telling, counts, release, ruleIn, ties);
    const table = LateTable.of(late, ties.codebook);
    const places = new Places(late);
    do hideTellingUnions(late, places);
    while (table?.cover(places));
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
  for (const one of known) {
    const late = lateCounts(telling, counts, { known: one, left: NOTHING_LEFT }, ruleIn, ties);
    hideTellingUnions(late, new Places(late));
  }
  return telling;
}

const NOTHING_LEFT: ReadonlyMap<string, number> = new Map();

function lateCounts(
  telling: Set<string>,
  counts: Counts,
  { known, left }: Pick<Release, 'known' | 'left'>,
  ruleIn: RuleIn,
  { rules, codebook }: Ties,
): LateCounts {
  const relations = sumsAmong(counts, rules, codebook);
  return { counts, known, left, telling, relations, rules, ruleIn };
}

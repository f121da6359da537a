/** Names of counts of a round that would tell of a few people, each by itself or several together. */
import type { CodeList } from '../../tally/codebook.ts';
import type { Count, Counts } from '../counts/count-cells.ts';
import type { Rules } from '../counts/rules.ts';
import { sumsAmong } from '../counts/sums.ts';
import { type RuleIn, tellingLate } from './differences.ts';
import { type LateCounts, Places } from './late-counts.ts';
import { LateTable } from './late-table.ts';
import { hideTellingUnions } from './late-unions.ts';
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
    const { known, left } = release;
    const late = { ...lateBeside(counts, ruleIn, ties), known, left, telling };
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
  if (known.length === 0) return telling;
  const beside = lateBeside(counts, ruleIn, ties);
  for (const one of known) {
    const late = { ...beside, known: one, left: NOTHING_LEFT, telling };
    hideTellingUnions(late, new Places(late));
  }
  return telling;
}

const NOTHING_LEFT: ReadonlyMap<string, number> = new Map();

/** What is the same of a round whatever it is laid beside. */
function lateBeside(
  counts: Counts,
  ruleIn: RuleIn,
  { rules, codebook }: Ties,
): Pick<LateCounts, 'counts' | 'relations' | 'rules' | 'ruleIn'> {
  return { counts, relations: sumsAmong(counts, rules, codebook), rules, ruleIn };
}

/**
 * Counts that must be hidden because those of an earlier release beside them would tell of a few
 * people: late answers added to an old round, or a small unit since counted among a large one.
 */
import { entry } from '../../entry.ts';
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase, isPresence } from '../counts/count-cells.ts';
import { isFew, isPrimary } from '../counts/primary.ts';
import type { Release } from './release.ts';

/**
 * Names of counts whose difference from an earlier release is a small count in itself.
 *
 * Whoever has both releases knows how many respondents were added to (or taken from) a round, and
 * what they said, as if they were a group of their own: its counts obey the rule for all counts.
 * Where few were added nothing is shown, not even what they did not say; how many there are is shown,
 * as bases and rows are. What was hidden stays hidden, as it would follow from a later figure and a
 * small difference; also where nothing has changed since, if releases before that one differ.
 *
 * @param counts of one round
 * @param isChanged as `changedSince` tells it
 * @param ruleIn the rule for differences in a group, as `tellingOf` makes it
 */
export function tellingLate(
  counts: Counts,
  release: Release,
  isChanged: (count: Count) => boolean,
  ruleIn: RuleIn,
): Set<string> {
  const isToldByBases = toldByBases(counts, release);
  const codesOf = codesOfPairs(counts);
  const telling = new Set<string>();
  for (const count of counts.values()) {
    const before = release.known.get(count.name);
    if (!isChanged(count)) {
      const isHeld = before === null && release.revised.has(count.round);
      if (isHeld) for (const name of heldWith(count)) telling.add(name);
      continue;
    }
    if (before === undefined) continue;
    const isTelling = ruleIn(count.group);
    if (before === null) {
      if (!isToldByBases(count)) for (const name of heldWith(count)) telling.add(name);
    } else if (isBase(count)) {
      if (isTelling(0, Math.abs(count.n - before)))
        for (const name of restingOn(count, counts)) telling.add(name);
    } else if (!isPresence(count) && tells(count, before, counts, release, isTelling)) {
      telling.add(count.name);
    } else if (tellsAlone(count, before, codesOf.get(count.name) ?? [], release, isTelling)) {
      telling.add(count.name);
    }
  }
  return telling;
}

/**
 * Whether the base of a theme was told by those of its taxonomies: its own line has none where the theme
 * was hidden, which says nothing of the base.
 */
function toldByBases(counts: Counts, { known }: Release): (count: Count) => boolean {
  const bases = groupBy(
    [...counts.values()].filter(({ kind }) => kind === 'base'),
    lineOf,
  );
  return (count) => {
    if (count.kind !== 'theme-base') return false;
    const own = bases.get(lineOf(count)) ?? [];
    return own.length > 0 && own.every(({ name }) => typeof known.get(name) === 'number');
  };
}

/**
 * What stays hidden with a hidden count. All lines over a base can be hidden though the base is not: that
 * these stay hidden is enough, and no line of another question has to be hidden with each run more.
 */
function heldWith(count: Count): readonly string[] {
  return isBase(count) && count.dependents.length > 0 ? count.dependents : [count.name];
}

/** What is counted among a base; among all respondents, whether they answered. */
function restingOn(base: Count, counts: Counts): readonly string[] {
  if (base.kind !== 'used') return base.dependents;
  return [...counts.values()].flatMap(({ kind, over, name }) =>
    kind === 'status' && over === base.name ? [name] : [],
  );
}

function tells(
  count: Count,
  before: number,
  counts: Counts,
  { known }: Release,
  isTelling: IsTelling,
): boolean {
  const apart = Math.abs(count.n - before);
  if (apart === 0) return false;
  const base = counts.get(count.over ?? '');
  const baseBefore = known.get(count.over ?? '') ?? null;
  const isKnown = base !== undefined && baseBefore !== null;
  return isTelling(apart, isKnown ? Math.abs(base.n - baseBefore) : null);
}

/** Of each pair the counts of its codes, which it cannot stand without. */
function codesOfPairs(counts: Counts): ReadonlyMap<string, readonly Count[]> {
  const codes = new Map<string, Count[]>();
  for (const code of counts.values()) {
    if (code.kind !== 'code') continue;
    for (const name of code.dependents) {
      if (counts.get(name)?.kind === 'pair') entry(codes, name, () => []).push(code);
    }
  }
  return codes;
}

/** Whether a pair tells, beside its codes, of few late ones who had one without the other, or of none who had. */
function tellsAlone(
  { n }: Count,
  before: number,
  codes: readonly Count[],
  { known }: Release,
  isTelling: IsTelling,
): boolean {
  if (n === before) return false;
  return codes.some((code) => {
    const codeBefore = known.get(code.name);
    if (typeof codeBefore !== 'number') return false;
    const alone = Math.abs(code.n - codeBefore - (n - before));
    return alone === 0 || isTelling(alone, null);
  });
}

/** Where the counts of a question stand together. */
export function lineOf({ question, group, value }: Count): string {
  return JSON.stringify([question, group, value]);
}

/**
 * Whether the answers of so many who came late tell of a few.
 *
 * @param apart how many of them are counted, or at most by how many counts differ
 * @param late how many they are; null where that is not told
 */
export type IsTelling = (apart: number, late: number | null) => boolean;

/** The rule in a group; in that of everybody too. */
export type RuleIn = (group: string) => IsTelling;

/**
 * The rule for differences: the one for all counts, of those who came late.
 *
 * @param fewest that may be told apart; Infinity: nothing is told of anybody
 */
export function tellingOf(fewest: number): IsTelling {
  return (apart, late) => {
    if (apart === 0) return late !== null && isFew(late, fewest);
    if (apart < fewest) return true;
    // More than were added or taken: their answers were coded anew, which tells of nobody.
    return late !== null && apart <= late && isPrimary(apart, late, fewest);
  };
}

/** Counts that the release has told, of the same people. */
export function toldBefore(
  counts: Counts,
  release: Release,
  isChanged: (count: Count) => boolean,
): ReadonlySet<string> {
  return new Set(
    [...counts.values()].flatMap((count) =>
      !isChanged(count) && release.known.get(count.name) === count.n ? [count.name] : [],
    ),
  );
}

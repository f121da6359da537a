/**
 * Values of groups that a release did not have. It had some under another name: whoever reads both knows them by
 * their numbers, so that what came since is told of them too. In others nobody was.
 */
import { entry, numberIn } from '../../entry.ts';
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase, isPresence, whereOf } from '../counts/count-cells.ts';
import { usedIn } from '../counts/counts.ts';
import { PLACE_OF_ALL, placeOf } from './people-in.ts';
import type { Release } from './release.ts';

export type Known = Pick<Release, 'known' | 'left'>;

/**
 * The release, with values that are gone under the names that they could have now.
 *
 * A new value could be one that is gone where, of anything that is not coded, no fewer are counted than before
 * and no more than came to the whole round, or from other values; or the other way round where some left it. Of
 * several that could be, it is the one that differs least in all that is counted. Values put together under a new
 * name, or taken apart, are not known again.
 *
 * @param release with counts of one round alone
 * @param counts of the same round now
 */
export function asNamedNow<Some extends Known>(release: Some, counts: Counts): Some {
  const { fresh, gone } = valuesIn(release, counts);
  const come = cameTo(release, counts, new Set(fresh.keys()));
  const pairs = [...fresh].flatMap(([group, own]) =>
    closestFirst(own, gone.get(group) ?? [], come.get(group)!, release),
  );
  return pairs.length === 0 ? release : renamed(release, pairs);
}

/**
 * The release with nobody at values that are new: what is left of all since, less those who are there, is of the
 * others. Where some value of the group is gone its people may be there, so that nothing is known.
 *
 * @param release as `asNamedNow` gives it
 */
export function withNobody<Some extends Known>(release: Some, counts: Counts): Some {
  const { fresh, gone, kept } = valuesIn(release, counts);
  if (fresh.size === 0) return release;
  const known = new Map(release.known);
  for (const [group, own] of fresh) {
    const isSomeGone = (gone.get(group) ?? []).some((one) => isGoneNow(one, release));
    if (isSomeGone || !kept.has(group)) continue;
    for (const { name } of own.flat()) known.set(name, 0);
  }
  return { ...release, known };
}

/** By group. */
interface Values {
  /** What is counted at each value that the release does not have. */
  readonly fresh: ReadonlyMap<string, readonly (readonly Count[])[]>;
  readonly gone: ReadonlyMap<string, readonly Gone[]>;
  /** Groups with a value that both have. */
  readonly kept: ReadonlySet<string>;
}

const NOTHING_NEW: Values = { fresh: new Map(), gone: new Map(), kept: new Set() };

function valuesIn(release: Known, counts: Counts): Values {
  const all = [...counts.values()];
  const isKnown = ({ name }: Count) => release.known.has(name);
  if (all.every(isKnown)) return NOTHING_NEW;
  const now = groupBy(
    all.filter((one) => placeOf(one) !== PLACE_OF_ALL),
    placeOf,
  );
  const fresh = [...now.values()].filter((own) => !own.some(isKnown));
  if (fresh.length === 0) return NOTHING_NEW;
  const kept = [...now.values()].filter((own) => own.some(isKnown));
  return {
    fresh: groupBy(fresh, ([first]) => first!.group),
    gone: groupBy(goneFrom(release, now), ({ group }) => group),
    kept: new Set(kept.map(([first]) => first!.group)),
  };
}

/** A value of a group that a round did not have before. */
interface Fresh {
  readonly counts: readonly Count[];
  /** How many people there are, which tells it soonest, and how many say something. */
  readonly people: readonly Said[];
}

interface Said {
  /** The number of what is counted. */
  readonly item: number;
  readonly n: number;
  readonly isOfAll: boolean;
  /** Answers are coded anew now and then, which brings and takes nobody. */
  readonly isCoded: boolean;
}

/** @param numbers of what is counted, by what names have in common; added to */
function freshOf(counts: readonly Count[], numbers: Map<string, number>): Fresh {
  const people = counts.flatMap((one): Said[] => {
    if (!one.ofPeople) return [];
    const isOfAll = isBase(one) || isPresence(one);
    const isCoded = !isOfAll && one.kind !== 'option';
    return [{ item: numberIn(numbers, withoutValue(one.name)), n: one.n, isOfAll, isCoded }];
  });
  return { counts, people: people.sort((a, b) => Number(b.isOfAll) - Number(a.isOfAll)) };
}

/** A value of a group that a round has no more: what was told there, by what it has in common with other values. */
export interface Gone {
  readonly group: string;
  readonly value: string;
  readonly told: Map<string, { readonly name: string; readonly n: number | null }>;
}

export function goneFrom({ known }: Known, now: ReadonlyMap<string, unknown>): readonly Gone[] {
  const gone = new Map<string, Gone>();
  for (const [name, n] of known) {
    const { group, value } = whereOf(name);
    const place = placeOf({ group, value });
    if (place === PLACE_OF_ALL || now.has(place)) continue;
    const { told } = entry(gone, place, () => ({ group, value, told: new Map() }));
    told.set(withoutValue(name), { name, n });
  }
  return [...gone.values()];
}

/** Whether a value was there in the release; others were gone before, and are told of another time. */
export function isGoneNow({ told }: Gone, { left }: Known): boolean {
  return [...told.values()].some(({ name }) => !left.has(name));
}

/** What was told at a value that is gone, by the number of what is counted; NaN where it was not. */
export function numbersOf({ told }: Gone, numbers: ReadonlyMap<string, number>): Float64Array {
  const of = new Float64Array(numbers.size).fill(Number.NaN);
  for (const [key, { n }] of told) {
    const item = numbers.get(key);
    if (item !== undefined && n !== null) of[item] = n;
  }
  return of;
}

/** The name of a count without the value of its group: what it has in common with others. */
export function withoutValue(name: string): string {
  return name.split('\u0001').toSpliced(4, 1).join('\u0001');
}

/** How many more respondents a round has now; below 0 where it has fewer. */
export function moreUsed({ known }: Pick<Known, 'known'>, counts: Counts): number {
  const [first] = counts.values();
  const used = counts.get(usedIn(first!.round));
  return used === undefined ? 0 : used.n - (known.get(used.name) ?? used.n);
}

/**
 * How many could have come to a new value of each group: as many as the round has more now, and as many as other
 * values have lost; below 0 where the round has fewer.
 */
function cameTo(
  release: Known,
  counts: Counts,
  groups: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const late = moreUsed(release, counts);
  const come = new Map([...groups].map((group) => [group, late]));
  if (late < 0) return come;
  const lessOf = ({ name, n }: Count) => (release.known.get(name) ?? n) - n;
  const fewer = groupBy(
    [...counts.values()].filter((one) => groups.has(one.group) && isBase(one) && lessOf(one) > 0),
    placeOf,
  );
  for (const own of fewer.values()) {
    const { group } = own[0]!;
    come.set(group, come.get(group)! + Math.max(...own.map(lessOf)));
  }
  return come;
}

interface Pair {
  readonly now: Fresh;
  readonly before: Gone;
  /** By how many they differ. */
  readonly apart: number;
}

/** Each new value with one that is gone, of those that it could be; one that was there in the release first. */
function closestFirst(
  values: readonly (readonly Count[])[],
  gone: readonly Gone[],
  come: number,
  release: Known,
): readonly Pair[] {
  const numbers = new Map<string, number>();
  const fresh = values.map((counts) => freshOf(counts, numbers));
  const told = gone.map((one) => ({ gone: one, n: numbersOf(one, numbers) }));
  const could = fresh
    .flatMap((now) =>
      told.flatMap((before): Pair[] => {
        const apart = apartOf(now, before.n, come);
        return apart === null ? [] : [{ now, before: before.gone, apart }];
      }),
    )
    .sort(
      (one, other) =>
        one.apart - other.apart ||
        Number(isGoneNow(other.before, release)) - Number(isGoneNow(one.before, release)),
    );
  const taken = new Set<unknown>();
  return could.filter(({ now, before }) => {
    if (taken.has(now) || taken.has(before)) return false;
    taken.add(now).add(before);
    return true;
  });
}

/**
 * By how many a value differs from another, of all that is counted; null where it could not be the same people and
 * some of those who came.
 *
 * @param before by number, NaN where it is not told
 * @param come how many could have come to it; below 0: have left
 */
function apartOf({ people }: Fresh, before: Float64Array, come: number): number | null {
  let [apart, bases] = [0, 0];
  for (const { item, n, isOfAll, isCoded } of people) {
    const more = come < 0 ? before[item]! - n : n - before[item]!;
    if (Number.isNaN(more)) continue;
    if (!isCoded && (more < 0 || more > Math.abs(come))) return null;
    if (isOfAll) bases += 1;
    apart += Math.abs(more);
  }
  return bases === 0 ? null : apart;
}

function renamed<Some extends Known>(release: Some, pairs: readonly Pair[]): Some {
  const maps = {
    known: new Map(release.known),
    left: new Map(release.left),
  };
  for (const { now, before } of pairs) {
    for (const { name } of now.counts) {
      const old = before.told.get(withoutValue(name))?.name;
      if (old === undefined) continue;
      move(maps.known, old, name);
      move(maps.left, old, name);
    }
  }
  return { ...release, ...maps };
}

function move<Value>(map: Map<string, Value>, from: string, to: string): void {
  const value = map.get(from);
  if (value === undefined) return;
  map.delete(from);
  map.set(to, value);
}

/**
 * Values of groups that a release did not have. It had some under another name: whoever reads both knows them by
 * their numbers, so that what came since is told of them too. In others nobody was.
 */
import { entry } from '../../entry.ts';
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase, isPresence, whereOf } from '../counts/count-cells.ts';
import { usedIn } from '../counts/counts.ts';
import { EVERYBODY, placeOf } from './people-in.ts';
import type { Release } from './release.ts';

type Known = Pick<Release, 'known' | 'left'>;

/**
 * The release, with values that are gone under the names that they could have now.
 *
 * A new value could be one that is gone where, of anything that is not coded, no fewer are counted than before
 * and no more than came to the whole round; or the other way round where some left it. Of several that could be,
 * it is the one that differs least. Values put together under a new name, or taken apart, are not known again.
 *
 * @param release with counts of one round alone
 * @param counts of the same round now
 */
export function asNamedNow<Some extends Known>(release: Some, counts: Counts): Some {
  const { fresh, gone } = valuesIn(release, counts);
  const late = lateIn(release, counts);
  const pairs = [...fresh].flatMap(([group, own]) =>
    closestFirst(own.map(freshOf), gone.get(group) ?? [], late),
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
    if (gone.has(group) || !kept.has(group)) continue;
    for (const { name } of own.flat()) known.set(name, 0);
  }
  return { ...release, known };
}

/**
 * Names of counts that have grown by what may have been hidden at a value that is gone: of a unit counted with
 * another, the difference would be what it had.
 *
 * @param release as `asNamedNow` gives it
 */
export function tellingOfGone(release: Known, counts: Counts): readonly string[] {
  const { known, left } = release;
  const isGone = (name: string) => !counts.has(name) && !left.has(name);
  if (![...known].some(([name, n]) => n === null && isGone(name))) return [];
  const gone = goneFrom(release, groupBy(counts.values(), placeOf));
  const goneIn = groupBy(
    gone.filter(({ told }) => [...told.values()].every(({ name }) => isGone(name))),
    ({ group }) => group,
  );
  const moreAt = ({ name, n }: Count) => Math.abs(n - (known.get(name) ?? n));
  return [...counts.values()].flatMap((one) => {
    const base = counts.get(one.over ?? '');
    if (base === undefined || moreAt(one) === 0) return [];
    const isIn = ({ told }: Gone) =>
      told.get(elsewhere(one.name))?.n === null &&
      moreAt(base) >= (told.get(elsewhere(base.name))?.n ?? 1);
    return (goneIn.get(one.group) ?? []).some(isIn) ? [one.name] : [];
  });
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
    all.filter((one) => placeOf(one) !== EVERYBODY),
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
  /** What tells it: how many people there are, and say what is not coded; by what it has in common with other values. */
  readonly telling: readonly {
    readonly key: string;
    readonly n: number;
    readonly isOfAll: boolean;
  }[];
}

function freshOf(counts: readonly Count[]): Fresh {
  const telling = counts.flatMap((one) => {
    const isOfAll = isBase(one) || isPresence(one);
    if (!isOfAll && one.kind !== 'option') return [];
    return [{ key: elsewhere(one.name), n: one.n, isOfAll }];
  });
  return { counts, telling };
}

/** A value of a group that a round has no more: what was told there, by what it has in common with other values. */
interface Gone {
  readonly group: string;
  readonly value: string;
  readonly told: Map<string, { readonly name: string; readonly n: number | null }>;
}

function goneFrom({ known }: Known, now: ReadonlyMap<string, unknown>): readonly Gone[] {
  const gone = new Map<string, Gone>();
  for (const [name, n] of known) {
    const { group, value } = whereOf(name);
    const place = placeOf({ group, value });
    if (place === EVERYBODY || now.has(place)) continue;
    const { told } = entry(gone, place, () => ({ group, value, told: new Map() }));
    told.set(elsewhere(name), { name, n });
  }
  return [...gone.values()];
}

/** What the names of a count have in common at all values of a group. */
function elsewhere(name: string): string {
  return name.split('\u0001').toSpliced(4, 1).join('\u0001');
}

/** How many more a round has now; below 0 where it has fewer. */
function lateIn({ known }: Known, counts: Counts): number {
  const [first] = counts.values();
  const used = counts.get(usedIn(first!.round));
  return used === undefined ? 0 : used.n - (known.get(used.name) ?? used.n);
}

interface Pair {
  readonly now: Fresh;
  readonly before: Gone;
  /** By how many they differ. */
  readonly apart: number;
}

/** Each new value with one that is gone, of those that it could be. */
function closestFirst(
  fresh: readonly Fresh[],
  gone: readonly Gone[],
  late: number,
): readonly Pair[] {
  const could = fresh
    .flatMap((now) =>
      gone.flatMap((before): Pair[] => {
        const apart = apartOf(now, before, late);
        return apart === null ? [] : [{ now, before, apart }];
      }),
    )
    .sort((one, other) => one.apart - other.apart);
  const taken = new Set<unknown>();
  return could.filter(({ now, before }) => {
    if (taken.has(now) || taken.has(before)) return false;
    taken.add(now).add(before);
    return true;
  });
}

/**
 * By how many a value differs from another at most; null where it could not be the same people and some of the late
 * ones.
 *
 * @param late how many more the round has now
 */
function apartOf({ telling }: Fresh, { told }: Gone, late: number): number | null {
  let [most, bases] = [0, 0];
  for (const { key, n, isOfAll } of telling) {
    const before = told.get(key)?.n ?? null;
    if (before === null) continue;
    const more = late < 0 ? before - n : n - before;
    if (more < 0 || more > Math.abs(late)) return null;
    if (isOfAll) bases += 1;
    most = Math.max(most, more);
  }
  return bases === 0 ? null : most;
}

function renamed<Some extends Known>(release: Some, pairs: readonly Pair[]): Some {
  const maps = {
    known: new Map(release.known),
    left: new Map(release.left),
  };
  for (const { now, before } of pairs) {
    for (const { name } of now.counts) {
      const old = before.told.get(elsewhere(name))?.name;
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

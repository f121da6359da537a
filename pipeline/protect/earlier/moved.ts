/**
 * People who are counted at other values than before: of a unit that is counted with another now, was taken apart,
 * or gave some of its people to another. What one value gained less what another lost is of those who came besides.
 */
import { entry, numberIn } from '../../entry.ts';
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase } from '../counts/count-cells.ts';
import type { IsTelling, RuleIn } from './differences.ts';
import {
  goneFrom,
  isGoneNow,
  type Known,
  moreUsed,
  numbersOf,
  withoutValue,
} from './new-values.ts';
import { PLACE_OF_ALL, placeOf } from './people-in.ts';

/**
 * Names of counts at values that gained people, of which it would tell of a few beside what other values lost.
 *
 * Of a value that lost people something may have been hidden: what another gained would tell that too, but for those
 * who came besides. Values that gained just what another lost are of the same people.
 *
 * @param release with counts of the same round alone, as `asNamedNow` gives it
 */
export function tellingOfMoved(release: Known, counts: Counts, ruleIn: RuleIn): readonly string[] {
  const way = moreUsed(release, counts) < 0 ? -1 : 1;
  const isQuiet = [...counts.values()].every(
    (one) => placeOf(one) !== PLACE_OF_ALL || (release.known.get(one.name) ?? one.n) === one.n,
  );
  return [...movesIn(release, counts)].flatMap(([group, moves]) => {
    const { lost, gained } = withoutSame(moves);
    if (lost.length === 0 || gained.length === 0) return [];
    const told = { isTelling: ruleIn(group), way, isQuiet };
    const all = { by: sumOf(gained), counted: gained[0]!.counted };
    // What all gained is told by those that are shown: of one it is enough not to be told.
    return [...gained, ...(gained.length > 1 ? [all] : [])].flatMap((to) =>
      togetherOf(lost).flatMap((from) => tellingIn(to, from, told)),
    );
  });
}

/** Of so few values each two are looked at together too: more have some by chance that are like another. */
const FEW = 6;

/** What values lost, each by itself, two together, and all. */
function togetherOf(lost: readonly Move[]): readonly Move[] {
  const two =
    lost.length > FEW
      ? []
      : lost.flatMap((one, i) => lost.slice(i + 1).map((other) => ({ by: sumOf([one, other]) })));
  return lost.length > 2 ? [...lost, ...two, { by: sumOf(lost) }] : [...lost, ...two];
}

/** What is counted at a value that lost people, or gained some. */
interface Move {
  /** How many, by the number of what is counted; NaN where that is not told. */
  readonly by: Float64Array;
}

interface Gain extends Move {
  /** What is counted among a base. */
  readonly counted: readonly Counted[];
}

interface Counted {
  readonly name: string;
  /** The numbers of what is counted, and of its base. */
  readonly item: number;
  readonly base: number;
}

/** Of a group. */
interface Moves {
  readonly lost: Move[];
  readonly gained: Gain[];
}

function movesIn(release: Known, counts: Counts): ReadonlyMap<string, Moves> {
  const places = groupBy(counts.values(), placeOf);
  places.delete(PLACE_OF_ALL);
  const gone = goneFrom(release, places).filter((one) => isGoneNow(one, release));
  const moves = new Map<string, Moves>();
  const hasLost = (one: Count) => isBase(one) && one.n < (release.known.get(one.name) ?? 0);
  // Where people only came, nothing is to be put together.
  if (gone.length === 0 && ![...counts.values()].some(hasLost)) return moves;
  const numbers = new Map<string, number>();
  const items = new Map<string, number>();
  for (const { name } of [...places.values()].flat()) {
    items.set(name, numberIn(numbers, withoutValue(name)));
  }
  const itemOf = (name: string) => items.get(name)!;
  const movesOf = (group: string) => entry(moves, group, (): Moves => ({ lost: [], gained: [] }));
  for (const own of places.values()) {
    const more = moreAt(own, release, numbers.size, itemOf);
    const bases = own.filter(isBase).map(({ name }) => more[itemOf(name)]!);
    const { lost, gained } = movesOf(own[0]!.group);
    if (bases.some((n) => n > 0)) gained.push({ by: more, counted: countedIn(own, itemOf) });
    if (bases.some((n) => n < 0)) lost.push({ by: more.map((n) => -n) });
  }
  for (const one of gone) movesOf(one.group).lost.push({ by: numbersOf(one, numbers) });
  return moves;
}

/** How many more are counted at a value than before; all of them where nothing was. */
function moreAt(
  own: readonly Count[],
  { known }: Known,
  size: number,
  itemOf: (name: string) => number,
): Float64Array {
  const isNew = !own.some(({ name }) => known.has(name));
  const more = new Float64Array(size);
  for (const { name, n } of own) {
    more[itemOf(name)] = isNew ? n : n - (known.get(name) ?? Number.NaN);
  }
  return more;
}

function countedIn(own: readonly Count[], itemOf: (name: string) => number): readonly Counted[] {
  return own.flatMap((one) =>
    isBase(one) || one.over === null
      ? []
      : [{ name: one.name, item: itemOf(one.name), base: itemOf(one.over) }],
  );
}

/** Without values that gained just what others lost. */
function withoutSame({ lost, gained }: Moves): Moves {
  const left = new Set(lost);
  const more = gained.filter((to) => {
    const same = [...left].find((from) => to.by.every((n, item) => n === from.by[item]));
    if (same !== undefined) left.delete(same);
    return same === undefined;
  });
  return { lost: [...left], gained: more };
}

function sumOf(moves: readonly Move[]): Float64Array {
  const sum = new Float64Array(moves[0]!.by.length);
  for (const { by } of moves) {
    for (let item = 0; item < sum.length; item++) sum[item]! += by[item]!;
  }
  return sum;
}

interface Rule {
  readonly isTelling: IsTelling;
  /** -1 where the round shrank: some left, and none came besides. */
  readonly way: number;
  /** Whether over everybody nothing has changed: then nobody came besides. */
  readonly isQuiet: boolean;
}

/** Names of counts at a value that gained people, of which a few would be told by what was lost elsewhere. */
function tellingIn(
  { by, counted }: Gain,
  from: Move,
  { isTelling, way, isQuiet }: Rule,
): readonly string[] {
  return counted.flatMap(({ name, item, base }) => {
    const besides = way * (by[base]! - from.by[base]!);
    const isOfThem = besides === 0 || (besides > 0 && !isQuiet);
    if (!isOfThem || Number.isNaN(by[item]!)) return [];
    const isTold = Number.isNaN(from.by[item]!)
      ? besides === 0 || isTelling(0, besides)
      : !isQuiet && isTelling(Math.abs(by[item]! - from.by[item]!), besides);
    return isTold ? [name] : [];
  });
}

/** How many people a round counts, place by place and question by question. */
import { entry } from '../../entry.ts';
import { ANSWERED, type Count, type Counts, EVERYBODY, type Kind } from '../counts/count-cells.ts';

/** What is counted of people who answered a question: none of it is less where more answered. */
const OF_PEOPLE: readonly Kind[] = ['base', 'theme-base', 'answered', 'code', 'theme', 'option'];

/** How many people a round counts, to be laid beside later ones. */
export interface PeopleIn {
  readonly used: number;
  /** Who they are, in a panel; else nobody is known. */
  readonly ids: Ids;
  /** By place and question. */
  readonly at: ReadonlyMap<string, Questions>;
}

/** Respondents, each by what stands for its id. */
export type Ids = Pick<ReadonlyMap<number, unknown>, 'size' | 'has' | 'keys'>;

/** By question. */
export type Questions = ReadonlyMap<string, People>;

/** The counts of a question at a place, bases before what is counted among them. */
export interface People {
  /** The very same list at all places of a round where the same is counted. */
  readonly items: readonly Item[];
  /** As many, in the same order. */
  readonly n: Int32Array;
}

export type Item = Pick<Count, 'kind' | 'item'>;

/** @param ids of the respondents counted, as far as they are known */
export function peopleIn(counts: Counts, ids: Ids = new Map()): PeopleIn {
  let used = 0;
  const at = new Map<string, Map<string, Count[]>>();
  // Those of a place mostly follow one another.
  let own: Count[] = [];
  for (const count of counts.values()) {
    if (count.kind === 'used') used = count.n;
    if (!isOfPeople(count)) continue;
    if (own.length === 0 || !isBeside(own[0]!, count)) {
      const there = entry(at, placeOf(count), () => new Map<string, Count[]>());
      own = entry(there, count.question, () => []);
    }
    own.push(count);
  }
  const lists = new Map<string, readonly Item[]>();
  const peopleOf = (some: readonly Count[], question: string): People => {
    const items = listOf(some, lists.get(question) ?? []);
    lists.set(question, items);
    return { items, n: Int32Array.from(some.map(({ n }) => n)) };
  };
  return { used, ids, at: mapGroups(at, (there) => mapGroups(there, peopleOf)) };
}

function isOfPeople({ kind, item }: Item): boolean {
  return OF_PEOPLE.includes(kind) || (kind === 'status' && ANSWERED.includes(item));
}

function isBeside(one: Count, other: Count): boolean {
  return one.value === other.value && one.group === other.group && one.question === other.question;
}

/** A name for a place, which its group can be told from. */
export const placeOf = ({ group, value }: Pick<Count, 'group' | 'value'>) =>
  `${group}\u0001${value}`;
export const PLACE_OF_ALL = placeOf({ group: EVERYBODY, value: '' });

function mapGroups<T, Result>(
  groups: ReadonlyMap<string, T>,
  change: (own: T, key: string) => Result,
): ReadonlyMap<string, Result> {
  return new Map([...groups].map(([key, own]) => [key, change(own, key)]));
}

/** What is counted; where that is the same as in another list, that one. */
function listOf(own: readonly Item[], known: readonly Item[]): readonly Item[] {
  const isKnown = own.length === known.length && own.every((one, i) => isSame(one, known[i]!));
  return isKnown ? known : own.map(({ kind, item }) => ({ kind, item }));
}

function isSame(one: Item, other: Item | undefined): boolean {
  return one.kind === other?.kind && one.item === other.item;
}

/** What a round without a place asks there. */
export const NOTHING: Questions = new Map();

export const groupOf = (place: string): string => place.slice(0, place.indexOf('\u0001'));

/** The counts that both have: how many now, how many before. */
export function* inBoth(
  now: People,
  before: People,
): Iterable<readonly [item: Item, n: number, before: number]> {
  let places: ReadonlyMap<string, number> | null = null;
  for (const [i, item] of now.items.entries()) {
    let at = isSame(item, before.items[i]) ? i : undefined;
    if (at === undefined) {
      places ??= new Map(before.items.map((one, j) => [nameOf(one), j]));
      at = places.get(nameOf(item));
    }
    if (at !== undefined) yield [item, now.n[i]!, before.n[at]!];
  }
}

/** How many of some people are counted so; undefined where that is not counted. */
export function countedIn({ items, n }: People, one: Item): number | undefined {
  const at = items.findIndex((item) => isSame(one, item));
  return at < 0 ? undefined : n[at]!;
}

const nameOf = ({ kind, item }: Item) => `${kind}\u0001${item}`;

/**
 * Counts that must be hidden because a round could be of the people of an earlier one and a few more:
 * what these few said would be the difference.
 */
import { entry } from '../../entry.ts';
import { type Count, type Counts, isBase, type Kind } from '../counts/count-cells.ts';

/** What is counted of people who answered a question: none of it is less where more answered. */
const OF_PEOPLE: readonly Kind[] = ['base', 'theme-base', 'answered', 'code', 'theme', 'option'];
/** The statuses of answers that are told by a base too. */
const ANSWERED: readonly string[] = ['coded', 'uncoded', 'no-problem'];

/** How many people a round counts, to be laid beside later ones. */
export interface PeopleIn {
  readonly used: number;
  /** By place and question. */
  readonly at: ReadonlyMap<string, Questions>;
}

type Questions = ReadonlyMap<string, People>;

/** The counts of a question at a place, bases before what is counted among them. */
interface People {
  /** The very same list at all places of a round where the same is counted. */
  readonly items: readonly Item[];
  /** As many, in the same order. */
  readonly n: Int32Array;
}

type Item = Pick<Count, 'kind' | 'item'>;

export function peopleIn(counts: Counts): PeopleIn {
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
  return { used, at: mapGroups(at, (there) => mapGroups(there, peopleOf)) };
}

function isOfPeople({ kind, item }: Item): boolean {
  return OF_PEOPLE.includes(kind) || (kind === 'status' && ANSWERED.includes(item));
}

function isBeside(one: Count, other: Count): boolean {
  return one.value === other.value && one.group === other.group && one.question === other.question;
}

const placeOf = ({ group, value }: Pick<Count, 'group' | 'value'>) => `${group}\u0001${value}`;
const EVERYBODY = placeOf({ group: 'all', value: '' });

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

/** What a round would tell of the few by whom it could be more than an earlier one. */
export interface TellingNext {
  /** Of counts of tables. */
  readonly names: ReadonlySet<string>;
  /** Questions, whose statuses are among these: nothing else that is counted over all may be told. */
  readonly questions: ReadonlySet<string>;
}

/**
 * Counts at places where a round could be an earlier one and a few people more: nobody there said less
 * of anything, and no more than that many said more. It could be where all that both rounds ask there is
 * so. A question that is so everywhere is judged by itself, since the same people may have answered
 * others anew. Whoever joined without an answer is told by statuses alone.
 *
 * @param now of the round itself
 * @param earlier of all rounds before it
 */
export function tellingNext(
  counts: Counts,
  now: PeopleIn,
  earlier: readonly PeopleIn[],
  minimum: number,
): TellingNext {
  const told = new Map<string, Set<string>>();
  const questions = new Set<string>();
  for (const before of earlier) {
    const repeated = repeatedIn(now, before, minimum);
    const joined = now.used - before.used;
    const hasJoined = joined > 0 && joined < minimum;
    for (const [place, asked] of now.at) {
      const old = before.at.get(place) ?? NOTHING;
      const more = moreThan(asked, old, repeated, minimum);
      // Where everything is as it was, nothing more is told.
      const isMore = more.some(([, most]) => most > 0);
      for (const [question] of more) {
        if (isMore) entry(told, place, () => new Set<string>()).add(question);
        if (place === EVERYBODY && (isMore || hasJoined)) questions.add(question);
      }
    }
  }
  const names = [...counts.values()].flatMap((one) => {
    if (one.kind === 'status') return questions.has(one.question) ? [one.name] : [];
    return isBase(one) && told.get(placeOf(one))?.has(one.question) ? one.dependents : [];
  });
  return { names: new Set(names), questions };
}

const NOTHING: Questions = new Map();

/**
 * The questions that the people of an earlier round could have answered as they did then: over all
 * nobody says less of anything, and nowhere more people do than may have moved.
 */
function repeatedIn(now: PeopleIn, before: PeopleIn, minimum: number): ReadonlySet<string> {
  const [all, old] = [now, before].map((one) => one.at.get(EVERYBODY) ?? NOTHING) as [
    Questions,
    Questions,
  ];
  const hasFallen = (question: string) =>
    [...now.at].some(([place, questions]) => {
      const [own, then] = [questions.get(question), before.at.get(place)?.get(question)];
      return own !== undefined && then !== undefined && fallsBy(own, then, minimum);
    });
  return new Set(
    [...all.keys()].filter(
      (one) => mostMore(all.get(one)!, old.get(one), minimum) !== null && !hasFallen(one),
    ),
  );
}

/**
 * Questions of a place that the people of an earlier round could have answered, and by how many at most
 * a count of theirs is more: all of them, or else those that are repeated.
 */
function moreThan(
  questions: Questions,
  before: Questions,
  repeated: ReadonlySet<string>,
  minimum: number,
): readonly (readonly [question: string, most: number])[] {
  const more: (readonly [string, number])[] = [];
  let isAll = true;
  for (const [question, people] of questions) {
    const old = before.get(question);
    if (old === undefined) continue;
    const most = mostMore(people, old, minimum);
    if (most !== null) more.push([question, most]);
    else if (repeated.size === 0) return [];
    else isAll = false;
  }
  return isAll ? more : more.filter(([question]) => repeated.has(question));
}

/**
 * By how many at most a count is more than before, over those that both have; null where one is less,
 * or more by as many as may be told apart. Rounds of other people nearly always differ in the first,
 * which is a base.
 */
function mostMore(now: People, before: People | undefined, minimum: number): number | null {
  if (before === undefined) return null;
  let most: number | null = null;
  for (const more of differences(now, before)) {
    if (more < 0 || more >= minimum) return null;
    most = Math.max(most ?? 0, more);
  }
  return most;
}

function fallsBy(now: People, before: People, minimum: number): boolean {
  for (const more of differences(now, before)) if (more <= -minimum) return true;
  return false;
}

/** Of each count that both have, by how many it is more. */
function* differences(now: People, before: People): Iterable<number> {
  let places: ReadonlyMap<string, number> | null = null;
  for (const [i, item] of now.items.entries()) {
    let at = isSame(item, before.items[i]) ? i : undefined;
    if (at === undefined) {
      places ??= new Map(before.items.map((one, j) => [nameOf(one), j]));
      at = places.get(nameOf(item));
    }
    if (at !== undefined) yield now.n[i]! - before.n[at]!;
  }
}

const nameOf = ({ kind, item }: Item) => `${kind}\u0001${item}`;

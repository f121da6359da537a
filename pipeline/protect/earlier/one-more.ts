/**
 * Counts that must be hidden because a round could be of the people of an earlier one and a few more:
 * what these few said would be the difference.
 */
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase, type Kind } from '../counts/count-cells.ts';

/** What is counted of people who answered a question: none of it is less where more answered. */
const OF_PEOPLE: readonly Kind[] = ['base', 'theme-base', 'answered', 'code', 'theme', 'option'];

/** Of a round how many people each question counts, by place and question, to be laid beside later ones. */
export type PeopleIn = ReadonlyMap<string, Questions>;

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
  const lists = new Map<string, readonly Item[]>();
  const people = [...counts.values()].filter(({ kind }) => OF_PEOPLE.includes(kind));
  return mapGroups(groupBy(people, placeOf), (there) =>
    mapGroups(
      groupBy(there, ({ question }) => question),
      (own, question) => {
        const items = listOf(own, lists.get(question) ?? []);
        lists.set(question, items);
        return { items, n: Int32Array.from(own, ({ n }) => n) };
      },
    ),
  );
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

/**
 * Names of counts at places where a round could be an earlier one and a few people more: nobody there
 * said less of anything, and no more than that many said more. It could be where all that both rounds
 * ask there is so. A question that is so everywhere is judged by itself, since the same people may have
 * answered others anew.
 *
 * @param now of the round itself
 * @param earlier of all rounds before it
 */
export function tellingNext(
  counts: Counts,
  now: PeopleIn,
  earlier: readonly PeopleIn[],
  minimum: number,
): ReadonlySet<string> {
  const told = new Map([...now.keys()].map((place) => [place, new Set<string>()]));
  for (const before of earlier) {
    const repeated = repeatedIn(now, before, minimum);
    for (const [place, questions] of now) {
      const old = before.get(place) ?? NOTHING;
      const more = moreThan(questions, old, repeated, minimum);
      // Where everything is as it was, nothing more is told.
      if (!more.some(([, most]) => most > 0)) continue;
      for (const [question] of more) told.get(place)!.add(question);
    }
  }
  const bases = [...counts.values()].filter(isBase);
  return new Set(
    bases.flatMap((one) => (told.get(placeOf(one))?.has(one.question) ? one.dependents : [])),
  );
}

const NOTHING: Questions = new Map();

/**
 * The questions that the people of an earlier round could have answered as they did then: over all
 * nobody says less of anything, and nowhere more people do than may have moved.
 */
function repeatedIn(now: PeopleIn, before: PeopleIn, minimum: number): ReadonlySet<string> {
  const [all, old] = [now, before].map((one) => one.get(EVERYBODY) ?? NOTHING) as [
    Questions,
    Questions,
  ];
  const hasFallen = (question: string) =>
    [...now].some(([place, questions]) => {
      const [own, then] = [questions.get(question), before.get(place)?.get(question)];
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

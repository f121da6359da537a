/**
 * Counts that must be hidden because a round could be of the people of an earlier one and a few more or
 * fewer: what these few said would be the difference.
 */
import { entry } from '../../entry.ts';
import { type Counts, isBase } from '../counts/count-cells.ts';
import { isFew } from '../counts/primary.ts';
import {
  countedIn,
  groupOf,
  NOTHING,
  type PeopleIn,
  PLACE_OF_ALL,
  placeOf,
  type Questions,
} from './people-in.ts';
import { mostMore, repeatedIn } from './repeated.ts';

/** What a round would tell of the few by whom it could be more or less than an earlier one. */
export interface TellingNext {
  /** Of counts of tables. */
  readonly names: ReadonlySet<string>;
  /** Questions, whose statuses are among these: nothing else that is counted over all may be told. */
  readonly questions: ReadonlySet<string>;
  /** By name what each earlier round of nearly the same people counted of questions that would tell of the few. */
  readonly known: readonly ReadonlyMap<string, number>[];
}

/** What is told at places, and over all. */
interface Told {
  /** Questions by place. */
  readonly at: Map<string, Set<string>>;
  readonly questions: Set<string>;
}

/**
 * Counts at places where a round could be an earlier one and a few people more: nobody there said less
 * of anything, and no more than that many said more; or a few people fewer, the other way round. It
 * could be where all that both rounds ask is so. Where some is not, since the same people may have
 * answered it anew or been joined by many elsewhere, what is so counts if other people would hardly ever
 * answer like that, or where ids say that they are the same. Whoever joined or left without an answer is
 * told by statuses alone.
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
  const told: Told = { at: new Map(), questions: new Set() };
  const panels = earlier.filter((before) => {
    const ways = [addTold(told, now, before, minimum), addTold(told, before, now, minimum)];
    return ways.includes(true);
  });
  const names = [...counts.values()].flatMap((one) => {
    if (one.kind === 'status') return told.questions.has(one.question) ? [one.name] : [];
    return isBase(one) && told.at.get(placeOf(one))?.has(one.question) ? one.dependents : [];
  });
  const known = told.at.size === 0 ? [] : panels.map((before) => knownOf(before, counts, told));
  return { names: new Set(names), questions: told.questions, known };
}

/** What a round counted where a later one does, of questions that would tell of a few somewhere. */
function knownOf({ at }: PeopleIn, counts: Counts, told: Told): ReadonlyMap<string, number> {
  const asked = new Set([...told.at.values()].flatMap((own) => [...own]));
  return new Map(
    [...counts.values()].flatMap((one) => {
      const people = asked.has(one.question) ? at.get(placeOf(one))?.get(one.question) : undefined;
      const n = people === undefined ? undefined : countedIn(people, one);
      return n === undefined ? [] : [[one.name, n] as const];
    }),
  );
}

/**
 * Adds what is told of the few by whom one round could be more than another.
 *
 * @returns whether ids say that nearly all of the smaller are in the larger
 */
function addTold(told: Told, larger: PeopleIn, smaller: PeopleIn, minimum: number): boolean {
  const { questions, groups, isPanel } = repeatedIn(larger, smaller, minimum);
  if (questions.size === 0 && groups.size === 0 && !isPanel) return false;
  const isApart = isFew(larger.used - smaller.used, minimum);
  for (const [place, asked] of larger.at) {
    const more = moreThan(asked, smaller.at.get(place) ?? NOTHING, minimum);
    const isWhole = more.isAll && (questions.size > 0 || groups.has(groupOf(place)));
    const own =
      isWhole || isPanel ? more.by : more.by.filter(([question]) => questions.has(question));
    // Where everything is as it was, nothing more is told.
    const isMore = own.some(([, most]) => most > 0);
    for (const [question] of own) {
      if (isMore) entry(told.at, place, () => new Set<string>()).add(question);
      if (place === PLACE_OF_ALL && (isMore || isApart)) told.questions.add(question);
    }
  }
  return isPanel;
}

/**
 * Questions of a place that the people of an earlier round could have answered, and by how many at most
 * a count of theirs is more; and whether these are all that both ask there.
 */
function moreThan(questions: Questions, before: Questions, minimum: number) {
  const by: (readonly [question: string, most: number])[] = [];
  let isAll = true;
  for (const [question, people] of questions) {
    const old = before.get(question);
    if (old === undefined) continue;
    const most = mostMore(people, old, minimum);
    if (most !== null) by.push([question, most]);
    else isAll = false;
  }
  return { by, isAll };
}

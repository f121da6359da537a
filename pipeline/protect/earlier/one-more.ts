/**
 * Counts that must be hidden because a round could be of the people of an earlier one and a few more or
 * fewer: what these few said would be the difference.
 */
import { entry } from '../../entry.ts';
import { type Counts, isBase } from '../counts/count-cells.ts';
import { isFew } from '../counts/primary.ts';
import {
  EVERYBODY,
  groupOf,
  NOTHING,
  type PeopleIn,
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
 * answer like that. Whoever joined or left without an answer is told by statuses alone.
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
  for (const before of earlier) {
    addTold(told, now, before, minimum);
    addTold(told, before, now, minimum);
  }
  const names = [...counts.values()].flatMap((one) => {
    if (one.kind === 'status') return told.questions.has(one.question) ? [one.name] : [];
    return isBase(one) && told.at.get(placeOf(one))?.has(one.question) ? one.dependents : [];
  });
  return { names: new Set(names), questions: told.questions };
}

/** Adds what is told of the few by whom one round could be more than another. */
function addTold(told: Told, larger: PeopleIn, smaller: PeopleIn, minimum: number): void {
  const { questions, groups } = repeatedIn(larger, smaller, minimum);
  if (questions.size === 0 && groups.size === 0) return;
  const isApart = isFew(larger.used - smaller.used, minimum);
  for (const [place, asked] of larger.at) {
    const more = moreThan(asked, smaller.at.get(place) ?? NOTHING, minimum);
    const isWhole = more.isAll && (questions.size > 0 || groups.has(groupOf(place)));
    const own = isWhole ? more.by : more.by.filter(([question]) => questions.has(question));
    // Where everything is as it was, nothing more is told.
    const isMore = own.some(([, most]) => most > 0);
    for (const [question] of own) {
      if (isMore) entry(told.at, place, () => new Set<string>()).add(question);
      if (place === EVERYBODY && (isMore || isApart)) told.questions.add(question);
    }
  }
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

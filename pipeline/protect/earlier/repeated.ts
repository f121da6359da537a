/** What a round has that could be of the people of an earlier one and a few more. */
import { groupBy } from '../../group-by.ts';
import {
  groupOf,
  inBoth,
  NOTHING,
  type People,
  type PeopleIn,
  PLACE_OF_ALL,
  type Questions,
} from './people-in.ts';
import { isBeyondChance, logWays, surpriseIn, surpriseOf } from './surprise.ts';

/** What a round repeats of an earlier one, as far as that can be told from chance. */
export interface Repeated {
  /** Wherever their counts are no less. */
  readonly questions: ReadonlySet<string>;
  /** Groups with values at which all that both rounds ask is repeated. */
  readonly groups: ReadonlySet<string>;
  /** Whether nearly all of the earlier one are there: however many joined, a few are told where these are. */
  readonly isPanel: boolean;
}

const NOTHING_REPEATED = { questions: new Set<string>(), groups: new Set<string>() };

/**
 * Everything where all questions that both rounds ask could be repeated over all, be they few; and all that
 * could be where ids say that the people are the same: what they were asked anew tells of nobody. Else some
 * were answered anew, or by other people, as many of whom answer a number question by chance and say
 * nearly the same to one with two options: what could be repeated then is only if chance would hardly
 * have it, taken together.
 */
export function repeatedIn(larger: PeopleIn, smaller: PeopleIn, minimum: number): Repeated {
  const [now, before] = [larger, smaller].map((one) => one.at.get(PLACE_OF_ALL) ?? NOTHING) as [
    Questions,
    Questions,
  ];
  const isPanel = areStillThere(larger, smaller, minimum);
  const asked = [...now.keys()].filter((question) => before.has(question));
  if (asked.length === 0) return { ...NOTHING_REPEATED, isPanel };
  const likely = asked.filter((one) => mostMore(now.get(one)!, before.get(one)!, minimum) !== null);
  const areSame = isPanel && areStillThere(smaller, larger, minimum);
  const isAll = likely.length === asked.length || areSame;
  if (isAll) return { ...NOTHING_REPEATED, questions: new Set(likely), isPanel };
  const questions = likely.filter((one) => !fallsAnywhere(one, larger, smaller, minimum));
  const isSurprising = areRepeated(questions, asked.length, larger, smaller);
  return {
    questions: isSurprising ? new Set(questions) : NOTHING_REPEATED.questions,
    groups: groupsRepeated(larger, smaller),
    isPanel,
  };
}

/** Whether a panel knows that all but a few of one round are in another, too. */
function areStillThere({ ids: others }: PeopleIn, { ids }: PeopleIn, minimum: number): boolean {
  let gone = 0;
  for (const id of ids.keys()) {
    if (!others.has(id)) gone += 1;
    if (gone >= minimum) return false;
  }
  return ids.size > gone;
}

/** Whether other people would hardly ever answer these questions of all like that, in one group. */
function areRepeated(
  questions: readonly string[],
  asked: number,
  larger: PeopleIn,
  smaller: PeopleIn,
): boolean {
  if (questions.length === 0) return false;
  const places = groupBy([...larger.at.keys()], groupOf);
  return [...places.values()].some((own) => {
    const surprises = questions.map((question) =>
      surpriseOf(
        own.flatMap((place) => {
          const now = larger.at.get(place)!.get(question);
          const before = smaller.at.get(place)?.get(question);
          return now === undefined || before === undefined ? [] : [surpriseIn(now, before)];
        }),
      ),
    );
    const sum = surprises.reduce((one, other) => one + other, 0);
    return isBeyondChance(sum - logWays(questions.length, asked));
  });
}

/** Groups of which more values are repeated in all that both rounds ask than chance would have it. */
function groupsRepeated(larger: PeopleIn, smaller: PeopleIn): ReadonlySet<string> {
  const places = groupBy([...larger.at.keys()], groupOf);
  const isSurprising = (own: readonly string[]) =>
    isBeyondChance(
      surpriseOf(own.map((at) => surpriseAt(larger.at.get(at)!, smaller.at.get(at) ?? NOTHING))),
    );
  return new Set([...places].flatMap(([group, own]) => (isSurprising(own) ? [group] : [])));
}

/** How surprising a place is; null where a question is not repeated there. */
function surpriseAt(now: Questions, before: Questions): number | null {
  let sum = 0;
  for (const [question, people] of now) {
    const old = before.get(question);
    if (old === undefined) continue;
    const own = surpriseIn(people, old);
    if (own === null) return null;
    sum += own;
  }
  return sum;
}

/**
 * By how many at most a count is more than before, over those that both have; null where one is less,
 * or more by as many as may be told apart. Rounds of other people nearly always differ in the first,
 * which is a base.
 */
export function mostMore(now: People, before: People, minimum: number): number | null {
  let most: number | null = null;
  for (const [, n, then] of inBoth(now, before)) {
    const more = n - then;
    if (more < 0 || more >= minimum) return null;
    most = Math.max(most ?? 0, more);
  }
  return most;
}

/** Whether at some place more people fewer say something than may have moved. */
function fallsAnywhere(
  question: string,
  larger: PeopleIn,
  smaller: PeopleIn,
  minimum: number,
): boolean {
  for (const [place, questions] of larger.at) {
    const [now, before] = [questions.get(question), smaller.at.get(place)?.get(question)];
    if (now === undefined || before === undefined) continue;
    for (const [, n, then] of inBoth(now, before)) if (n - then <= -minimum) return true;
  }
  return false;
}

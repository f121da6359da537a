/** Which counts may be of other people than those of an earlier release under the same names. */
import { groupBy } from '../../group-by.ts';
import { type Count, type Counts, isBase, whereOf } from '../counts/count-cells.ts';
import { usedIn } from '../counts/counts.ts';
import type { Release } from './release.ts';

/**
 * Whether a count is in a round whose rows changed, at a value of a group that holds other people, in
 * a group whose values were renamed or merged (a unit that took in a small one tells of it), or of a
 * closed question with other counts: it is not coded anew, so that any difference shows that.
 *
 * @param inputs of this run, as the release has them
 */
export function changedSince(
  counts: Counts,
  release: Release,
  inputs: ReadonlyMap<string, string>,
): (count: Count) => boolean {
  const all = [...counts.values()];
  const isOther = ({ name, n }: Count) => (release.known.get(name) ?? n) !== n;
  const rounds = changedRounds(counts, release, inputs);
  const values = new Set(all.filter((one) => isBase(one) && isOther(one)).map(placeOf));
  const groups = regrouped(all, release);
  const questions = new Set(
    all.filter((one) => ['answered', 'option'].includes(one.kind) && isOther(one)).map(questionOf),
  );
  // Asked of every count many times: names are put together only where there is something to find.
  const isAmong = (
    some: ReadonlySet<string>,
    nameOf: (count: Count) => string,
    count: Count,
  ): boolean => some.size > 0 && some.has(nameOf(count));
  return (count) =>
    rounds.has(count.round) ||
    isAmong(values, placeOf, count) ||
    isAmong(groups, groupOf, count) ||
    isAmong(questions, questionOf, count);
}

/**
 * Whether what the release hid in a round must stay hidden, though nothing may have changed since: it, or
 * one before it, was laid beside a release that had a count of the round otherwise, and whoever kept that
 * one would tell the difference.
 *
 * What an older release showed is not known any more. But nothing is told of a count that stays hidden,
 * and one that is shown as the last release shows it was laid beside each of them. So a round is named for
 * good. One that may come back near to what an older release showed is told by `fewestTold`.
 *
 * That a round is named says no more than that files, rows, groups, bases or options are others than
 * in some release, as those who have it see; where it is not named, nothing is hidden that this release
 * does not hide by itself. No minimum decides it.
 *
 * @param counts of the round
 * @param isChanged as `changedSince` tells it
 */
export function isRevised(
  counts: Counts,
  { revised }: Pick<Release, 'revised'>,
  isChanged: (count: Count) => boolean,
): boolean {
  for (const count of counts.values()) {
    if (revised.has(count.round) || isChanged(count)) return true;
  }
  return false;
}

/** Rounds of which the release had other files, or took others of their rows. */
function changedRounds(
  counts: Counts,
  { known, inputs: old }: Release,
  inputs: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const rounds = new Set([...counts.values()].map(({ round }) => round));
  return new Set(
    [...rounds].filter(
      (round) =>
        old.has(round) &&
        (old.get(round) !== inputs.get(round) ||
          known.get(usedIn(round)) !== counts.get(usedIn(round))?.n),
    ),
  );
}

/** Where a count stands, as far as the release's names tell. */
type Place = Pick<Count, 'round' | 'group' | 'value'>;

const groupOf = ({ round, group }: Place) => JSON.stringify([round, group]);
const placeOf = ({ round, group, value }: Place) => JSON.stringify([round, group, value]);
const questionOf = ({ round, question }: Count) => JSON.stringify([round, question]);

/** Groups of a round that both have, with other values than in the release. */
function regrouped(all: readonly Count[], { known, left }: Release): ReadonlySet<string> {
  const before = valuesByGroup([...known.keys()].filter((name) => !left.has(name)).map(whereOf));
  return new Set(
    [...valuesByGroup(all)].flatMap(([group, values]) => {
      const old = before.get(group);
      const isAsBefore = old?.size === values.size && [...values].every((one) => old.has(one));
      return old === undefined || isAsBefore ? [] : [group];
    }),
  );
}

function valuesByGroup(all: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byGroup = groupBy(all, groupOf);
  return new Map([...byGroup].map(([group, own]) => [group, new Set(own.map((one) => one.value))]));
}

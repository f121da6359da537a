/**
 * What hidden counts were, so that they can be shown again once many have come since.
 *
 * Readers do not know what was hidden; the program does, and lays it beside the new count as if it had been
 * told. If of the many who came since many are counted and many are not, that tells of no few: not beside the
 * last release, and not beside an older one either, since what came before only adds to both.
 */
import { groupBy } from '../../group-by.ts';
import type { Behind } from '../counts/behind.ts';
import { type Count, type Counts, isBase, isPresence } from '../counts/count-cells.ts';
import { type IsTelling, lineOf, tellingSince } from './differences.ts';
import type { Release } from './release.ts';
import { type Changes, changeIn } from './remembered.ts';

/** By name what each count was of which a release shows no line. */
export type Withheld = ReadonlyMap<string, number>;

export function withheldOf(behind: Behind, hidden: ReadonlySet<Count>): Withheld {
  const [gone, shown] = [new Set<Count>(), new Set<Count>()];
  for (const lines of Object.values(behind)) {
    for (const counts of lines) {
      const into = counts.some((one) => hidden.has(one)) ? gone : shown;
      for (const one of counts) into.add(one);
    }
  }
  const withheld = new Map<string, number>();
  for (const one of gone) if (!shown.has(one)) withheld.set(one.name, one.n);
  return withheld;
}

/** Hidden counts that may be shown again. */
export interface ShownAgain {
  readonly names: ReadonlySet<string>;
  /** The rule for what is left beside them. */
  readonly isTelling: IsTelling;
}

export const NOTHING_AGAIN: ShownAgain = { names: new Set(), isTelling: () => true };

/**
 * What may be shown again in a group that has grown from release to release, or only shrunk: where some came and
 * others went, many more may be a few beside an older release.
 *
 * @param counts of one round
 * @param changes how the round and its groups have changed, up to now
 * @param minimum fewest that may be told apart
 */
export function shownAgain(
  counts: Counts,
  release: Hidden,
  changes: Changes,
  minimum: number,
): ShownAgain {
  const isTelling = tellingSince(minimum);
  const moreOf = ({ name, n, round, group }: Count) => {
    const more = n - (release.known.get(name) ?? release.withheld.get(name) ?? n);
    const change = changeIn(changes, round, group);
    return change === 'more' ? more : change === 'fewer' ? -more : 0;
  };
  const areMany = (count: Count) => {
    const all = isOfAll(count) ? count : counts.get(count.over ?? '');
    if (all === undefined) return false;
    const more = moreOf(count);
    // That nobody at all is counted tells of everybody alike.
    const isOfEverybody = all === count || (count.n === 0 && more === 0);
    return isOfEverybody ? !isTelling(moreOf(all), null) : !isTelling(more, moreOf(all));
  };
  const hidden = [...counts.values()].filter((one) => isHidden(one, release));
  const again = hidden.filter((one) => one.ofPeople && areMany(one));
  const names = new Set(again.map(({ name }) => name));
  for (const name of meansOf(hidden, names, counts, release)) names.add(name);
  return { names, isTelling };
}

type Hidden = Pick<Release, 'known' | 'withheld'>;

function isHidden({ name }: Count, { known, withheld }: Hidden): boolean {
  return known.get(name) === null && withheld.has(name);
}

/** Counted among no others: all who are there, for whom the mean of numbers stands too, and all that they mention. */
function isOfAll(count: Count): boolean {
  return isBase(count) || isPresence(count) || ['mean', 'mentions'].includes(count.kind);
}

/** Hidden means and deviations that say no more than the options beside them, all of which are shown. */
function meansOf(
  hidden: readonly Count[],
  again: ReadonlySet<string>,
  counts: Counts,
  { known }: Hidden,
): readonly string[] {
  const means = hidden.filter((one) => !one.ofPeople);
  if (means.length === 0) return [];
  const options = groupBy(
    [...counts.values()].filter(({ kind }) => kind === 'option'),
    lineOf,
  );
  const isShown = ({ name }: Count) => again.has(name) || typeof known.get(name) === 'number';
  return means.flatMap((one) => {
    const own = options.get(lineOf(one)) ?? [];
    return own.length > 0 && own.every(isShown) ? [one.name] : [];
  });
}

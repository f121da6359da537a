/**
 * How surprising it is that counts of a round are those of an earlier one and a few more, if they are
 * of other people: chance alone gives a few such counts in most rounds.
 *
 * Surprise is minus the logarithm of the chance. Of two rounds of other people, the difference of
 * a count has the variance p(1 − p)(N + N′), so that the chance to be one of w whole numbers is at most
 * w/√(2π p(1 − p)(N + N′)).
 */
import { inBoth, type People } from './people-in.ts';

/** Chance has this in fewer than one of a thousand pairs of rounds, however many counts they have. */
const ENOUGH = Math.log(1000);

/** Whether other people would hardly ever look like this. */
export function isBeyondChance(surprise: number): boolean {
  return surprise > ENOUGH;
}

/**
 * That of a question at a place, none is less and none is more by more than there are people more; null
 * where that is not so. How many people there are says nothing, since other people may be as many: only
 * what is counted among them does. Of these one is left out, for the last option follows from the
 * others, and so are the parts of a problem, which go with it.
 */
export function surpriseIn(now: People, before: People): number | null {
  let [sum, most] = [0, 0];
  let [base, old, taxonomy, problem] = [0, 0, '', ''];
  for (const [{ kind, item }, n, then] of inBoth(now, before)) {
    if (kind === 'base' || kind === 'answered') [base, old, taxonomy] = [n, then, item];
    const more = base - old;
    if (more < 0 || n < then || (isAmong(kind) && n - then > more)) return null;
    if (!isAmong(kind) || item.startsWith(`${problem}.`)) continue;
    if (kind === 'code' && !item.startsWith(`${taxonomy}\u0002`)) continue;
    if (kind === 'code') problem = item;
    const share = (n + then + 1) / (base + old + 2);
    const spread = 2 * Math.PI * share * (1 - share) * (base + old);
    const own = Math.max(0, Math.log(spread) / 2 - Math.log(more + 1));
    sum += own;
    most = Math.max(most, own);
  }
  return sum - most;
}

const isAmong = (kind: string) => kind === 'code' || kind === 'option';

/**
 * Of some surprises together, null where there is none: that just so many of all come about by chance
 * is as much likelier as there are ways to choose them.
 */
export function surpriseOf(all: readonly (number | null)[]): number {
  const own = all.filter((one) => one !== null);
  return own.reduce((sum, one) => sum + one, 0) - logWays(own.length, all.length);
}

/** Logarithm of the number of ways to choose so many. */
export function logWays(chosen: number, of: number): number {
  let sum = 0;
  for (let i = 1; i <= chosen; i++) sum += Math.log((of - chosen + i) / i);
  return sum;
}

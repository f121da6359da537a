/**
 * Cell suppression: which counts to hide so that no small one is shown or can be worked out.
 *
 * Primary cells are hidden for what they are. Complementary ones are hidden because sums and bounds
 * would give a hidden one away: hidden counts must be free to take values that lie `minimum` apart.
 * Of the counts that would do, the one is taken with which the fewest lines are lost, those that
 * fall with it and those that it would call for included; what others made needless is shown again.
 * What passes every sum by itself is then attacked over all of them together, and mended until
 * nothing is exposed.
 */

import { type Network, withZeros } from './attack/network.ts';
import { allOf } from './attack/ties.ts';
import { attack, attackAmong, type Exposed } from './attack.ts';
import { isPresence } from './counts/count-cells.ts';
import { cheapest, LEAST } from './suppress/choose.ts';
import { Exchange } from './suppress/exchange.ts';
import type { Grid } from './suppress/grids.ts';
import { Hidden } from './suppress/hidden.ts';
import { mend } from './suppress/mend.ts';
import { closeTo, knowingTheRest, nearestTo } from './suppress/nearby.ts';
import { exposedIn } from './suppress/one-sum.ts';

/** Exposed counts that hang together and are mended before others are looked at. */
const ENOUGH = 16;

/**
 * Numbers of all counts to hide.
 *
 * @param minimum fewest respondents that may be told apart, and how wide the range of a hidden
 *   count must be
 * @param grids in which counts can be exchanged; the more, the less is left for the attack
 * @param many from so many hidden counts on, what is near is looked at before all together
 * @throws Error if there is a count that nothing can protect (our bug)
 */
export function suppress(
  network: Network,
  minimum: number,
  grids: readonly Grid[],
  many = MANY,
): ReadonlySet<number> {
  const hidden = new Hidden(network);
  network.cells.forEach((cell, i) => {
    if (cell.primary) hidden.hide(i);
  });
  coverSums(network, hidden, minimum);
  showNeedless(network, hidden, minimum);
  // Hiding more only widens what was wide, so what was found safe stays so; and what is shown again for
  // being told can be nothing else, so that it was never moved.
  const safe = new Set<number>();
  const exchange = new Exchange(network, hidden, grids);
  for (;;) {
    for (const cell of doubtfulIn(network, hidden, safe)) {
      if (exchange.isFree(cell, minimum)) safe.add(cell);
    }
    if (hidden.cells.size > many) {
      const exposed = exposedClose(network, hidden, doubtfulIn(network, hidden, safe), minimum);
      if (mend(network, hidden, exposed, minimum)) {
        coverSums(network, hidden, minimum);
        continue;
      }
      for (const size of NEAR) checkNearby(network, hidden, safe, minimum, size);
    }
    const doubtful = doubtfulIn(network, hidden, safe);
    if (doubtful.length === 0) return hidden.cells;
    const found = attack(network, hidden.shown, doubtful, minimum, ENOUGH);
    if (found.exposed.length === 0) return hidden.cells;
    for (const cell of found.safe) safe.add(cell);
    if (showTold(network, hidden, found.exposed)) continue;
    if (!mend(network, hidden, found.exposed, minimum)) {
      const { name } = network.cells[found.exposed[0]!.cell]!;
      // What earlier releases have given away together, nothing can take back.
      if (!network.cells.some(({ told }) => told)) {
        throw new Error(`nothing left to protect ${JSON.stringify(name)}`);
      }
      for (const { cell } of found.exposed) safe.add(cell);
    }
    coverSums(network, hidden, minimum);
  }
}

/** From so many hidden counts on, solving for all that hang together takes long. */
const MANY = 6000;
/** Counts whose neighbourhood is attacked at once, and how many are in one, first and then. */
const AT_ONCE = 8;
const NEAR = [200, 800, 4000, 20_000];

/** Hidden counts of which it is not known that they are safe. */
function doubtfulIn(
  network: Network,
  hidden: Hidden,
  safe: ReadonlySet<number>,
): readonly number[] {
  return [...hidden.cells].filter(
    (cell) => hidden.isSecret(cell) && !safe.has(cell) && network.cells[cell]!.ofPeople,
  );
}

/** What already those hidden counts give away that hang together closely. */
function exposedClose(
  network: Network,
  hidden: Hidden,
  doubtful: readonly number[],
  minimum: number,
): readonly Exposed[] {
  if (doubtful.length === 0) return [];
  const known = withZeros(network, hidden.shown);
  const seen = new Set<number>();
  return doubtful.flatMap((cell) => {
    if (seen.has(cell) || !Number.isNaN(known[cell]!)) return [];
    const close = closeTo(network, known, cell);
    for (const one of close) seen.add(one);
    return attackAmong(network, known, close, minimum);
  });
}

/** Notes as safe what would be so if all but the nearest hidden counts were known. */
function checkNearby(
  network: Network,
  hidden: Hidden,
  safe: Set<number>,
  minimum: number,
  size: number,
): void {
  const open = new Set(doubtfulIn(network, hidden, safe));
  while (open.size > 0) {
    const near = nearestTo(network, hidden, [...open].slice(0, AT_ONCE), size);
    // Those at the rim have neighbours that are taken for known.
    const inside = near.slice(0, Math.max(AT_ONCE, near.length / 2));
    const some = inside.filter((cell) => open.delete(cell));
    const known = knowingTheRest(network, near);
    for (const cell of attack(network, known, some, minimum, Infinity).safe) safe.add(cell);
  }
}

/**
 * Hides more until every hidden count is safe in each sum by itself, where one more can do that.
 *
 * Sums of bases come first, since whole lines fall with them; then what helps in several sums.
 */
function coverSums(network: Network, hidden: Hidden, minimum: number): void {
  const waiting = new Set<number>();
  for (const limit of [0, LEAST, 1, Infinity]) {
    for (const sum of [...waiting]) cover(sum, limit);
    for (let sum = hidden.nextSum(); sum !== null; sum = hidden.nextSum()) cover(sum, limit);
  }

  function cover(sum: number, limit: number): void {
    waiting.delete(sum);
    if (!exposedIn(network, hidden, sum, minimum, NOTHING)) return;
    const best = cheapest(network, hidden, sum, minimum);
    if (best === null) return;
    const carriesLines = network.cells[best.cell]!.lines === 0;
    if (best.price <= limit || carriesLines) hidden.hide(best.cell);
    else waiting.add(sum);
  }
}

/** Shows complements again, dearest first, without which no sum exposes more than with them. */
function showNeedless(network: Network, hidden: Hidden, minimum: number): void {
  const { cells, sumsOf } = network;
  const isExposed = (sum: number) => exposedIn(network, hidden, sum, minimum, NOTHING);
  const complements = [...hidden.roots]
    .filter((cell) => !cells[cell]!.primary)
    .sort((a, b) => cells[b]!.lines - cells[a]!.lines || cells[b]!.n - cells[a]!.n || a - b);
  for (const cell of complements) {
    const shown = hidden.show(cell);
    if (shown.length === 0) continue;
    if ([...allOf(sumsOf, shown)].some(isExposed)) hidden.hide(cell);
  }
}

/**
 * Shows again how many people are somewhere, where bases of questions tell it exactly and it is no
 * small number: hiding it keeps nothing secret, and to keep it secret would cost all those bases.
 *
 * @returns whether any was shown
 */
function showTold(network: Network, hidden: Hidden, exposed: readonly Exposed[]): boolean {
  const told = exposed.filter(({ cell, low, high }) => {
    const count = network.cells[cell]!;
    return isPresence(count) && !count.primary && low === high && hidden.roots.has(cell);
  });
  const shown = told.filter(({ cell }) => hidden.showForGood(cell));
  return shown.length > 0;
}

const NOTHING: ReadonlySet<number> = new Set();

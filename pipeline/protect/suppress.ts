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

import type { Network } from './attack/network.ts';
import { attackRests, linesWithRest } from './attack/rests.ts';
import { attack, type Exposed } from './attack.ts';
import { isPresence } from './counts/count-cells.ts';
import { coverSums, showNeedless } from './suppress/cover-sums.ts';
import { Exchange } from './suppress/exchange.ts';
import type { Grid } from './suppress/grids.ts';
import { Hidden } from './suppress/hidden.ts';
import { mend } from './suppress/mend.ts';
import { aroundRest, exposedClose, knowingTheRest, nearestTo } from './suppress/nearby.ts';

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
  const of = { exchange: new Exchange(network, hidden, grids), minimum, many };
  const counts = { ...of, safe: new Set<number>() };
  const rests = { ...of, grids, lines: linesWithRest(network), safe: new Set<number>() };
  do coverCounts(network, hidden, counts);
  while (coverRests(network, hidden, rests));
  return hidden.cells;
}

/** What is asked for, and what is known by now. */
interface Cover {
  readonly exchange: Exchange;
  readonly minimum: number;
  /** From so many hidden counts on, what is near is looked at before all together. */
  readonly many: number;
  /** Hidden counts, or those whose rests are safe. */
  readonly safe: Set<number>;
}

interface CoverOfRests extends Cover {
  readonly grids: readonly Grid[];
  /** Counts beside which there is a rest. */
  readonly lines: readonly number[];
}

/** Hides more until no hidden count is exposed by all sums and bounds together. */
function coverCounts(network: Network, hidden: Hidden, cover: Cover): void {
  const { exchange, minimum, many, safe } = cover;
  for (;;) {
    for (const cell of doubtfulIn(network, hidden, safe)) {
      if (exchange.isFree(cell, minimum)) safe.add(cell);
    }
    if (hidden.cells.size > many) {
      const exposed = exposedClose(
        network,
        hidden.shown,
        doubtfulIn(network, hidden, safe),
        minimum,
      );
      if (mend(network, hidden, exposed, minimum)) {
        coverSums(network, hidden, minimum);
        continue;
      }
      for (const size of NEAR) {
        const open = doubtfulIn(network, hidden, safe);
        checkNearby(network, hidden, { open, safe, minimum, size });
      }
    }
    const doubtful = doubtfulIn(network, hidden, safe);
    if (doubtful.length === 0) return;
    const found = attack(network, hidden.shown, doubtful, minimum, ENOUGH);
    if (found.exposed.length === 0) return;
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

/**
 * Hides more where all who are left of a hidden base beside a hidden count are known to be few.
 *
 * What nothing can protect is left as it is: a single option that everybody who answers must choose.
 *
 * @returns whether anything was hidden
 */
function coverRests(network: Network, hidden: Hidden, cover: CoverOfRests): boolean {
  const { exchange, minimum, many, safe } = cover;
  const open = () => doubtfulRests(network, hidden, cover);
  for (const line of open()) if (exchange.isRestFree(line, minimum)) safe.add(line);
  if (hidden.cells.size > many) checkAround(network, hidden, cover);
  for (;;) {
    const doubtful = open();
    if (doubtful.length === 0) return false;
    const found = attackRests(network, hidden.shown, doubtful, minimum, ENOUGH);
    for (const line of found.safe) safe.add(line);
    if (found.exposed.length === 0) return false;
    if (mend(network, hidden, found.exposed, minimum)) {
      coverSums(network, hidden, minimum);
      return true;
    }
    for (const { cell } of found.exposed) safe.add(cell);
  }
}

/** Hidden counts over hidden bases of whose rests it is not known that they are safe. */
function doubtfulRests(
  network: Network,
  hidden: Hidden,
  { lines, safe }: CoverOfRests,
): readonly number[] {
  return lines.filter(
    (line) => hidden.isSecret(line) && hidden.isSecret(network.over[line]!) && !safe.has(line),
  );
}

/** Notes as safe the rests that would be so if all were known but what they could change with. */
function checkAround(network: Network, hidden: Hidden, cover: CoverOfRests): void {
  const { exchange, grids, minimum, safe } = cover;
  for (const most of AROUND) {
    for (const line of doubtfulRests(network, hidden, cover)) {
      const place = exchange.placeOf(line);
      if (place === undefined) continue;
      const around = aroundRest(hidden, grids, place, network.over[line]!, most);
      const known = knowingTheRest(network, around);
      for (const one of attackRests(network, known, [line], minimum, 1).safe) safe.add(one);
    }
  }
}

/** From so many hidden counts on, solving for all that hang together takes long. */
const MANY = 6000;
/** Counts whose neighbourhood is attacked at once, and how many are in one, first and then. */
const AT_ONCE = 8;
const NEAR = [200, 800, 4000, 20_000];
/** With how many lines of a kind a rest is looked at, first and then. */
const AROUND = [8, 40, 200];

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

interface Near {
  /** Those to look at. */
  readonly open: readonly number[];
  readonly safe: Set<number>;
  readonly minimum: number;
  /** How many are near, about. */
  readonly size: number;
}

/** Notes as safe what would be so if all but the nearest hidden counts were known. */
function checkNearby(
  network: Network,
  hidden: Hidden,
  { open: cells, safe, minimum, size }: Near,
): void {
  const open = new Set(cells);
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

/** Hides more where sums and bounds together expose what no single sum does. */

import type { Network } from '../attack/network.ts';
import type { Exposed } from '../attack.ts';
import { canHide, priceOf } from './choose.ts';
import type { Hidden } from './hidden.ts';

/**
 * Hides, of the counts that hold exposed ones in their ranges, those that hold the most for the
 * fewest lines, until one is hidden for each; the whole line where none may be.
 *
 * @returns whether anything was hidden
 */
export function mend(
  network: Network,
  hidden: Hidden,
  exposed: readonly Exposed[],
  minimum: number,
): boolean {
  const before = hidden.cells.size;
  const open = new Set(exposed);
  const holds = new Map<number, Exposed[]>();
  for (const one of exposed) {
    for (const cell of one.holders) {
      if (!canHide(network, hidden, cell)) continue;
      if (holds.has(cell)) holds.get(cell)!.push(one);
      else holds.set(cell, [one]);
    }
  }
  for (;;) {
    const next = bestOf(network, hidden, holds, open, minimum);
    if (next === null) break;
    for (const one of holds.get(next)!) open.delete(one);
    hidden.hide(next);
  }
  for (const { cell } of open) {
    const over = network.over[cell]!;
    if (over >= 0 && canHide(network, hidden, over)) hidden.hide(over);
  }
  return hidden.cells.size > before;
}

/** The count with the lowest price for each open one that it holds. */
function bestOf(
  network: Network,
  hidden: Hidden,
  holds: ReadonlyMap<number, readonly Exposed[]>,
  open: ReadonlySet<Exposed>,
  minimum: number,
): number | null {
  let [best, lowest] = [null as number | null, Infinity];
  for (const [cell, ones] of holds) {
    const count = ones.reduce((sum, one) => sum + Number(open.has(one)), 0);
    if (count === 0 || hidden.has(cell)) continue;
    const price = priceOf(network, hidden, cell, -1, minimum) / count;
    if (price < lowest) [best, lowest] = [cell, price];
  }
  return best;
}

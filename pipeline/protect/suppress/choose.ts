/** Which count to hide beside others, so that the fewest lines are lost. */

import type { Network } from '../attack/network.ts';
import { fallingWith, type Hidden } from './hidden.ts';
import { exposedIn, type KnownBounds } from './one-sum.ts';

/**
 * The member of a sum to hide next: the cheapest with which nothing is exposed in it; null where
 * no single one is enough.
 */
export function cheapest(
  network: Network,
  hidden: Hidden,
  sum: number,
  minimum: number,
): { readonly cell: number; readonly price: number } | null {
  const free = [...network.sums.of(sum)].filter((cell) => canHide(network, hidden, cell));
  const priced = free
    .map((cell) => ({ cell, price: priceOf(network, hidden, cell, sum, minimum) }))
    .sort((a, b) => a.price - b.price || byCount(network, a.cell, b.cell));
  const known: KnownBounds = new Map();
  const isEnough = (cell: number) =>
    !exposedIn(network, hidden, sum, minimum, secretsWith(network, hidden, cell), known);
  return priced.slice(0, MOST_TRIED).find(({ cell }) => isEnough(cell)) ?? null;
}

/** Where so many cheap ones are not enough, dearer ones are not either: bounds expose it, not the sum. */
const MOST_TRIED = 40;

/** Whether hiding a count could keep it secret. */
export function canHide({ cells }: Network, hidden: Hidden, cell: number): boolean {
  const { fixed, told } = cells[cell]!;
  return !fixed && !told && !hidden.has(cell) && !hidden.shownForGood.has(cell);
}

function secretsWith(network: Network, hidden: Hidden, cell: number): ReadonlySet<number> {
  return new Set(fallingWith(network, hidden, cell).filter((one) => !network.cells[one]!.told));
}

function byCount({ cells }: Network, a: number, b: number): number {
  return cells[a]!.n - cells[b]!.n || (cells[a]!.name < cells[b]!.name ? -1 : 1);
}

/** What a line costs at least, however many sums it helps in. */
export const LEAST = 0.5;

/**
 * Lines lost with a count; as many again for each further sum in which what is hidden then still
 * comes to too little, so that more will have to follow; as many less for each that it helps too.
 */
export function priceOf(
  network: Network,
  hidden: Hidden,
  cell: number,
  sum: number,
  minimum: number,
): number {
  return fallingWith(network, hidden, cell).reduce((price, one) => {
    const { lines, n } = network.cells[one]!;
    const { starts, items } = network.sumsOf;
    let effects = 1;
    for (let k = starts[one]!; k < starts[one + 1]!; k++) {
      const other = items[k]!;
      const [count, total] = [hidden.inSum[other]!, hidden.total[other]!];
      if (other === sum) continue;
      if (count === 0 || total + n < minimum) effects += 1;
      else if (count === 1 || total < minimum) effects -= 1;
    }
    return price + lines * Math.max(LEAST, effects);
  }, 0);
}

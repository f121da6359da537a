/** What is hidden because a sum by itself would give a hidden count away. */
import type { Network } from '../attack/network.ts';
import { allOf } from '../attack/ties.ts';
import { cheapest, LEAST } from './choose.ts';
import type { Hidden } from './hidden.ts';
import { exposedIn } from './one-sum.ts';

/**
 * Hides more until every hidden count is safe in each sum by itself, where one more can do that.
 *
 * Sums of bases come first, since whole lines fall with them; then what helps in several sums.
 */
export function coverSums(network: Network, hidden: Hidden, minimum: number): void {
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
export function showNeedless(network: Network, hidden: Hidden, minimum: number): void {
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

const NOTHING: ReadonlySet<number> = new Set();

/** The counts hidden so far. */
import type { Network } from '../attack/network.ts';

export class Hidden {
  readonly cells = new Set<number>();
  /** Those hidden for themselves or as complements, not because they fall with another. */
  readonly roots = new Set<number>();
  /** Those that everything else tells, so that hiding them would keep nothing secret. */
  readonly shownForGood = new Set<number>();
  /** Every count as an attacker knows it: NaN where hidden, and not told before. */
  readonly shown: Float64Array;
  /** How many members of each sum nobody knows, and what they come to. */
  readonly inSum: Uint32Array;
  readonly total: Float64Array;
  /** How many members of each limit nobody knows. */
  readonly inLimit: Uint32Array;
  readonly #network: Network;
  /** Sums to look at: of bases first, since whole lines fall with them. */
  readonly #open: readonly [bases: number[], others: number[]] = [[], []];
  readonly #isOpen: Uint8Array;

  constructor(network: Network) {
    this.#network = network;
    this.shown = network.counts.slice();
    this.inSum = new Uint32Array(network.sums.length);
    this.total = new Float64Array(network.sums.length);
    this.inLimit = new Uint32Array(network.limits.length);
    this.#isOpen = new Uint8Array(network.sums.length);
  }

  has(cell: number): boolean {
    return this.cells.has(cell);
  }

  /** Whether an attacker does not know a count. */
  isSecret(cell: number): boolean {
    return Number.isNaN(this.shown[cell]!);
  }

  /** Hides a count and all that cannot stand without it. */
  hide(cell: number): void {
    this.roots.add(cell);
    for (const one of fallingWith(this.#network, this, cell)) this.#set(one, true);
  }

  /**
   * Shows a count again that was hidden, and all that fell with it alone.
   *
   * @returns what is shown again; nothing where the count cannot stand for another's sake
   */
  show(cell: number): readonly number[] {
    this.roots.delete(cell);
    const free = this.#freeWithout(cell);
    if (!free.has(cell)) {
      this.roots.add(cell);
      return [];
    }
    for (const one of free) this.#set(one, false);
    return [...free];
  }

  /** Shows a count again that must not be hidden another time. @returns whether it could be shown */
  showForGood(cell: number): boolean {
    if (this.show(cell).length === 0) return false;
    this.shownForGood.add(cell);
    return true;
  }

  /** What fell with a count and with nothing else. */
  #freeWithout(cell: number): ReadonlySet<number> {
    const { dependents, dependsOn } = this.#network;
    const free = new Set([cell]);
    for (const one of free) for (const other of dependents[one]!) free.add(other);
    const held = [...free].filter(
      (one) =>
        this.roots.has(one) ||
        dependsOn[one]!.some((other) => this.cells.has(other) && !free.has(other)),
    );
    for (let next = 0; next < held.length; next++) {
      if (!free.delete(held[next]!)) continue;
      for (const other of dependents[held[next]!]!) if (free.has(other)) held.push(other);
    }
    return free;
  }

  #set(cell: number, isHidden: boolean): void {
    const { n, told } = this.#network.cells[cell]!;
    if (isHidden) this.cells.add(cell);
    else this.cells.delete(cell);
    if (told) return;
    this.shown[cell] = isHidden ? Number.NaN : n;
    const { limitsOf, sumsOf } = this.#network;
    for (let k = limitsOf.starts[cell]!; k < limitsOf.starts[cell + 1]!; k++) {
      this.inLimit[limitsOf.items[k]!]! += isHidden ? 1 : -1;
    }
    for (let k = sumsOf.starts[cell]!; k < sumsOf.starts[cell + 1]!; k++) {
      const sum = sumsOf.items[k]!;
      this.inSum[sum]! += isHidden ? 1 : -1;
      this.total[sum]! += isHidden ? n : -n;
      if (!isHidden || this.#isOpen[sum] === 1) continue;
      this.#isOpen[sum] = 1;
      this.#open[this.#network.dependents[cell]!.length > 0 ? 0 : 1].push(sum);
    }
  }

  /** A sum with counts hidden since it was last looked at, or null. */
  nextSum(): number | null {
    const sum = this.#open[0].shift() ?? this.#open[1].shift();
    if (sum === undefined) return null;
    this.#isOpen[sum] = 0;
    return sum;
  }
}

/** A count that is shown and what falls with it. */
export function fallingWith(network: Network, hidden: Hidden, cell: number): readonly number[] {
  if (hidden.has(cell)) return [];
  const found = new Set([cell]);
  for (const one of found) {
    for (const dependent of network.dependents[one]!) {
      if (!hidden.has(dependent)) found.add(dependent);
    }
  }
  return [...found];
}

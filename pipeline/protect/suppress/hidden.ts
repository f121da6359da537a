/** The counts hidden so far, and what sums tell of them one by one. */
import type { Network } from '../attack/network.ts';
import { isSafe } from '../attack/safe.ts';

export class Hidden {
  readonly cells = new Set<number>();
  /** Those hidden for themselves or as complements, not because they fall with another. */
  readonly roots = new Set<number>();
  /** Every count, NaN where hidden. */
  readonly shown: Float64Array;
  /** How many members of each sum are hidden, and what they come to. */
  readonly inSum: Uint32Array;
  readonly total: Float64Array;
  readonly #network: Network;
  /** Sums to look at: of bases first, since whole lines fall with them. */
  readonly #open: readonly [bases: number[], others: number[]] = [[], []];
  readonly #isOpen: Uint8Array;

  constructor(network: Network) {
    this.#network = network;
    this.shown = Float64Array.from(network.cells, ({ n }) => n);
    this.inSum = new Uint32Array(network.sums.length);
    this.total = new Float64Array(network.sums.length);
    this.#isOpen = new Uint8Array(network.sums.length);
  }

  has(cell: number): boolean {
    return this.cells.has(cell);
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
    const { n } = this.#network.cells[cell]!;
    if (isHidden) this.cells.add(cell);
    else this.cells.delete(cell);
    this.shown[cell] = isHidden ? Number.NaN : n;
    for (const sum of this.#network.sumsOf[cell]!) {
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

/**
 * Whether a sum gives one of its hidden members away, with nothing else but bounds by shown counts.
 *
 * @param also shown counts that are taken for hidden
 */
export function exposedIn(
  network: Network,
  hidden: Hidden,
  sum: number,
  minimum: number,
  also: ReadonlySet<number>,
): boolean {
  const { at, times } = network.sums[sum]!;
  const members: Member[] = [];
  let rest = 0;
  for (let j = 0; j < at.length; j++) {
    const [cell, by] = [at[j]!, times[j]!];
    if (hidden.has(cell) || also.has(cell)) {
      const { low, high } = boundsOf(network, hidden, cell, also);
      const ends = [by * low, by * high] as const;
      members.push({ cell, by, low, high, least: Math.min(...ends), most: Math.max(...ends) });
    } else rest += by * hidden.shown[cell]!;
  }
  if (rest === 0 && isZeroTotal(network, hidden, sum, also)) return false;
  const [least, most] = [totalOf(members, 'least'), totalOf(members, 'most')];
  return members.some((member) => {
    const { cell, by, low, high } = member;
    // Nobody can be shown to have said something where a shown zero says that nobody did.
    if (high === 0) return false;
    const ends = [most.without(member), least.without(member)].map(
      (others) => -(rest + others) / by,
    );
    const range = {
      low: Math.max(low, Math.ceil(Math.min(...ends) - ROUNDING)),
      high: Math.min(high, Math.floor(Math.max(...ends) + ROUNDING)),
    };
    return !isSafe(range, baseOf(network, hidden, cell, also), minimum);
  });
}

/** Counts are whole: what differs from one by less is one. */
const ROUNDING = 1e-9;

/** A hidden count in a sum, its bounds, and the least and most that it adds. */
interface Member {
  readonly cell: number;
  readonly by: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
}

/** What members add at one end, and what all but one of them do; infinite where any is. */
function totalOf(
  members: readonly Member[],
  end: 'least' | 'most',
): { without(member: Member): number } {
  const finite = members.filter((one) => Number.isFinite(one[end]));
  const total = finite.reduce((sum, one) => sum + one[end], 0);
  const endless = members.length - finite.length;
  const infinite = end === 'least' ? -Infinity : Infinity;
  return {
    without: (member) => {
      const hasEnd = Number.isFinite(member[end]);
      if (endless > (hasEnd ? 0 : 1)) return infinite;
      return hasEnd ? total - member[end] : total;
    },
  };
}

/** Whether all that a sum shows are zeros, which say of hidden parts that they are zeros too. */
function isZeroTotal(
  { sums, cells }: Network,
  hidden: Hidden,
  sum: number,
  also: ReadonlySet<number>,
): boolean {
  const { at, times } = sums[sum]!;
  const isHidden = (cell: number) => hidden.has(cell) || also.has(cell);
  const signs = new Set(at.flatMap((cell, j) => (isHidden(cell) ? [Math.sign(times[j]!)] : [])));
  return signs.size === 1 && at.every((cell) => isHidden(cell) || cells[cell]!.n === 0);
}

/** The most that the base of a count can be. */
function baseOf(network: Network, hidden: Hidden, cell: number, also: ReadonlySet<number>): number {
  const over = network.over[cell]!;
  if (over < 0) return Infinity;
  const isShown = !hidden.has(over) && !also.has(over);
  return isShown ? hidden.shown[over]! : boundsOf(network, hidden, over, also).high;
}

/** What shown counts alone tell of a hidden one, by bounds that have no other hidden count. */
function boundsOf(
  network: Network,
  hidden: Hidden,
  cell: number,
  also: ReadonlySet<number>,
): { readonly low: number; readonly high: number } {
  let [low, high] = [0, Infinity];
  for (const limit of network.limitsOf[cell]!) {
    const { at, times } = network.limits[limit]!;
    let [rest, own] = [0, 0];
    let isAlone = true;
    for (let j = 0; j < at.length && isAlone; j++) {
      if (at[j] === cell) own = times[j]!;
      else if (hidden.has(at[j]!) || also.has(at[j]!)) isAlone = false;
      else rest += times[j]! * hidden.shown[at[j]!]!;
    }
    if (!isAlone) continue;
    const bound = -rest / own;
    if (own > 0) high = Math.min(high, bound);
    else low = Math.max(low, bound);
  }
  return { low, high };
}

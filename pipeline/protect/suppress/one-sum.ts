/** What one sum alone tells of its hidden members. */
import type { Network } from '../attack/network.ts';
import { isSafe } from '../attack/safe.ts';
import { allOf } from '../attack/ties.ts';
import type { Hidden } from './hidden.ts';

/** Bounds of hidden counts, by number, kept for as long as nothing more is hidden. */
export type KnownBounds = Map<number, Bounds>;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether a sum gives one of its hidden members away, with nothing else but bounds by shown counts.
 *
 * @param also counts that are taken for secret too; those told before are none
 * @param known bounds without those, to be used again for others
 */
export function exposedIn(
  network: Network,
  hidden: Hidden,
  sum: number,
  minimum: number,
  also: ReadonlySet<number>,
  known: KnownBounds = new Map(),
): boolean {
  const { starts, items, times } = network.sums;
  const [from, to] = [starts[sum]!, starts[sum + 1]!];
  const members = new Members(to - from);
  const besideAlso = neighboursOf(network, also);
  let rest = 0;
  for (let k = from; k < to; k++) {
    const [cell, by] = [items[k]!, times[k]!];
    if (hidden.isSecret(cell) || also.has(cell)) {
      const bounds = besideAlso.has(cell)
        ? boundsOf(network, hidden, cell, also)
        : boundsAlone(network, hidden, cell, known);
      members.add(cell, by, bounds);
    } else rest += by * hidden.shown[cell]!;
  }
  if (rest === 0 && isZeroTotal(network, hidden, sum, also)) return false;
  for (let i = 0; i < members.length; i++) {
    // Nobody can be shown to have said something where a shown zero says that nobody did.
    if (members.high[i] === 0) continue;
    const range = members.rangeOf(i, rest);
    const cell = members.cell[i]!;
    if (!isSafe(range, baseOf(network, hidden, cell, also), minimum)) return true;
  }
  return false;
}

/** Counts are whole: what differs from one by less is one. */
const ROUNDING = 1e-9;

/** The hidden counts of a sum, the bounds of each, and the least and most that they add together. */
class Members {
  readonly cell: Int32Array;
  readonly high: Float64Array;
  length = 0;
  readonly #times: Float64Array;
  readonly #low: Float64Array;
  /** What those add that have an end, and how many have none. */
  readonly #total = { least: 0, most: 0 };
  readonly #endless = { least: 0, most: 0 };

  constructor(most: number) {
    this.cell = new Int32Array(most);
    this.high = new Float64Array(most);
    this.#times = new Float64Array(most);
    this.#low = new Float64Array(most);
  }

  add(cell: number, times: number, { low, high }: Bounds): void {
    const i = this.length++;
    this.cell[i] = cell;
    this.high[i] = high;
    this.#times[i] = times;
    this.#low[i] = low;
    this.#enter('least', this.#least(i));
    this.#enter('most', this.#most(i));
  }

  /** What a member can be, by its bounds and by what all others can add. @param rest shown counts */
  rangeOf(i: number, rest: number): Bounds {
    const times = this.#times[i]!;
    const first = -(rest + this.#without('most', this.#most(i), Infinity)) / times;
    const second = -(rest + this.#without('least', this.#least(i), -Infinity)) / times;
    return {
      low: Math.max(this.#low[i]!, Math.ceil(Math.min(first, second) - ROUNDING)),
      high: Math.min(this.high[i]!, Math.floor(Math.max(first, second) + ROUNDING)),
    };
  }

  /** The least that a member adds, and the most. */
  #least(i: number): number {
    const times = this.#times[i]!;
    return times * (times > 0 ? this.#low[i]! : this.high[i]!);
  }

  #most(i: number): number {
    const times = this.#times[i]!;
    return times * (times > 0 ? this.high[i]! : this.#low[i]!);
  }

  #enter(end: 'least' | 'most', adds: number): void {
    if (Number.isFinite(adds)) this.#total[end] += adds;
    else this.#endless[end] += 1;
  }

  /** What all but one add at an end. */
  #without(end: 'least' | 'most', own: number, endless: number): number {
    const hasEnd = Number.isFinite(own);
    if (this.#endless[end] > (hasEnd ? 0 : 1)) return endless;
    return hasEnd ? this.#total[end] - own : this.#total[end];
  }
}

/** Whether all that a sum shows are zeros, which say of hidden parts that they are zeros too. */
function isZeroTotal(
  { sums, cells }: Network,
  hidden: Hidden,
  sum: number,
  also: ReadonlySet<number>,
): boolean {
  const { at, times } = sums.tie(sum);
  const isHidden = (cell: number) => hidden.isSecret(cell) || also.has(cell);
  const signs = new Set(times.filter((_, j) => isHidden(at[j]!)).map(Math.sign));
  return signs.size === 1 && at.every((cell) => isHidden(cell) || cells[cell]!.n === 0);
}

/** The most that the base of a count can be. */
function baseOf(network: Network, hidden: Hidden, cell: number, also: ReadonlySet<number>): number {
  const over = network.over[cell]!;
  if (over < 0) return Infinity;
  const isShown = !hidden.isSecret(over) && !also.has(over);
  return isShown ? hidden.shown[over]! : boundsOf(network, hidden, over, also).high;
}

/** Counts whose bounds change when some are hidden. */
function neighboursOf(
  { limits, limitsOf }: Network,
  cells: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set(cells);
  for (const limit of allOf(limitsOf, cells)) for (const one of limits.of(limit)) found.add(one);
  return found;
}

function boundsAlone(network: Network, hidden: Hidden, cell: number, known: KnownBounds): Bounds {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const bounds = boundsOf(network, hidden, cell, NOTHING);
  known.set(cell, bounds);
  return bounds;
}

const NOTHING: ReadonlySet<number> = new Set();

/** What shown counts alone tell of a hidden one, by bounds that have no other hidden count. */
function boundsOf(
  network: Network,
  hidden: Hidden,
  cell: number,
  also: ReadonlySet<number>,
): Bounds {
  let [low, high] = [0, Infinity];
  const own = hidden.isSecret(cell) ? 1 : 0;
  const { limits, limitsOf } = network;
  for (let next = limitsOf.starts[cell]!; next < limitsOf.starts[cell + 1]!; next++) {
    const limit = limitsOf.items[next]!;
    if (hidden.inLimit[limit]! > own) continue;
    let [rest, by] = [0, 0];
    let isAlone = true;
    for (let k = limits.starts[limit]!; k < limits.starts[limit + 1]! && isAlone; k++) {
      const [one, times] = [limits.items[k]!, limits.times[k]!];
      if (one === cell) by = times;
      else if (also.has(one)) isAlone = false;
      else rest += times * hidden.shown[one]!;
    }
    if (!isAlone) continue;
    const bound = -rest / by;
    if (by > 0) high = Math.min(high, bound);
    else low = Math.max(low, bound);
  }
  return { low, high };
}

/** What one sum alone tells of its hidden members. */
import type { Network } from '../attack/network.ts';
import { isSafe } from '../attack/safe.ts';
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
  const { at, times } = network.sums[sum]!;
  const members: Member[] = [];
  const besideAlso = neighboursOf(network, also);
  let rest = 0;
  for (let j = 0; j < at.length; j++) {
    const [cell, by] = [at[j]!, times[j]!];
    if (hidden.isSecret(cell) || also.has(cell)) {
      const { low, high } = besideAlso.has(cell)
        ? boundsOf(network, hidden, cell, also)
        : boundsAlone(network, hidden, cell, known);
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
  const isHidden = (cell: number) => hidden.isSecret(cell) || also.has(cell);
  const signs = new Set(at.flatMap((cell, j) => (isHidden(cell) ? [Math.sign(times[j]!)] : [])));
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
  for (const cell of cells)
    for (const limit of limitsOf[cell]!) for (const one of limits[limit]!.at) found.add(one);
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
  for (const limit of network.limitsOf[cell]!) {
    if (hidden.inLimit[limit]! > own) continue;
    const { at, times } = network.limits[limit]!;
    let [rest, by] = [0, 0];
    let isAlone = true;
    for (let j = 0; j < at.length && isAlone; j++) {
      if (at[j] === cell) by = times[j]!;
      else if (also.has(at[j]!)) isAlone = false;
      else rest += times[j]! * hidden.shown[at[j]!]!;
    }
    if (!isAlone) continue;
    const bound = -rest / by;
    if (by > 0) high = Math.min(high, bound);
    else low = Math.max(low, bound);
  }
  return { low, high };
}

/** Hidden counts in one another's neighbourhood, as if all others were known. */
import { type Network, tiesIn, withZeros } from '../attack/network.ts';
import { attackAmong, type Exposed } from '../attack.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';
import type { Place } from './swaps.ts';

/** Ties of so few counts are followed to all of them, of others to some. */
const SMALL = 20;
const SOME = 40;

/**
 * Hidden counts near some, nearest first.
 *
 * @param size how many are near, about
 */
export function nearestTo(
  network: Network,
  hidden: Hidden,
  cells: readonly number[],
  size: number,
): readonly number[] {
  const near = new Set(cells);
  for (const cell of near) {
    if (near.size > size) break;
    for (const { ties, of } of tiesIn(network)) {
      for (const i of of.of(cell)) {
        for (const one of someOf(ties.of(i), cell)) if (hidden.isSecret(one)) near.add(one);
      }
    }
  }
  return [...near];
}

/**
 * Hidden counts that a rest could change with: those of the values in whose lines, as in its own, the
 * count or its base is hidden. Where most bases are shown, the few others are seldom its neighbours.
 *
 * @param place of the count beside the rest, and the number of its base
 * @param most lines with a hidden base, and lines with a hidden count
 * @returns all hidden counts of those values and of its own
 */
export function aroundRest(
  hidden: Hidden,
  grids: readonly Grid[],
  { grid, line, column }: Place,
  base: number,
  most: number,
): readonly number[] {
  const isHidden = (cell: number | undefined) => cell !== undefined && hidden.isSecret(cell);
  // Neighbours first, as in exchanges.
  const inTurn = grid.lines.map((_, i) => (line + i) % grid.lines.length);
  const open = [grid.lines[line]!.indexOf(base), column].flatMap((one) =>
    inTurn.filter((at) => isHidden(grid.lines[at]![one])).slice(0, most),
  );
  const values = new Set(open.map((at) => grid.values[at]!));
  return grids.flatMap(({ lineOf, lines }) =>
    [...values].flatMap((value) => (lines[lineOf.get(value) ?? -1] ?? []).filter(isHidden)),
  );
}

/**
 * What an attacker would know who also knew every hidden count but some. Who is safe from that is safe.
 *
 * @returns every count, NaN where it is one of these
 */
export function knowingTheRest(network: Network, cells: readonly number[]): Float64Array {
  const known = network.counts.slice();
  for (const cell of cells) known[cell] = Number.NaN;
  return known;
}

/**
 * What already those hidden counts give away that hang together closely.
 *
 * @param shown every published count, NaN where it is hidden
 * @param doubtful hidden counts of which it is not known that they are safe
 */
export function exposedClose(
  network: Network,
  shown: Float64Array,
  doubtful: readonly number[],
  minimum: number,
): readonly Exposed[] {
  if (doubtful.length === 0) return [];
  const known = withZeros(network, shown);
  const seen = new Set<number>();
  return doubtful.flatMap((cell) => {
    if (seen.has(cell) || !Number.isNaN(known[cell]!)) return [];
    const close = closeTo(network, known, cell);
    for (const one of close) seen.add(one);
    return attackAmong(network, known, close, minimum);
  });
}

/** Hidden counts that hang together with one by short ties. */
export function closeTo(network: Network, shown: Float64Array, cell: number): readonly number[] {
  const close = new Set([cell]);
  for (const one of close) {
    for (const { ties, of } of tiesIn(network)) {
      for (const i of of.of(one)) {
        const at = ties.of(i);
        if (at.length > SMALL || close.size > SOME) continue;
        for (const other of at) if (Number.isNaN(shown[other]!)) close.add(other);
      }
    }
  }
  return [...close];
}

/** Of many, those that come next, so that not everybody has the same neighbours. */
function someOf(at: Int32Array, cell: number): Iterable<number> {
  if (at.length <= SMALL) return at;
  const from = at.indexOf(cell);
  return Array.from({ length: Math.min(SOME, at.length) }, (_, i) => at[(from + i) % at.length]!);
}

/**
 * Two lines of a grid whose people change places: some counts of one rise against those of the other.
 *
 * Where more would have answered than are there, people come along, with whatever else they answered,
 * and so does a theme with its problem: what a move breaks is mended by others between the same two
 * places, for as long as that takes few of them.
 */
import type { Network } from '../attack/network.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';
import { HOLDS, type Mark, Moves } from './moves.ts';
import { companionsOf, type Together } from './together.ts';

/** Bounds mended one after the other for one exchange, and moves tried for that for one count. */
const DEEPEST = 6;
const MOST_TRIES = 1000;

/** Two lines of a grid, and the values that they are of. */
export interface Pair {
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly values: readonly [own: string, other: string];
}

/** Where a count stands in its grid. */
export interface Place {
  readonly grid: Grid;
  readonly line: number;
  readonly column: number;
}

/** Changes of places between two lines, one after the other, as far as all sums and bounds hold. */
export class Swaps {
  /** What was moved so far. */
  readonly moves: Moves;
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #gridOf = new Map<number, Place>();
  /** Moves that may still be tried for the count in hand. */
  #tries = 0;
  readonly #companions = new Map<Grid, readonly (readonly Together[])[]>();

  constructor(network: Network, hidden: Hidden, grids: readonly Grid[]) {
    this.#network = network;
    this.#hidden = hidden;
    this.moves = new Moves(network, hidden);
    for (const grid of grids) {
      grid.lines.forEach((cells, line) => {
        cells.forEach((cell, column) => {
          if (cell >= 0) this.#gridOf.set(cell, { grid, line, column });
        });
      });
    }
  }

  /** Where a count stands among others; undefined of one that stands alone. */
  placeOf(cell: number): Place | undefined {
    return this.#gridOf.get(cell);
  }

  /** Another count is in hand. */
  beginAnew(): void {
    this.#tries = MOST_TRIES;
  }

  /** What moves together with each column of a grid, which is asked for every count of it. */
  companionsOf(grid: Grid, column: number): readonly Together[] {
    let known = this.#companions.get(grid);
    if (known === undefined) {
      known = grid.lines[0]!.map((_, one) => companionsOf(grid, one));
      this.#companions.set(grid, known);
    }
    return known[column]!;
  }

  /**
   * Whether there is a count that an attacker does not know.
   *
   * @param cell its number, or -1 where there is none
   */
  isHidden(cell: number): boolean {
    return cell >= 0 && this.#hidden.isSecret(cell);
  }

  /** By how much a count could rise, were there nothing but what it is shown to be a part of. */
  roomAbove(cell: number): number {
    const { over, cells, counts } = this.#network;
    const whole = over[cell]!;
    // A sum of points is no part of those who gave them.
    if (whole < 0 || !cells[cell]!.ofPeople || this.#hidden.isSecret(whole)) return Infinity;
    return counts[whole]! - this.moves.at(cell);
  }

  /** By how much counts of a line could move, were there no other lines, and no sums. */
  roomOf(own: readonly number[], together: Together, direction: 1 | -1): number {
    let room = Infinity;
    for (const { column, sign } of together) {
      const cell = own[column]!;
      room = Math.min(room, sign === direction ? this.roomAbove(cell) : this.moves.at(cell));
    }
    return room;
  }

  /** Whether a count could move against one that moves in a direction. @param cell -1 where none is */
  canGive(cell: number, direction: 1 | -1): boolean {
    return this.isHidden(cell) && (direction < 0 || this.moves.at(cell) > 0);
  }

  /**
   * By how much a line could move against one that moves in a direction, at most by `most`; 0 where one of
   * its counts is known.
   */
  mostAgainst(
    other: readonly number[],
    together: Together,
    direction: 1 | -1,
    most: number,
  ): number {
    let left = most;
    for (let i = 0; i < together.length && left > 0; i++) {
      const { column, sign } = together[i]!;
      const cell = other[column]!;
      if (!this.isHidden(cell)) return 0;
      left = Math.min(left, sign === direction ? this.moves.at(cell) : this.roomAbove(cell));
    }
    return left;
  }

  /**
   * Moves counts of one line against those of another in the same columns, some up and some down,
   * and others with them that have to.
   *
   * @returns by how much, at most `most`; 0 where that breaks a sum or bound
   */
  exchange(pair: Pair, together: Together, direction: 1 | -1, most: number): number {
    // A smaller step may hold where a larger one breaks a bound.
    for (let by = most; by > 0; by = by > 1 ? Math.floor(by / 2) : 0) {
      const mark = this.moves.mark();
      const first = pair.own[together[0]!.column]!;
      const before = this.moves.at(first);
      this.#moveAll(pair, together, direction * by);
      if (this.#settles(mark, pair, DEEPEST)) {
        this.moves.note(mark);
        const reached = direction * (this.moves.at(first) - before);
        if (reached > 0) return reached;
      }
      this.moves.undo(mark);
    }
    return 0;
  }

  #moveAll({ own, other }: Pair, together: Together, by: number): void {
    for (let i = 0; i < together.length; i++) {
      const { column, sign } = together[i]!;
      this.moves.move(own[column]!, sign * by);
      this.moves.move(other[column]!, -sign * by);
    }
  }

  /**
   * Whether all that moves since a mark touch holds, once what else must has moved between the same two
   * places: people where more would have answered than are there, with their answers to other
   * questions; a problem with its theme. Bounds are mended one after the other, each for good: what moves
   * for the sake of one is settled itself, so that all bounds that it touches hold, and others stay as
   * they were. None that was passed can be broken again.
   *
   * @param depth how many bounds may be mended for the sake of one another
   */
  #settles(since: Mark, pair: Pair, depth: number): boolean {
    if (!this.moves.sumsHoldSince(since)) return false;
    const walk = this.moves.boundsSince(since);
    for (;;) {
      const broken = this.moves.nextBroken(walk);
      if (broken === HOLDS) return true;
      if (depth === 0 || !this.#mends(broken, since, pair, depth)) return false;
    }
  }

  #mends(limit: number, since: Mark, pair: Pair, depth: number): boolean {
    const { starts, items, times } = this.#network.limits;
    const missing = this.moves.excess(limit);
    for (let k = starts[limit]!; k < starts[limit + 1]!; k++) {
      const cell = items[k]!;
      if (this.moves.hasMoved(cell, since)) continue;
      const by = Math.ceil(missing / Math.abs(times[k]!));
      if (this.#bringAlong(cell, times[k]! < 0 ? 1 : -1, by, pair, depth)) return true;
    }
    return false;
  }

  /** Moves a count between two places, if what that touches can be made to hold. */
  #bringAlong(
    cell: number,
    direction: 1 | -1,
    by: number,
    { values }: Pair,
    depth: number,
  ): boolean {
    const place = this.#gridOf.get(cell);
    if (place === undefined || !this.isHidden(cell)) return false;
    const { grid, line, column } = place;
    const at = values.indexOf(grid.values[line]!);
    const partner = at < 0 ? undefined : grid.lineOf.get(values[1 - at]!);
    if (partner === undefined) return false;
    const pair = { values, own: grid.lines[line]!, other: grid.lines[partner]! };
    return this.companionsOf(grid, column).some((together) => {
      if (this.#tries === 0) return false;
      if (!together.every((one) => this.isHidden(pair.own[one.column]!))) return false;
      if (this.roomOf(pair.own, together, direction) < by) return false;
      if (this.mostAgainst(pair.other, together, direction, by) < by) return false;
      this.#tries -= 1;
      const mark = this.moves.mark();
      this.#moveAll(pair, together, direction * by);
      if (this.#settles(mark, pair, depth - 1)) return true;
      this.moves.undo(mark);
      return false;
    });
  }
}

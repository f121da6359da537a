/**
 * Proof that a hidden count could be another one: people of two lines of a grid who change places.
 *
 * In a table with margins, any four hidden counts in two lines and two columns can change against
 * each other and leave every margin as it is. Where such exchanges move a count over as wide a range
 * as it needs, from the true counts and against every sum and bound, it is safe, and no linear
 * program needs to be solved for it. Where two lines are not enough, counts of more change in a round
 * (`cycle.ts`). Where more would have answered than are there, people come
 * along, with whatever else they answered. What cannot be shown in this way may be safe all the same.
 */
import type { Network } from '../attack/network.ts';
import { cycleThrough } from './cycle.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';
import { HOLDS, LOST, type Mark, Moves } from './moves.ts';
import { companionsOf, type Together } from './together.ts';

/** So many lines in a row that cannot exchange something say that no other can. */
const MISSES = 12;

/** Bounds mended one after the other for one exchange, and moves tried for that for one count. */
const DEEPEST = 6;
const MOST_TRIES = 1000;

/** Two lines of a grid, and the values that they are of. */
interface Pair {
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly values: readonly [own: string, other: string];
}

interface Place {
  readonly grid: Grid;
  readonly line: number;
  readonly column: number;
}

export class Exchange {
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #moves: Moves;
  readonly #gridOf = new Map<number, Place>();
  /** Moves that may still be tried for the count in hand. */
  #tries = 0;
  readonly #companions = new Map<Grid, readonly (readonly Together[])[]>();

  constructor(network: Network, hidden: Hidden, grids: readonly Grid[]) {
    this.#network = network;
    this.#hidden = hidden;
    this.#moves = new Moves(network, hidden);
    for (const grid of grids) {
      grid.lines.forEach((cells, line) => {
        cells.forEach((cell, column) => {
          if (cell >= 0) this.#gridOf.set(cell, { grid, line, column });
        });
      });
    }
  }

  /**
   * Whether exchanges move a count over a range of `minimum`; false where none are found. What the
   * exchanges of others have moved it by counts too.
   */
  isFree(cell: number, minimum: number): boolean {
    const isWide = () => this.#moves.known(cell, 1) + this.#moves.known(cell, -1) >= minimum;
    for (const direction of [1, -1] as const) {
      if (isWide()) return true;
      this.#reach(cell, direction, minimum - this.#moves.known(cell, -direction as 1 | -1));
    }
    return isWide();
  }

  /** Moves a count in a direction as far as it goes, at most by `wanted`, and back. */
  #reach(cell: number, direction: 1 | -1, wanted: number): void {
    const place = this.#gridOf.get(cell);
    if (place === undefined) return;
    this.#tries = MOST_TRIES;
    const reached = () => direction * (this.#moves.at(cell) - this.#network.cells[cell]!.n);
    this.#push(cell, direction, wanted);
    // More room, where those that count all can rise first, and the count perhaps with them.
    const { grid, line, column } = place;
    for (let i = 0; i < Math.min(grid.wholes, column) && direction > 0; i++) {
      const whole = grid.lines[line]![i]!;
      if (reached() >= wanted || whole < 0) break;
      this.#push(whole, 1, wanted - reached());
      if (reached() < wanted) this.#push(cell, 1, wanted - reached());
    }
    const addsUp = reached() < wanted && this.#addsUp(grid.lines[line]!, cell);
    while (addsUp && reached() < wanted && this.#goRound(place, direction));
    this.#moves.undo();
  }

  /** Moves the count of a place by one, and others of more than two lines against it, if that holds. */
  #goRound({ grid, line, column }: Place, direction: 1 | -1): boolean {
    const steps = cycleThrough(grid, line, column, direction, (one, by) => {
      return this.#isHidden(one) && this.#moves.at(one) + by >= 0;
    });
    if (steps === null) return false;
    const mark = this.#moves.mark();
    for (const step of steps) this.#moves.move(step.cell, step.by);
    if (this.#moves.brokenSince(mark) === HOLDS) {
      this.#moves.note(mark);
      return true;
    }
    this.#moves.undo(mark);
    return false;
  }

  /** Whether a sum ties a count to all that stand beside it. */
  #addsUp(line: readonly number[], cell: number): boolean {
    const { sums, sumsOf } = this.#network;
    const beside = line.filter((one) => one >= 0);
    return sumsOf.of(cell).some((sum) => beside.every((one) => sums.has(sum, one)));
  }

  /** Moves a count as far as exchanges with other lines go, at most by `wanted`. */
  #push(cell: number, direction: 1 | -1, wanted: number): void {
    if (!this.#hidden.isSecret(cell)) return;
    const { grid, line, column } = this.#gridOf.get(cell)!;
    const { lines, values } = grid;
    const own = lines[line]!;
    const open = this.#companionsOf(grid, column)
      .filter((together) => together.every((one) => this.#isHidden(own[one.column]!)))
      .map((together) => ({ together, misses: 0 }));
    let left = wanted;
    // Neighbours first, so that not everybody changes places with the same line.
    for (let step = 1; step < lines.length && open.length > 0; step++) {
      const partner = (line + step) % lines.length;
      const other = lines[partner]!;
      if (!this.#isHidden(other[column]!)) continue;
      for (let i = open.length - 1; i >= 0; i--) {
        const one = open[i]!;
        const most = this.#mostOf(own, other, one.together, direction, left);
        if (most === 0) continue;
        const pair = { own, other, values: [values[line]!, values[partner]!] as const };
        const by = this.#exchange(pair, one.together, direction, most);
        left -= by;
        if (left === 0) return;
        one.misses = by > 0 ? 0 : one.misses + 1;
        if (one.misses === MISSES) open.splice(i, 1);
      }
    }
  }

  /** What moves together with each column of a grid, which is asked for every count of it. */
  #companionsOf(grid: Grid, column: number): readonly Together[] {
    let known = this.#companions.get(grid);
    if (known === undefined) {
      known = grid.lines[0]!.map((_, one) => companionsOf(grid, one));
      this.#companions.set(grid, known);
    }
    return known[column]!;
  }

  #isHidden(cell: number): boolean {
    return cell >= 0 && this.#hidden.isSecret(cell);
  }

  /** By how much hidden counts of two lines could change against each other, were there no sums. */
  #mostOf(
    own: readonly number[],
    other: readonly number[],
    together: Together,
    direction: 1 | -1,
    wanted: number,
  ): number {
    let most = wanted;
    for (let i = 0; i < together.length && most > 0; i++) {
      const { column, sign } = together[i]!;
      if (!this.#isHidden(other[column]!)) return 0;
      most = Math.min(most, this.#moves.at((sign === direction ? other : own)[column]!));
    }
    return most;
  }

  /**
   * Moves counts of one line against those of another in the same columns, some up and some down,
   * and others with them that have to.
   *
   * @returns by how much, at most `most`; 0 where that breaks a sum or bound
   */
  #exchange(pair: Pair, together: Together, direction: 1 | -1, most: number): number {
    // A smaller step may hold where a larger one breaks a bound.
    for (let by = most; by > 0; by = by > 1 ? Math.floor(by / 2) : 0) {
      const mark = this.#moves.mark();
      const first = pair.own[together[0]!.column]!;
      const before = this.#moves.at(first);
      this.#moveAll(pair, together, direction * by);
      if (this.#settles(mark, pair, DEEPEST)) {
        this.#moves.note(mark);
        const reached = direction * (this.#moves.at(first) - before);
        if (reached > 0) return reached;
      }
      this.#moves.undo(mark);
    }
    return 0;
  }

  #moveAll({ own, other }: Pair, together: Together, by: number): void {
    for (let i = 0; i < together.length; i++) {
      const { column, sign } = together[i]!;
      this.#moves.move(own[column]!, sign * by);
      this.#moves.move(other[column]!, -sign * by);
    }
  }

  /**
   * Whether all that moves since a mark touch holds, once what else must has moved between the same two
   * places: people where more would have answered than are there, with their answers to other
   * questions; a problem with its theme. Bounds are mended one after the other, each for good.
   *
   * @param depth how many bounds may be mended for the sake of one another
   */
  #settles(since: Mark, pair: Pair, depth: number): boolean {
    for (;;) {
      const broken = this.#moves.brokenSince(since);
      if (broken === HOLDS) return true;
      if (broken === LOST || depth === 0 || !this.#mends(broken, since, pair, depth)) return false;
    }
  }

  #mends(limit: number, since: Mark, pair: Pair, depth: number): boolean {
    const { starts, items, times } = this.#network.limits;
    const missing = this.#moves.excess(limit);
    for (let k = starts[limit]!; k < starts[limit + 1]!; k++) {
      const cell = items[k]!;
      if (this.#moves.hasMoved(cell, since)) continue;
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
    if (place === undefined || !this.#isHidden(cell)) return false;
    const { grid, line, column } = place;
    const at = values.indexOf(grid.values[line]!);
    const partner = at < 0 ? undefined : grid.lineOf.get(values[1 - at]!);
    if (partner === undefined) return false;
    const pair = { values, own: grid.lines[line]!, other: grid.lines[partner]! };
    return this.#companionsOf(grid, column).some((together) => {
      if (this.#tries === 0) return false;
      if (!together.every((one) => this.#isHidden(pair.own[one.column]!))) return false;
      if (this.#mostOf(pair.own, pair.other, together, direction, by) < by) return false;
      this.#tries -= 1;
      const mark = this.#moves.mark();
      this.#moveAll(pair, together, direction * by);
      if (this.#settles(mark, pair, depth - 1)) return true;
      this.#moves.undo(mark);
      return false;
    });
  }
}

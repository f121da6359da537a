/**
 * Proof that a hidden count could be another one: people of two lines of a grid who change places.
 *
 * In a table with margins, any four hidden counts in two lines and two columns can change against
 * each other and leave every margin as it is. Where such exchanges move a count over as wide a range
 * as it needs, from the true counts and against every sum and bound, it is safe, and no linear
 * program needs to be solved for it. Where more would have answered than are there, people come
 * along, with whatever else they answered. What cannot be shown in this way may be safe all the same.
 */
import type { Network } from '../attack/network.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';
import { type Mark, Moves } from './moves.ts';
import { type Presence, presenceIn } from './presence.ts';
import { companionsOf, type Together } from './together.ts';

/** So many lines in a row that cannot exchange something say that no other can. */
const MISSES = 12;

const NOTHING: ReadonlyMap<number, number> = new Map();

interface Place {
  readonly grid: Grid;
  readonly line: number;
  readonly column: number;
}

export class Exchange {
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #moves: Moves;
  readonly #presence: Presence;
  readonly #gridOf = new Map<number, Place>();
  readonly #companions = new Map<Grid, readonly (readonly Together[])[]>();

  constructor(network: Network, hidden: Hidden, grids: readonly Grid[]) {
    this.#network = network;
    this.#hidden = hidden;
    this.#moves = new Moves(network, hidden);
    this.#presence = presenceIn(network);
    for (const grid of grids) {
      grid.lines.forEach((cells, line) => {
        cells.forEach((cell, column) => {
          if (cell >= 0) this.#gridOf.set(cell, { grid, line, column });
        });
      });
    }
  }

  /** Whether exchanges move a count over a range of `minimum`; false where none are found. */
  isFree(cell: number, minimum: number): boolean {
    const up = this.#reach(cell, 1, minimum);
    return up >= minimum || up + this.#reach(cell, -1, minimum - up) >= minimum;
  }

  /** How far a count can be moved in a direction, at most `wanted`. */
  #reach(cell: number, direction: 1 | -1, wanted: number): number {
    const place = this.#gridOf.get(cell);
    if (place === undefined) return 0;
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
    const far = reached();
    this.#moves.undo();
    return far;
  }

  /** Moves a count as far as exchanges with other lines go, at most by `wanted`. */
  #push(cell: number, direction: 1 | -1, wanted: number): void {
    if (!this.#hidden.isSecret(cell)) return;
    const { grid, line, column } = this.#gridOf.get(cell)!;
    const { lines } = grid;
    const own = lines[line]!;
    const open = this.#companionsOf(grid, column)
      .filter((together) => together.every((one) => this.#isHidden(own[one.column]!)))
      .map((together) => ({ together, misses: 0 }));
    let left = wanted;
    // Neighbours first, so that not everybody changes places with the same line.
    for (let step = 1; step < lines.length && open.length > 0; step++) {
      const other = lines[(line + step) % lines.length]!;
      if (!this.#isHidden(other[column]!)) continue;
      for (let i = open.length - 1; i >= 0; i--) {
        const one = open[i]!;
        const most = this.#mostOf(own, other, one.together, direction, left);
        if (most === 0) continue;
        const by = this.#exchange(own, other, one.together, direction, most);
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
   * Moves counts of one line against those of another in the same columns, some up and some down.
   *
   * @returns by how much, at most `most`; 0 where that breaks a sum or bound
   */
  #exchange(
    own: readonly number[],
    other: readonly number[],
    together: Together,
    direction: 1 | -1,
    most: number,
  ): number {
    // A smaller step may hold where a larger one breaks a bound.
    for (let by = most; by > 0; by = by > 1 ? Math.floor(by / 2) : 0) {
      const mark = this.#moves.mark();
      this.#moveAll(own, other, together, direction * by);
      const [gaining, losing] = direction > 0 ? [own, other] : [other, own];
      if (this.#holdsWithPeople(gaining, losing, mark)) return by;
      this.#moves.undo(mark);
    }
    return 0;
  }

  #moveAll(own: readonly number[], other: readonly number[], together: Together, by: number): void {
    for (let i = 0; i < together.length; i++) {
      const { column, sign } = together[i]!;
      this.#moves.move(own[column]!, sign * by);
      this.#moves.move(other[column]!, -sign * by);
    }
  }

  /**
   * Whether what was moved since a mark holds, once as many people as are missing have moved from one
   * line to the other, and with them their answers to other questions, where fewer are left than have
   * answered.
   */
  #holdsWithPeople(gaining: readonly number[], losing: readonly number[], since: Mark): boolean {
    const { of, basesAt, limits } = this.#presence;
    const broken = this.#moves.broken(since, limits);
    if (broken === null || broken.length === 0) return broken !== null;
    const [here, there] = [of.get(gaining[0]!), of.get(losing[0]!)];
    if (here === undefined || there === undefined) return false;
    if (!broken.every((limit) => limits.get(limit) === here)) return false;
    const missing = broken.map((limit) => this.#moves.excess(this.#network.limits[limit]!));
    this.#moves.move(here, Math.max(...missing));
    this.#moves.move(there, -Math.max(...missing));
    const left = this.#moves.broken(since, limits);
    if (left === null || !left.every((limit) => limits.get(limit) === there)) return false;
    return (
      left.every((limit) => this.#bringAnswers(limit, basesAt.get(here)!)) &&
      this.#moves.broken(since, NOTHING) !== null
    );
  }

  /** Moves those who answered a question, where they are more than are there, to another place. */
  #bringAnswers(limit: number, bases: readonly number[]): boolean {
    const tie = this.#network.limits[limit]!;
    const by = this.#moves.excess(tie);
    return tie.at.some((base) => {
      const place = this.#gridOf.get(base);
      const to = bases.find(
        (one) => place !== undefined && this.#gridOf.get(one)?.grid === place.grid,
      );
      if (place === undefined || to === undefined || place.column !== 0) return false;
      const [own, other] = [this.#gridOf.get(to)!.line, place.line].map(
        (i) => place.grid.lines[i]!,
      );
      return this.#companionsOf(place.grid, 0).some((together) => {
        if (!together.every(({ column }) => this.#isHidden(own![column]!))) return false;
        if (this.#mostOf(own!, other!, together, 1, by) < by) return false;
        const mark = this.#moves.mark();
        this.#moveAll(own!, other!, together, by);
        if (this.#moves.broken(mark, NOTHING) !== null) return true;
        this.#moves.undo(mark);
        return false;
      });
    });
  }
}

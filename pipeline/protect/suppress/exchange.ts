/**
 * Proof that a hidden count could be another one: people of two lines of a grid who change places.
 *
 * In a table with margins, any four hidden counts in two lines and two columns can change against
 * each other and leave every margin as it is. Where such exchanges move a count over as wide a range
 * as it needs, from the true counts and against every sum and bound, it is safe, and no linear
 * program needs to be solved for it. What cannot be shown in this way may be safe all the same.
 */
import { isEquality, type Network, type Tie } from '../attack/network.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';

/** So many lines in a row that cannot exchange something say that no other can. */
const MISSES = 12;

export class Exchange {
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #gridOf = new Map<number, { grid: Grid; line: number; column: number }>();
  /** Counts as moved so far, and by how much each sum misses 0. */
  readonly #now: Float64Array;
  readonly #missing: Float64Array;
  #moved: number[] = [];
  #sums: number[] = [];
  readonly #companions = new Map<Grid, readonly (readonly Together[])[]>();
  /** Counts that are always equal to each. */
  readonly #twins: readonly (readonly number[])[];
  /** Of each sum the sum of points that it defines, or -1. */
  readonly #moments: readonly number[];

  constructor(network: Network, hidden: Hidden, grids: readonly Grid[]) {
    this.#network = network;
    this.#hidden = hidden;
    this.#now = Float64Array.from(network.cells, ({ n }) => n);
    this.#missing = new Float64Array(network.sums.length);
    this.#twins = twinsIn(network);
    this.#moments = network.sums.map(({ at }) =>
      at.length === 2 ? -1 : (at.find((one) => !network.cells[one]!.ofPeople) ?? -1),
    );
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
    const reached = () => direction * (this.#now[cell]! - this.#network.cells[cell]!.n);
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
    this.#restore();
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
      most = Math.min(most, this.#now[(sign === direction ? other : own)[column]!]!);
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
      const [moved, sums] = [this.#moved.length, this.#sums.length];
      this.#moveAll(own, other, together, direction * by);
      if (this.#holds(moved, sums)) return by;
      this.#moveAll(own, other, together, -direction * by);
      this.#moved.length = moved;
      this.#sums.length = sums;
    }
    return 0;
  }

  #moveAll(own: readonly number[], other: readonly number[], together: Together, by: number): void {
    for (let i = 0; i < together.length; i++) {
      const { column, sign } = together[i]!;
      this.#move(own[column]!, sign * by);
      this.#move(other[column]!, -sign * by);
    }
  }

  /** Moves a count, and with it those that are always equal to it. */
  #move(cell: number, by: number): void {
    this.#moveOne(cell, by);
    for (const twin of this.#twins[cell]!) this.#moveOne(twin, by);
  }

  #moveOne(cell: number, by: number): void {
    this.#now[cell]! += by;
    this.#moved.push(cell);
    const own = this.#network.sumsOf[cell]!;
    const times = this.#network.timesIn[cell]!;
    for (let k = 0; k < own.length; k++) {
      const i = own[k]!;
      this.#missing[i]! += times[k]! * by;
      this.#sums.push(i);
      // A hidden mean comes to what its points then come to.
      const moment = this.#moments[i]!;
      if (moment < 0 || moment === cell || !this.#hidden.isSecret(moment)) continue;
      this.#moveOne(moment, -this.#missing[i]! / this.#timesOf(moment, i));
    }
  }

  #timesOf(cell: number, sum: number): number {
    const { at, times } = this.#network.sums[sum]!;
    return times[at.indexOf(cell)]!;
  }

  /** Whether every sum and bound of what was moved last holds. @param sums from which of `#sums` */
  #holds(from: number, sums: number): boolean {
    for (let i = sums; i < this.#sums.length; i++)
      if (this.#missing[this.#sums[i]!] !== 0) return false;
    const { limits, limitsOf } = this.#network;
    for (let i = from; i < this.#moved.length; i++) {
      const cell = this.#moved[i]!;
      if (this.#now[cell]! < 0 || !this.#hidden.isSecret(cell)) return false;
      for (const limit of limitsOf[cell]!) if (this.#sumOf(limits[limit]!) > 0) return false;
    }
    return true;
  }

  #sumOf({ at, times }: Tie): number {
    let sum = 0;
    for (let j = 0; j < at.length; j++) sum += times[j]! * this.#now[at[j]!]!;
    return sum;
  }

  #restore(): void {
    const { cells } = this.#network;
    for (const cell of this.#moved) this.#now[cell] = cells[cell]!.n;
    for (const sum of this.#sums) this.#missing[sum] = 0;
    this.#moved = [];
    this.#sums = [];
  }
}

/** Columns whose counts move together, up or down. */
type Together = readonly { readonly column: number; readonly sign: 1 | -1 }[];

/**
 * What may move with a column, itself first, what helps least often before the rest: for a part,
 * those who count all along with it, or another part the other way; for a whole, any others and one
 * part along with it.
 */
function companionsOf({ lines, wholes }: Grid, from: number): readonly Together[] {
  const up = (column: number) => ({ column, sign: 1 }) as const;
  const down = (column: number) => ({ column, sign: -1 }) as const;
  const rest = Array.from({ length: wholes }, (_, i) => i).filter((i) => i !== from);
  const sets = rest.reduce<readonly Together[]>(
    (known, one) => known.flatMap((set) => [set, [...set, up(one)]]),
    [[up(from)]],
  );
  const parts = lines[0]!.flatMap((_, i) => (i < wholes || i === from ? [] : [i]));
  if (from >= wholes) return [...sets, ...parts.map((part) => [up(from), down(part)])];
  return sets.flatMap((set) => [set, ...parts.map((part) => [...set, up(part)])]);
}

/** Of each count all that are equal to it by sums of two. */
function twinsIn({ cells, sums, sumsOf }: Network): readonly (readonly number[])[] {
  return cells.map((_, cell) => {
    const found = new Set([cell]);
    for (const one of found) {
      for (const i of sumsOf[one]!) {
        if (isEquality(sums[i]!)) for (const twin of sums[i]!.at) found.add(twin);
      }
    }
    found.delete(cell);
    return [...found];
  });
}

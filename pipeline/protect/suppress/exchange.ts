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

/** Lines and columns tried for one count. */
const TRIES = 120;

export class Exchange {
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #gridOf = new Map<number, { grid: Grid; line: number; column: number }>();
  /** Counts as moved so far, and by how much each sum misses 0. */
  readonly #now: Float64Array;
  readonly #missing: Float64Array;
  #moved: number[] = [];
  #sums: number[] = [];
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
    const { lines } = place.grid;
    let reached = 0;
    let tries = 0;
    // Neighbours first, so that not everybody changes places with the same line.
    for (let step = 1; step < lines.length && reached < wanted && tries < TRIES; step++) {
      const other = lines[(place.line + step) % lines.length]!;
      const partner = other[place.column]!;
      if (partner < 0 || !this.#hidden.isSecret(partner)) continue;
      for (let column = -1; column < other.length && reached < wanted; column++) {
        if (column === place.column) continue;
        const by = this.#exchange(cell, partner, column, direction, wanted - reached);
        tries += 1;
        reached += by;
      }
    }
    this.#restore();
    return reached;
  }

  /**
   * Moves a count and its partner against each other and, but for column -1, two counts of another
   * column of the same lines the other way; what counts all of a line moves with its parts.
   *
   * @returns by how much, at most `wanted`; 0 where that breaks a sum or bound
   */
  #exchange(
    cell: number,
    partner: number,
    column: number,
    direction: 1 | -1,
    wanted: number,
  ): number {
    const giver = direction > 0 ? partner : cell;
    const changes: [cell: number, sign: number][] = [
      [cell, direction],
      [partner, -direction],
    ];
    let most = Math.min(wanted, this.#now[giver]!);
    if (column >= 0) {
      const [own, others] = [cell, partner].map((one) => this.#lineOf(one)[column]!) as [
        number,
        number,
      ];
      if (own < 0 || others < 0) return 0;
      if (!this.#hidden.isSecret(own) || !this.#hidden.isSecret(others)) return 0;
      const { grid, column: from } = this.#gridOf.get(cell)!;
      const isWhole = column < grid.wholes !== from < grid.wholes;
      const sign = isWhole ? direction : -direction;
      most = Math.min(most, this.#now[sign > 0 ? others : own]!);
      changes.push([own, sign], [others, -sign]);
    }
    // A smaller step may hold where a larger one breaks a bound.
    for (let by = most; by > 0; by = by > 1 ? Math.floor(by / 2) : 0) {
      const before = this.#moved.length;
      for (const [one, sign] of changes) this.#move(one, sign * by);
      if (this.#holds(before)) return by;
      for (const [one, sign] of changes) this.#move(one, -sign * by);
    }
    return 0;
  }

  #lineOf(cell: number): readonly number[] {
    const { grid, line } = this.#gridOf.get(cell)!;
    return grid.lines[line]!;
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
      // What a hidden mean comes to then is no constraint: over both lines it stays the same.
      const moment = this.#moments[i]!;
      if (moment >= 0 && moment !== cell && this.#hidden.isSecret(moment)) continue;
      this.#missing[i]! += times[k]! * by;
      this.#sums.push(i);
    }
  }

  /** Whether every sum and bound of what was moved holds. @param from of `#moved` */
  #holds(from: number): boolean {
    for (let i = 0; i < this.#sums.length; i++)
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

/** Hidden counts moved away from what they are, for trying what else they could be. */
import { entry } from '../../entry.ts';
import type { Network } from '../attack/network.ts';
import { linesWithRest } from '../attack/rests.ts';
import { amountOf, type Ties } from '../attack/ties.ts';
import type { Hidden } from './hidden.ts';
import { Steps } from './steps.ts';

/** A point among the moves to which they can be taken back. */
export interface Mark {
  readonly moved: number;
  readonly sums: number;
}

const START: Mark = { moved: 0, sums: 0 };

/** Where one stands who looks through the bounds of moved counts. */
export interface Walk {
  move: number;
  readonly end: number;
  /** Its place among those of the count that was moved. */
  bound: number;
}

/** In place of the number of a bound: none is broken. */
export const HOLDS = -1;

export class Moves {
  readonly #network: Network;
  readonly #hidden: Hidden;
  /** Counts as moved so far, and by how much each sum misses 0. */
  readonly #now: Float64Array;
  readonly #missing: Float64Array;
  /** Of counts, and of how much sums miss 0. */
  readonly #moved = new Steps();
  readonly #sums = new Steps();
  /** Counts that are always equal to each. */
  readonly #twins: readonly (readonly number[])[];
  /** Of each sum the sum of points that it defines, or -1. */
  readonly #moments: Int32Array;
  /** How far all counts together can be moved from what they are before each bound may break. */
  readonly #slack: Float64Array;
  /** How far all counts together are moved, which no single one exceeds. */
  #distance = 0;
  /** The least and the most that each count has come to while everything held. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Of each base the counts beside which there is a rest, and how far each rest has come down and up. */
  readonly #linesOver = new Map<number, number[]>();
  readonly #restFall: Float64Array;
  readonly #restRise: Float64Array;

  constructor(network: Network, hidden: Hidden) {
    this.#network = network;
    this.#hidden = hidden;
    this.#now = network.counts.slice();
    this.#least = network.counts.slice();
    this.#most = network.counts.slice();
    this.#restFall = new Float64Array(network.cells.length);
    this.#restRise = new Float64Array(network.cells.length);
    for (const line of linesWithRest(network)) {
      entry(this.#linesOver, network.over[line]!, (): number[] => []).push(line);
    }
    this.#missing = new Float64Array(network.sums.length);
    this.#twins = twinsIn(network);
    this.#slack = new Float64Array(network.limits.length).map(
      (_, limit) => -this.excess(limit) / largest(network.limits, limit),
    );
    this.#moments = momentsIn(network);
  }

  /** What a count has come to. */
  at(cell: number): number {
    return this.#now[cell]!;
  }

  /** How far a count is known to go up or down from what it is. */
  known(cell: number, direction: 1 | -1): number {
    const end = (direction > 0 ? this.#most : this.#least)[cell]!;
    return direction * (end - this.#network.counts[cell]!);
  }

  /** Notes what counts moved since a mark have come to, where everything holds. */
  note(since: Mark): void {
    for (let i = since.moved; i < this.#moved.length; i++) {
      const cell = this.#moved.of(i);
      const now = this.#now[cell]!;
      if (now < this.#least[cell]!) this.#least[cell] = now;
      if (now > this.#most[cell]!) this.#most[cell] = now;
      this.#noteRest(cell);
      for (const line of this.#linesOver.get(cell) ?? NO_LINES) this.#noteRest(line);
    }
  }

  #noteRest(line: number): void {
    const { counts, over } = this.#network;
    const base = over[line]!;
    if (base < 0) return;
    const rise = this.#now[base]! - counts[base]! - (this.#now[line]! - counts[line]!);
    if (-rise > this.#restFall[line]!) this.#restFall[line] = -rise;
    if (rise > this.#restRise[line]!) this.#restRise[line] = rise;
  }

  /** How far the rest beside a count is known to go up or down from what it is. */
  knownRest(line: number, direction: 1 | -1): number {
    return (direction > 0 ? this.#restRise : this.#restFall)[line]!;
  }

  mark(): Mark {
    return { moved: this.#moved.length, sums: this.#sums.length };
  }

  /** Moves a count, and with it those that are always equal to it. */
  move(cell: number, by: number): void {
    this.#moveOne(cell, by);
    for (const twin of this.#twins[cell]!) this.#moveOne(twin, by);
  }

  #moveOne(cell: number, by: number): void {
    this.#now[cell]! += by;
    this.#distance += Math.abs(by);
    this.#moved.push(cell, by);
    const { sumsOf, timesIn } = this.#network;
    for (let k = sumsOf.starts[cell]!; k < sumsOf.starts[cell + 1]!; k++) {
      const sum = sumsOf.items[k]!;
      this.#missing[sum]! += timesIn[k]! * by;
      this.#sums.push(sum, timesIn[k]! * by);
      // A hidden mean comes to what its points then come to.
      const moment = this.#moments[sum]!;
      if (moment < 0 || moment === cell || !this.#hidden.isSecret(moment)) continue;
      this.#moveOne(moment, -this.#missing[sum]! / this.#timesOf(moment, sum));
    }
  }

  #timesOf(cell: number, sum: number): number {
    const { sumsOf, timesIn } = this.#network;
    return timesIn[sumsOf.starts[cell]! + sumsOf.of(cell).indexOf(sum)]!;
  }

  /** Whether a count was moved since a mark. */
  hasMoved(cell: number, since: Mark): boolean {
    for (let i = since.moved; i < this.#moved.length; i++)
      if (this.#moved.of(i) === cell) return true;
    return false;
  }

  /** Whether all sums hold after the moves since a mark, and no count fell below 0 or is known. */
  sumsHoldSince(since: Mark): boolean {
    for (let i = since.sums; i < this.#sums.length; i++)
      if (this.#missing[this.#sums.of(i)] !== 0) return false;
    for (let i = since.moved; i < this.#moved.length; i++) {
      const cell = this.#moved.of(i);
      if (this.#now[cell]! < 0 || !this.#hidden.isSecret(cell)) return false;
    }
    return true;
  }

  /** A walk over the bounds that the moves since a mark touch; what moves later is not among them. */
  boundsSince(since: Mark): Walk {
    return { move: since.moved, end: this.#moved.length, bound: 0 };
  }

  /** Goes on to the next bound that is broken, and stays there until it is mended; `HOLDS` at the end. */
  nextBroken(walk: Walk): number {
    const { starts, items } = this.#network.limitsOf;
    for (; walk.move < walk.end; walk.move++) {
      const cell = this.#moved.of(walk.move);
      const end = starts[cell + 1]!;
      for (let k = starts[cell]! + walk.bound; k < end; k++) {
        const limit = items[k]!;
        // Most bounds are far from what is moved: what is counted of everybody bounds many parts.
        if (this.#slack[limit]! >= this.#distance || this.excess(limit) <= 0) continue;
        walk.bound = k - starts[cell]!;
        return limit;
      }
      walk.bound = 0;
    }
    return HOLDS;
  }

  /** Whether every sum and bound holds after the moves since a mark. */
  holdsSince(since: Mark): boolean {
    return this.sumsHoldSince(since) && this.nextBroken(this.boundsSince(since)) === HOLDS;
  }

  /** By how much a bound does not hold; at most 0 where it does. */
  excess(limit: number): number {
    return amountOf(this.#network.limits, limit, this.#now);
  }

  /** Takes back the moves since a mark, by default all. */
  undo(since: Mark = START): void {
    for (let i = this.#moved.length - 1; i >= since.moved; i--) {
      this.#now[this.#moved.of(i)]! -= this.#moved.by(i);
      this.#distance -= Math.abs(this.#moved.by(i));
    }
    for (let i = this.#sums.length - 1; i >= since.sums; i--) {
      this.#missing[this.#sums.of(i)]! -= this.#sums.by(i);
    }
    this.#moved.shorten(since.moved);
    this.#sums.shorten(since.sums);
  }
}

const NO_LINES: readonly number[] = [];

/** How often a tie takes one of its counts, at most. */
function largest({ starts, times }: Ties, i: number): number {
  let most = 1;
  for (let k = starts[i]!; k < starts[i + 1]!; k++) most = Math.max(most, Math.abs(times[k]!));
  return most;
}

/** Of each sum the sum of points that it defines, or -1. */
function momentsIn({ cells, sums }: Network): Int32Array {
  return new Int32Array(sums.length).map((_, i) => {
    const at = sums.of(i);
    return at.length === 2 ? -1 : (at.find((one) => !cells[one]!.ofPeople) ?? -1);
  });
}

/** Of each count all that are equal to it by sums of two. */
function twinsIn({ cells, sums, sumsOf }: Network): readonly (readonly number[])[] {
  return cells.map((_, cell) => {
    const found = new Set([cell]);
    for (const one of found) {
      for (const i of sumsOf.of(one)) {
        if (sums.isEquality(i)) for (const twin of sums.of(i)) found.add(twin);
      }
    }
    found.delete(cell);
    return [...found];
  });
}

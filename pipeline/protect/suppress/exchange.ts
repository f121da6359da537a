/**
 * Proof that a hidden count could be another one: people of two lines of a grid who change places.
 *
 * In a table with margins, any four hidden counts in two lines and two columns can change against
 * each other and leave every margin as it is. Where such exchanges move a count over as wide a range
 * as it needs, from the true counts and against every sum and bound, it is safe, and no linear
 * program needs to be solved for it. Where two lines are not enough, counts of more change in a round
 * (`cycle.ts`). People who must come along do, with whatever else they answered (`swaps.ts`). What
 * cannot be shown in this way may be safe all the same.
 */
import type { Network } from '../attack/network.ts';
import { cycleThrough } from './cycle.ts';
import type { Grid } from './grids.ts';
import type { Hidden } from './hidden.ts';
import type { Moves } from './moves.ts';
import { type Place, Swaps } from './swaps.ts';
import type { Together } from './together.ts';

/** So many lines in a row that cannot exchange something say that no other can. */
const MISSES = 12;
/** In place of a column: none. */
const NONE = -1;

export class Exchange {
  readonly #network: Network;
  readonly #hidden: Hidden;
  readonly #swaps: Swaps;
  readonly #moves: Moves;

  constructor(network: Network, hidden: Hidden, grids: readonly Grid[]) {
    this.#network = network;
    this.#hidden = hidden;
    this.#swaps = new Swaps(network, hidden, grids);
    this.#moves = this.#swaps.moves;
  }

  /** Where a count stands among others; undefined of one that stands alone. */
  placeOf(cell: number): Place | undefined {
    return this.#swaps.placeOf(cell);
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

  /**
   * The same of the rest beside a count: the count moves against its base and the base against the count,
   * each without the other; then both, so that the count has more room.
   */
  isRestFree(line: number, minimum: number): boolean {
    const left = () => minimum - this.#moves.knownRest(line, 1) - this.#moves.knownRest(line, -1);
    const place = this.#swaps.placeOf(line);
    const base = this.#network.over[line]!;
    const at = place === undefined ? NONE : place.grid.lines[place.line]!.indexOf(base);
    if (place === undefined || at === NONE) return left() <= 0;
    for (const direction of [1, -1] as const) {
      this.#swaps.beginAnew();
      const pushLine = () => this.#push(line, -direction as 1 | -1, left(), at);
      if (left() > 0) pushLine();
      for (const without of [place.column, NONE]) {
        if (left() > 0) this.#push(base, direction, left(), without);
      }
      if (left() > 0) pushLine();
      this.#moves.undo();
    }
    return left() <= 0;
  }

  /** Moves a count in a direction as far as it goes, at most by `wanted`, and back. */
  #reach(cell: number, direction: 1 | -1, wanted: number): void {
    const place = this.#swaps.placeOf(cell);
    if (place === undefined) return;
    this.#swaps.beginAnew();
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
      return this.#swaps.isHidden(one) && this.#moves.at(one) + by >= 0;
    });
    if (steps === null) return false;
    const mark = this.#moves.mark();
    for (const step of steps) this.#moves.move(step.cell, step.by);
    if (this.#moves.holdsSince(mark)) {
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

  /**
   * Moves a count as far as exchanges with other lines go, at most by `wanted`.
   *
   * @param without column of the grid of which nothing may move with it
   */
  #push(cell: number, direction: 1 | -1, wanted: number, without = NONE): void {
    if (!this.#hidden.isSecret(cell)) return;
    // Of most that cannot rise, the base is shown to be no larger.
    if (direction > 0 && this.#swaps.roomAbove(cell) === 0) return;
    const { grid, line, column } = this.#swaps.placeOf(cell)!;
    const { lines, values } = grid;
    const own = lines[line]!;
    const roomOf = (together: Together) => this.#swaps.roomOf(own, together, direction);
    const isHidden = (one: number) => this.#swaps.isHidden(own[one]!);
    const open = this.#swaps
      .companionsOf(grid, column)
      .filter((together) => together.every(({ column: one }) => one !== without && isHidden(one)))
      .map((together) => ({ together, misses: 0, room: roomOf(together) }));
    let left = wanted;
    // Neighbours first, so that not everybody changes places with the same line.
    for (let step = 1; step < lines.length && open.length > 0; step++) {
      const partner = (line + step) % lines.length;
      const other = lines[partner]!;
      if (!this.#swaps.canGive(other[column]!, direction)) continue;
      for (let i = open.length - 1; i >= 0; i--) {
        const one = open[i]!;
        if (one.room === 0) continue;
        const most = this.#swaps.mostAgainst(
          other,
          one.together,
          direction,
          Math.min(left, one.room),
        );
        if (most === 0) continue;
        const pair = { own, other, values: [values[line]!, values[partner]!] as const };
        const by = this.#swaps.exchange(pair, one.together, direction, most);
        left -= by;
        if (left === 0) return;
        one.misses = by > 0 ? 0 : one.misses + 1;
        if (one.misses === MISSES) open.splice(i, 1);
        if (by === 0) continue;
        for (const each of open) each.room = roomOf(each.together);
      }
    }
  }
}

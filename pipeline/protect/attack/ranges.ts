/** The least and the most of hidden counts, over everything that would look the same. */
import { type LinearModel, openModel, type Solution } from './linear.ts';
import { NO_END, type Program } from './program.ts';
import type { Range } from './safe.ts';

/** How far from a whole number solutions may be by the way they are computed. */
const ROUNDING = 1e-6;

/** Where no counts at all agree with what is shown. */
export class NothingAgrees extends Error {
  constructor() {
    super('no counts agree with what is shown');
  }
}

/** Every solution found says something of all counts, so that most need none of their own. */
export class Ranges {
  readonly #model: LinearModel;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Variables that were driven by themselves already: their numbers from 1, below 0 if downwards. */
  readonly #driven = new Set<number>();

  constructor({ lower, upper, rows }: Program) {
    this.#model = openModel(lower, upper, rows);
    this.#least = new Float64Array(lower.length).fill(Infinity);
    this.#most = new Float64Array(lower.length).fill(-Infinity);
  }

  /**
   * Drives a weighted sum of counts as high as it can go.
   *
   * @param weights by the number of the variable
   * @throws NothingAgrees if no counts at all agree with what is shown
   */
  drive(weights: ReadonlyMap<number, number>): Solution {
    const solution = this.#model.drive(weights);
    if (solution === null) throw new NothingAgrees();
    const { values } = solution;
    for (let i = 0; i < values.length; i++) {
      if (values[i]! < this.#least[i]!) this.#least[i] = values[i]!;
      if (values[i]! > this.#most[i]!) this.#most[i] = values[i]!;
    }
    return solution;
  }

  /** Drives one count to its end, if that was not asked before. */
  driveOnce(variable: number, direction: 1 | -1): void {
    const key = direction * (variable + 1);
    if (this.#driven.has(key)) return;
    this.#driven.add(key);
    this.drive(new Map([[variable, direction]]));
  }

  /** As far as it was met until now, cut to whole numbers. */
  at(i: number): Range {
    return cutToWhole(this.#least[i]!, this.#most[i]!);
  }

  isNarrow(i: number, minimum: number): boolean {
    const { low, high } = this.at(i);
    return !(high - low >= minimum);
  }

  /** Frees what the solver holds. */
  dispose(): void {
    this.#model.dispose();
  }
}

/** A range in whole numbers. */
export function cutToWhole(least: number, most: number): Range {
  return {
    // Adding 0 turns -0 into 0.
    low: Math.ceil(least - ROUNDING) + 0,
    high: most > NO_END - 1 ? Infinity : Math.floor(most + ROUNDING) + 0,
  };
}

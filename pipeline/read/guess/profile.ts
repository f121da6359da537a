/** What a column holds, gathered cell by cell in bounded memory. */
import { ownCopy } from '../../own-copy.ts';
import { parseNumber } from '../cell.ts';
import type { Layout } from '../exports/layout.ts';
import { weightOf } from '../rows.ts';
import { type Shape, shapeOf } from './shapes.ts';

export interface ColumnProfile {
  /** Cells that hold something other than a word for "not answered" or "not shown". */
  readonly filled: number;
  /** All cells of the rows looked at. */
  readonly rows: number;
  /** Trimmed cell -> how often, in order of first appearance; the first `MOST_VALUES` of them. */
  readonly values: ReadonlyMap<string, number>;
  /** Filled cells up to the one that made `values` full; `filled` where it never became full. */
  readonly counted: number;
  /** False where there are more different cells than `values` holds. */
  readonly complete: boolean;
  readonly numbers: number;
  readonly wholes: number;
  /** Cells that could be a weight, blank ones not among them. */
  readonly weights: number;
  /** Highest weight so far; 0 where there is none above. */
  readonly heaviest: number;
  /** Characters of all filled cells together, and of the longest. */
  readonly characters: number;
  readonly longest: number;
  /** Filled cells that look like something known. */
  readonly shapes: ReadonlyMap<Shape, number>;
}

/** Different cells remembered for a column; options and units are far fewer. */
const MOST_VALUES = 5000;
/** Characters remembered of a cell; what is longer is no option. */
const LONGEST_VALUE = 200;

type Growing = { -readonly [K in keyof ColumnProfile]: ColumnProfile[K] } & {
  readonly values: Map<string, number>;
  readonly shapes: Map<Shape, number>;
};

/** A profile to add cells to. */
export class Profiler {
  readonly #sum: Growing = empty();
  readonly #layout: Pick<Layout, 'cellIsMissing' | 'cellIsSkipped'>;

  constructor(layout: Pick<Layout, 'cellIsMissing' | 'cellIsSkipped'>) {
    this.#layout = layout;
  }

  add(cell: string): void {
    const sum = this.#sum;
    const text = cell.trim();
    sum.rows += 1;
    if (text === '' || this.#layout.cellIsMissing(text) || this.#layout.cellIsSkipped(text)) return;
    sum.filled += 1;
    sum.characters += text.length;
    sum.longest = Math.max(sum.longest, text.length);
    this.#count(text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE) : text);
    const number = parseNumber(text);
    if (number !== null) {
      sum.numbers += 1;
      if (Number.isInteger(number)) sum.wholes += 1;
      if (weightOf(text) !== null) {
        sum.weights += 1;
        sum.heaviest = Math.max(sum.heaviest, number);
      }
    }
    const shape = shapeOf(text);
    if (shape !== null) sum.shapes.set(shape, (sum.shapes.get(shape) ?? 0) + 1);
  }

  #count(text: string): void {
    const sum = this.#sum;
    const known = sum.values.get(text);
    if (sum.complete) sum.counted += 1;
    if (known !== undefined) sum.values.set(text, known + 1);
    else if (sum.values.size < MOST_VALUES) sum.values.set(ownCopy(text), 1);
    else sum.complete = false;
  }

  get profile(): ColumnProfile {
    return this.#sum;
  }
}

function empty(): Growing {
  return {
    filled: 0,
    rows: 0,
    values: new Map(),
    counted: 0,
    complete: true,
    numbers: 0,
    wholes: 0,
    weights: 0,
    heaviest: 0,
    characters: 0,
    longest: 0,
    shapes: new Map(),
  };
}

/** The profile of one column over several files. */
export function mergeProfiles(profiles: readonly ColumnProfile[]): ColumnProfile {
  const sum = empty();
  for (const one of profiles) {
    sum.filled += one.filled;
    sum.rows += one.rows;
    sum.counted += one.counted;
    sum.complete &&= one.complete;
    sum.numbers += one.numbers;
    sum.wholes += one.wholes;
    sum.weights += one.weights;
    sum.heaviest = Math.max(sum.heaviest, one.heaviest);
    sum.characters += one.characters;
    sum.longest = Math.max(sum.longest, one.longest);
    for (const [value, count] of one.values) {
      if (sum.values.has(value) || sum.values.size < MOST_VALUES) {
        sum.values.set(value, (sum.values.get(value) ?? 0) + count);
      } else sum.complete = false;
    }
    for (const [shape, count] of one.shapes) {
      sum.shapes.set(shape, (sum.shapes.get(shape) ?? 0) + count);
    }
  }
  return sum;
}

/** The profile of a column with these cells; for tables of a few rows. */
export function profileOf(
  cells: Iterable<string>,
  layout: Pick<Layout, 'cellIsMissing' | 'cellIsSkipped'>,
): ColumnProfile {
  const profiler = new Profiler(layout);
  for (const cell of cells) profiler.add(cell);
  return profiler.profile;
}

/** Different cells among the filled ones, in (0, 1]; 1 where none comes twice. */
export function distinctShare({ values, counted }: ColumnProfile): number {
  return counted === 0 ? 0 : values.size / counted;
}

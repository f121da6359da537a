/**
 * Sums and bounds between counts, by number instead of by name.
 *
 * For thousands of units there are hundreds of thousands of these: they stand one after the other in
 * a few long lists, since as many objects would be what most time and memory goes into.
 */
import { type CountRef, NO_COUNT, type Relation } from '../counts/relation.ts';
import { widened } from '../widened.ts';

/** Σ times × count is 0, or at most 0; of a count, its number. */
export interface Tie {
  readonly at: Int32Array;
  readonly times: Float64Array;
}

/** Lists of numbers one after the other: `i` from `starts[i]` to before `starts[i + 1]` of `items`. */
export class Lists {
  /** Where each list begins in `items`, and last where they end. */
  readonly starts: Int32Array;
  readonly items: Int32Array;

  constructor(starts: Int32Array, items: Int32Array) {
    this.starts = starts;
    this.items = items;
  }

  /** How many lists there are. */
  get length(): number {
    return this.starts.length - 1;
  }

  /** Where this is asked a million times, looking into `items` takes a third of the time. */
  of(i: number): Int32Array {
    return this.items.subarray(this.starts[i]!, this.starts[i + 1]!);
  }

  /** Whether an item stands in a list. */
  has(i: number, item: number): boolean {
    for (let k = this.starts[i]!; k < this.starts[i + 1]!; k++) {
      if (this.items[k] === item) return true;
    }
    return false;
  }
}

/** Ties one after the other; the items of each are numbers of counts. */
export class Ties extends Lists {
  /** Of each item, how many times it is taken. */
  readonly times: Float64Array;

  constructor(starts: Int32Array, items: Int32Array, times: Float64Array) {
    super(starts, items);
    this.times = times;
  }

  /** One of them by itself, as a view. */
  tie(i: number): Tie {
    return {
      at: this.of(i),
      times: this.times.subarray(this.starts[i]!, this.starts[i + 1]!),
    };
  }

  /** Whether a tie, if it is a sum, says no more than that two counts are equal. */
  isEquality(i: number): boolean {
    const from = this.starts[i]!;
    return this.starts[i + 1]! - from === 2 && this.times[from]! + this.times[from + 1]! === 0;
  }
}

/** Puts ties together, one relation after the other. */
export class TieMaker {
  readonly #index: ReadonlyMap<string, number>;
  /** Of each count where it may stand in the tie at hand; whatever is there may be another's. */
  readonly #place: Int32Array;
  #starts = new Int32Array(64);
  #items = new Int32Array(256);
  #times = new Float64Array(256);
  #ties = 0;
  #end = 0;

  /** @param index numbers of counts by name */
  constructor(index: ReadonlyMap<string, number>) {
    this.#index = index;
    this.#place = new Int32Array(index.size);
  }

  /**
   * Whatever is not among the counts is 0; a count that is named again is counted again. Where fewer
   * than two are left there is nothing to tie.
   */
  add({ left, right, times }: Relation): void {
    const from = this.#end;
    for (let i = 0; i < left.length; i++) this.#take(left[i]!, times?.[i] ?? 1);
    for (let i = 0; i < right.length; i++) this.#take(right[i]!, -(times?.[left.length + i] ?? 1));
    this.#leaveOutNone(from);
    if (this.#end - from < 2) {
      this.#end = from;
      return;
    }
    this.#ties += 1;
    if (this.#ties === this.#starts.length) this.#starts = widened(this.#starts);
    this.#starts[this.#ties] = this.#end;
  }

  /** All ties so far. */
  made(): Ties {
    const items = this.#items.slice(0, this.#end);
    return new Ties(this.#starts.slice(0, this.#ties + 1), items, this.#times.slice(0, this.#end));
  }

  #take(count: CountRef, by: number): void {
    const cell = typeof count === 'number' ? count : (this.#index.get(count) ?? NO_COUNT);
    if (cell === NO_COUNT) return;
    if (cell >= this.#place.length) throw new RangeError(`no count has the number ${cell}`);
    const from = this.#starts[this.#ties]!;
    const known = this.#place[cell]!;
    if (known >= from && known < this.#end && this.#items[known] === cell) {
      this.#times[known]! += by;
      return;
    }
    if (this.#end === this.#items.length) {
      [this.#items, this.#times] = [widened(this.#items), widened(this.#times)];
    }
    this.#place[cell] = this.#end;
    this.#items[this.#end] = cell;
    this.#times[this.#end] = by;
    this.#end += 1;
  }

  #leaveOutNone(from: number): void {
    let end = from;
    for (let i = from; i < this.#end; i++) {
      if (this.#times[i] === 0) continue;
      this.#items[end] = this.#items[i]!;
      this.#times[end] = this.#times[i]!;
      end += 1;
    }
    this.#end = end;
  }
}

/** What stands in the lists of some, each once, in the order in which it is met. */
export function allOf(lists: Lists, some: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const one of some) {
    for (let k = lists.starts[one]!; k < lists.starts[one + 1]!; k++) found.add(lists.items[k]!);
  }
  return found;
}

/** Of each item, the numbers of the lists that it stands in, and of each of these its place there. */
export function listsWith(
  { starts, items, length }: Lists,
  count: number,
): { readonly lists: Lists; readonly places: Int32Array } {
  const ends = new Int32Array(count + 1);
  for (let k = 0; k < items.length; k++) ends[items[k]! + 1]! += 1;
  for (let i = 0; i < count; i++) ends[i + 1]! += ends[i]!;
  const next = ends.slice();
  const [own, places] = [new Int32Array(items.length), new Int32Array(items.length)];
  for (let i = 0; i < length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const at = next[items[k]!]!++;
      own[at] = i;
      places[at] = k;
    }
  }
  return { lists: new Lists(ends, own), places };
}

/**
 * What each tie comes to.
 *
 * @param counts by number
 */
export function amountsOf(ties: Ties, counts: Float64Array): Float64Array {
  return new Float64Array(ties.length).map((_, i) => amountOf(ties, i, counts));
}

/**
 * What a tie comes to.
 *
 * @param counts by number
 */
export function amountOf({ starts, items, times }: Ties, i: number, counts: Float64Array): number {
  let sum = 0;
  for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += times[k]! * counts[items[k]!]!;
  return sum;
}

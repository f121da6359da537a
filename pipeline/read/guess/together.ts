/** Which values of two columns stand in one row; tells whether one group lies within another. */
import { ownCopy } from '../../own-copy.ts';

/** Different pairs remembered for two columns. */
const MOST_PAIRS = 20_000;
/** Columns that are compared with one another. */
const MOST_COLUMNS = 8;

const BETWEEN = '\u0000';

export interface Within {
  /** Rows in which both are filled. */
  readonly rows: number;
  /** Rows whose inner value mostly stands with another outer value. */
  readonly astray: number;
}

export class Together {
  readonly #columns: readonly number[];
  /** By `a,b` with a before b; null once there were too many pairs. */
  readonly #pairs = new Map<string, Map<string, number> | null>();

  /** @param columns positions of the columns to watch */
  constructor(columns: readonly number[]) {
    this.#columns = columns.slice(0, MOST_COLUMNS);
  }

  add(cells: readonly string[]): void {
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i += 1) {
      const a = (cells[columns[i]!] ?? '').trim();
      if (a === '') continue;
      for (let j = i + 1; j < columns.length; j += 1) {
        const b = (cells[columns[j]!] ?? '').trim();
        if (b !== '') this.#count(`${columns[i]},${columns[j]}`, a + BETWEEN + b);
      }
    }
  }

  #count(key: string, pair: string): void {
    const found = this.#pairs.get(key);
    if (found === null) return;
    const pairs = found ?? new Map<string, number>();
    const known = pairs.get(pair);
    pairs.set(known === undefined ? ownCopy(pair) : pair, (known ?? 0) + 1);
    this.#pairs.set(key, pairs.size > MOST_PAIRS ? null : pairs);
  }

  /** Whether each value of `inner` falls into one value of `outer`; null if that is not known. */
  within(inner: number, outer: number): Within | null {
    const innerFirst = inner < outer;
    const pairs = this.#pairs.get(innerFirst ? `${inner},${outer}` : `${outer},${inner}`);
    if (pairs === undefined || pairs === null) return null;
    let rows = 0;
    const most = new Map<string, number>();
    for (const [pair, count] of pairs) {
      const [a, b] = pair.split(BETWEEN) as [string, string];
      const value = innerFirst ? a : b;
      rows += count;
      most.set(value, Math.max(most.get(value) ?? 0, count));
    }
    const agreeing = [...most.values()].reduce((sum, one) => sum + one, 0);
    return { rows, astray: rows - agreeing };
  }
}

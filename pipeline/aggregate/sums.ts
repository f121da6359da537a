/** Sums put together: of disjoint items, and by design cell. */
import { RESPONDENTS } from '../tally/count-plan.ts';
import { USED } from '../tally/items.ts';
import { sumsByDesign, sumsOf } from '../tally/look-up.ts';
import { NO_SUMS, type Sums, type Tally } from '../tally/tally.ts';

/** Sums by design cell. */
export type Cells = ReadonlyMap<string, Sums>;

/** A count, as a whole and by design cell; the latter is asked for only under strata and clusters. */
export interface Counted {
  readonly sums: Sums;
  readonly cells: () => Cells;
}

/** Those who answered, among the respondents of a round or of one of its groups. */
export interface Base extends Counted {
  readonly group: Counted;
}

/** The sums of two disjoint sets of respondents together. */
export function addSums(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, w: a.w + b.w, w2: a.w2 + b.w2 };
}

/** The sums of a set of respondents without a part of it; of nobody, exactly 0. */
export function lessSums(a: Sums, b: Sums): Sums {
  if (a.n <= b.n) return NO_SUMS;
  return { n: a.n - b.n, w: Math.max(0, a.w - b.w), w2: Math.max(0, a.w2 - b.w2) };
}

/** Both by design cell, cell by cell. */
export function combineCells(a: Cells, b: Cells, combine: typeof addSums): Cells {
  const cells = new Map<string, Sums>(a);
  for (const [cell, sums] of b) cells.set(cell, combine(a.get(cell) ?? NO_SUMS, sums));
  return cells;
}

/** Where a count is looked up. */
export interface CountPlace {
  readonly question: string;
  readonly group: string;
  readonly value: string;
}

/** All respondents of a round, or of a group value. */
export function respondentsOf(
  tally: Tally,
  { group, value }: Omit<CountPlace, 'question'>,
): Counted {
  return countedIn(tally, { question: RESPONDENTS, group, value }, [USED]);
}

/** Disjoint items together, at least one. */
export function countedIn(tally: Tally, place: CountPlace, items: readonly string[]): Counted {
  const { question, group, value } = place;
  return {
    sums: items.map((item) => sumsOf(tally, question, group, value, item)).reduce(addSums),
    cells: () => cellsOfItems(tally, place, items),
  };
}

/** The same as the base of shares or of a mean. */
export function baseIn(tally: Tally, place: CountPlace, items: readonly string[]): Base {
  const { sums, cells } = countedIn(tally, place, items);
  return { sums, cells, group: respondentsOf(tally, place) };
}

/** Disjoint items together, by design cell. */
export function cellsOfItems(
  tally: Tally,
  { question, group, value }: CountPlace,
  items: readonly string[],
): Cells {
  return items
    .map((item): Cells => sumsByDesign(tally, question, group, value, item))
    .reduce<Cells>((sum, one) => combineCells(sum, one, addSums), new Map());
}

/**
 * Rows that the others of a program imply: without them it is solved sooner. Ends stay what they are;
 * which shown counts hold a hidden one may be told by other rows than with them.
 */
import type { Row } from './linear.ts';

/**
 * Whether each row says more than the others.
 *
 * Left out are bounds that hold whatever else does, as far as sums and orders tell (what is counted of
 * everybody is far above what is counted of a part), and that a part is at most the whole where a sum
 * has both. No row is left out for one that is left out itself: sums all stay, and so do orders, or a
 * sum in their place.
 *
 * @param lower the least that each variable can be, 0 or more
 * @param upper the most
 */
export function sayMore(
  rows: readonly Row[],
  lower: Float64Array,
  upper: Float64Array,
): readonly boolean[] {
  const ends = { least: lower.slice(), most: upper.slice() };
  narrow(
    ends,
    rows.filter((row) => isSum(row) || isOrder(row)),
  );
  const sums = new Set(rows.filter(isSum).flatMap((row) => ordersIn(row, upper.length)));
  return rows.map((row) => {
    if (isSum(row)) return true;
    if (isOrder(row)) return !sums.has(keyOf(endsOf(row), upper.length));
    return highest(row, ends) > row.high;
  });
}

/** The least and the most of each variable. */
interface Ends {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** One variable, at most as much as another; by their numbers. */
interface Order {
  readonly less: number;
  readonly more: number;
}

function isSum({ low, high }: Row): boolean {
  return low === high;
}

function isOrder({ at, by, low, high }: Row): boolean {
  return at.length === 2 && low === -Infinity && high === 0 && by[0]! + by[1]! === 0;
}

function endsOf({ at, by }: Row): Order {
  const [first, second] = at as readonly [number, number];
  return by[0]! > 0 ? { less: first, more: second } : { less: second, more: first };
}

function keyOf({ less, more }: Order, variables: number): number {
  return less * variables + more;
}

/** What a sum says of each of its parts: it is at most the whole. */
function ordersIn({ at, by, high }: Row, variables: number): readonly number[] {
  for (const sign of [1, -1]) {
    const wholes = by.flatMap((times, j) => (times * sign > 0 ? [j] : []));
    const [whole] = wholes;
    // Others may stand on the side of the parts, none on that of the whole.
    if (wholes.length !== 1 || by[whole!] !== sign || sign * high < 0) continue;
    return at.flatMap((less, j) =>
      j !== whole && by[j]! * sign <= -1 ? [keyOf({ less, more: at[whole!]! }, variables)] : [],
    );
  }
  return [];
}

/** Times that all rows are gone through: after these little is gained, if anything still is. */
const PASSES = 8;
/** What is gained is more than the way it is computed. */
const ROUNDING = 1e-9;

/** Narrows ends to what some rows leave of them, looked at one by one. */
function narrow(ends: Ends, rows: readonly Row[]): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let isNarrower = false;
    for (const row of rows) if (narrowBy(row, ends)) isNarrower = true;
    if (!isNarrower) return;
  }
}

/** @returns whether a row narrows the ends of any of its variables */
function narrowBy(row: Row, ends: Ends): boolean {
  const { least, most } = ends;
  const [bottom, top] = [lowest(row, ends), highest(row, ends)];
  let isNarrower = false;
  row.at.forEach((one, j) => {
    const times = row.by[j]!;
    const [from, to] = times > 0 ? [least[one]!, most[one]!] : [most[one]!, least[one]!];
    // What the others add at their ends leaves this to it.
    const first = (row.high - (bottom - times * from)) / times;
    const second = (row.low - (top - times * to)) / times;
    const [low, high] = times > 0 ? [second, first] : [first, second];
    if (high < most[one]! - ROUNDING) {
      most[one] = high;
      isNarrower = true;
    }
    if (low > least[one]! + ROUNDING) {
      least[one] = low;
      isNarrower = true;
    }
  });
  return isNarrower;
}

/** The least that the sum of a row can come to. */
function lowest({ at, by }: Row, { least, most }: Ends): number {
  return at.reduce((sum, one, j) => sum + by[j]! * (by[j]! > 0 ? least : most)[one]!, 0);
}

/** And the most. */
function highest({ at, by }: Row, { least, most }: Ends): number {
  return at.reduce((sum, one, j) => sum + by[j]! * (by[j]! > 0 ? most : least)[one]!, 0);
}

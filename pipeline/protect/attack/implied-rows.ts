/**
 * Rows that the others of a program imply: without them it is solved sooner. Ends stay what they are;
 * which shown counts hold a hidden one may be told by other rows than with them.
 */
import type { Row } from './linear.ts';

/**
 * Whether each row says more than the others.
 *
 * Left out are bounds that hold whatever else does, as far as the ends of variables tell (what is
 * counted of everybody is far above what is counted of a part), and that a part is at most the whole
 * where a sum has both. No row is left out for one that is left out itself: sums all stay, and so do
 * orders, or a sum in their place.
 *
 * @param upper the most that each variable can be; the least is 0 or more
 */
export function sayMore(rows: readonly Row[], upper: Float64Array): readonly boolean[] {
  const orders = rows.filter(isOrder).map(endsOf);
  const most = mostBy(orders, upper);
  const sums = new Set(rows.filter(isSum).flatMap((row) => ordersIn(row, upper.length)));
  return rows.map((row) => {
    if (isSum(row)) return true;
    if (isOrder(row)) return !sums.has(keyOf(endsOf(row), upper.length));
    return highest(row, most) > row.high;
  });
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

/** The most that each variable can be by its own end and those of all that it is at most. */
function mostBy(orders: readonly Order[], upper: Float64Array): Float64Array {
  const most = upper.slice();
  for (let again = true; again; ) {
    again = false;
    for (const { less, more } of orders) {
      if (most[more]! >= most[less]!) continue;
      most[less] = most[more]!;
      again = true;
    }
  }
  return most;
}

/** What the sum of a row can come to at most. */
function highest({ at, by }: Row, most: Float64Array): number {
  return at.reduce((sum, one, j) => sum + Math.max(0, by[j]!) * most[one]!, 0);
}

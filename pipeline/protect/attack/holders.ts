/** Which shown counts hold a hidden one in its range. */
import type { Solution } from './linear.ts';
import type { Program } from './program.ts';
import type { Tie } from './ties.ts';

/** Prices nearer to 0 than this are 0. */
const NO_PRICE = 1e-7;

/**
 * Shown counts that would let the sum which was driven to its end go on, if they were free.
 *
 * The prices of rows and of ends tell how much further it would go for each unit by which a shown
 * count in them changed. Where the count would have to fall, it must be there to begin with.
 */
export function holdersIn(
  { prices, rowPrices }: Solution,
  program: Program,
  shown: Float64Array,
): readonly number[] {
  const gains = new Map<number, number>();
  const add = ({ at, times }: Tie, price: number) => {
    at.forEach((cell, j) => {
      if (Number.isNaN(shown[cell]!)) return;
      gains.set(cell, (gains.get(cell) ?? 0) + price * times[j]!);
    });
  };
  rowPrices.forEach((price, row) => {
    if (Math.abs(price) > NO_PRICE) add(program.ties[row]!, price);
  });
  prices.forEach((price, i) => {
    if (Math.abs(price) <= NO_PRICE) return;
    const tie = (price < 0 ? program.upperTies : program.lowerTies)[i]!;
    // The price is of the variable itself, which the tie takes some times over.
    if (tie !== null) add(tie, price / timesIn(tie, shown));
  });
  return [...gains].flatMap(([cell, gain]) =>
    gain > NO_PRICE || (gain < -NO_PRICE && shown[cell]! > 0) ? [cell] : [],
  );
}

/** How many times a tie with one hidden count takes it. */
function timesIn({ at, times }: Tie, shown: Float64Array): number {
  return times[at.findIndex((cell) => Number.isNaN(shown[cell]!))]!;
}

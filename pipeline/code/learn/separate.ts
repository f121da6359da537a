import type { Matrix } from './matrix.ts';

/** Weight of errors against small weights; chosen by cross-validation on the built-in examples. */
const COST = 4;
const MOST_PASSES = 100;
const PRECISION = 0.02;

/**
 * Weights of a linear separator: support vectors with squared hinge loss, by dual coordinate
 * descent (Hsieh et al. 2008, algorithm 1). Sums, products and quotients only, and a generator
 * with a fixed seed: the same weights on every machine.
 *
 * Weights are kept near `prior` instead of 0, so that what no example speaks of stays as the
 * prior has it.
 *
 * @param positive per example 1 if it has the label
 * @param among rows of the examples to learn from
 * @param offset the score of an example without features
 * @returns one weight a column
 */
export function separate(
  matrix: Matrix,
  positive: Uint8Array,
  among: Int32Array,
  prior: Float64Array,
  offset: number,
): Float64Array {
  const { starts, columns, values } = matrix;
  const weights = Float64Array.from(prior);
  const order = Int32Array.from(among);
  const alpha = new Float64Array(positive.length);
  const diagonal = 1 / (2 * COST);
  const lengths = squaredLengths(matrix);
  const next = generator(1);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    shuffle(order, next);
    let steepest = 0;
    for (const row of order) {
      const sign = positive[row] === 1 ? 1 : -1;
      let product = offset;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        product += weights[columns[i]!]! * values[i]!;
      }
      const slope = sign * product - 1 + diagonal * alpha[row]!;
      const free = alpha[row] === 0 ? Math.min(slope, 0) : slope;
      steepest = Math.max(steepest, Math.abs(free));
      if (Math.abs(free) < 1e-9) continue;
      const before = alpha[row]!;
      alpha[row] = Math.max(before - slope / (lengths[row]! + diagonal), 0);
      const change = (alpha[row]! - before) * sign;
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        weights[columns[i]!]! += change * values[i]!;
      }
    }
    if (steepest < PRECISION) break;
  }
  return weights;
}

function squaredLengths({ starts, values }: Matrix): Float64Array {
  const lengths = new Float64Array(starts.length - 1);
  for (let row = 0; row < lengths.length; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) lengths[row]! += values[i]! ** 2;
  }
  return lengths;
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = next() % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Whole numbers of 32 bits (xorshift, Marsaglia 2003). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/**
 * What is known of a set of weighted observations: a head-count and two sums.
 *
 * Sums add up, so they can be made in pieces and merged; every figure of this room that they
 * suffice for is computed from them and never from single observations. Only ratios of weights
 * matter: all figures stay the same when every weight is multiplied by one constant.
 */
export interface Sums {
  /** Observations, unweighted. */
  readonly n: number;
  /** Σ weight. */
  readonly w: number;
  /** Σ weight². */
  readonly w2: number;
}

/**
 * Refuses sums that no set of observations can have.
 *
 * @throws RangeError if a number is negative or not finite, or `n` is not whole
 */
export function checkSums(name: string, { n, w, w2 }: Sums): void {
  if (!(Number.isInteger(n) && n >= 0)) {
    throw new RangeError(`${name}.n must be a whole number from 0, got ${n}`);
  }
  if (!(Number.isFinite(w) && w >= 0 && Number.isFinite(w2) && w2 >= 0)) {
    throw new RangeError(`${name} must have finite sums from 0, got w ${w} and w2 ${w2}`);
  }
}

/** Sums of all observations of several sets that share none. */
export function addSums(parts: readonly Sums[]): Sums {
  const total = { n: 0, w: 0, w2: 0 };
  for (const { n, w, w2 } of parts) {
    total.n += n;
    total.w += w;
    total.w2 += w2;
  }
  return total;
}

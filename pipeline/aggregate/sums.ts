import type { Sums } from '../tally/tally.ts';

/** The sums of two disjoint sets of respondents together. */
export function addSums(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, w: a.w + b.w, w2: a.w2 + b.w2 };
}

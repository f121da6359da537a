/**
 * Seeded randomness: the same seed gives the same draws on every machine.
 * Only integer and basic floating-point arithmetic, so no platform can differ.
 */

/**
 * @typedef {object} Random
 * @property {() => number} next a number in [0, 1)
 * @property {(p: number) => boolean} chance true with probability p
 * @property {(low: number, high: number) => number} whole a whole number from low to high, both included
 * @property {<T>(items: readonly T[]) => T} pick one item, each as likely
 * @property {<T>(items: readonly (readonly [T, number])[]) => T} weighted one item, by its weight
 * @property {<T>(items: readonly T[]) => T[]} shuffled a copy in random order
 * @property {() => number} bell a bell-shaped number: mean 0, sd 1, within ±3.5
 */

/**
 * A stream of random draws (mulberry32).
 * @param {number} seed a whole number
 * @returns {Random}
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @type {Random['whole']} */
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (p) => next() < p,
    pick: (items) => items[whole(0, items.length - 1)],
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[items.length - 1][0];
    },
    shuffled: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [copy[last], copy[other]] = [copy[other], copy[last]];
      }
      return copy;
    },
    // Four uniforms: sd of their sum is sqrt(4/12), so 1/0.57735 scales it to 1.
    bell: () => (next() + next() + next() + next() - 2) * 1.7320508,
  };
}

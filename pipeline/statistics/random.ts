/** Draws that are the same on every machine. */

/**
 * A stream of numbers in [0, 1), all multiples of 2⁻³², from a seed.
 *
 * The generator is Chris Doty-Humphrey's sfc32 (PractRand): 128 bits of state, of which the seed
 * sets one word and a counter another, so no stream is shorter than 2³² draws. The first twelve
 * draws are thrown away, as he does, to spread the seed. Whole-number arithmetic only: the draws
 * are the same on every machine and version of Node.
 *
 * @param seed any number, of which the lower 32 bits count
 */
export function randomFrom(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

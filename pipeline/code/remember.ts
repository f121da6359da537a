import { fnv1a } from '../hash.ts';
import { ownCopy } from '../own-copy.ts';

/** Most texts remembered in each of two generations. */
export const MOST_REMEMBERED = 30_000;
/** Longer texts are rarely said twice, and hold much memory. */
export const LONGEST_REMEMBERED = 40;

/** A power of two: so many of the texts met last are known to have been met. */
const MET = 1 << 16;

/**
 * A function of a text that remembers what it gave for texts that were met twice lately; many
 * respondents say the same words. Most texts are said once: what is not kept of them needs no memory,
 * and leaves the collector nothing to move. Memory is bounded: when the younger generation is full,
 * the older one goes.
 *
 * @param give pure
 */
export function remember<Result>(give: (text: string) => Result): (text: string) => Result {
  // Hashes of texts that were met.
  const met = new Int32Array(MET);
  let young = new Map<string, Result>();
  let old = new Map<string, Result>();
  return (text) => {
    if (!isRemembered(text)) return give(text);
    const hash = fnv1a(text);
    const slot = (hash ^ (hash >>> 15)) & (MET - 1);
    if (met[slot] !== hash) {
      met[slot] = hash;
      return give(text);
    }
    const known = young.get(text);
    if (known !== undefined) return known;
    // What is given may hold pieces of the text, which would keep the chunk of a file that it was cut from.
    const own = ownCopy(text);
    const result = old.get(text) ?? give(own);
    if (young.size >= MOST_REMEMBERED) {
      old = young;
      young = new Map();
    }
    young.set(own, result);
    return result;
  };
}

/** Whether a text is remembered at all. */
export function isRemembered(text: string): boolean {
  return text.length <= LONGEST_REMEMBERED;
}

/**
 * The words of a clause as the model sees them: single tokens and pairs of neighbours, hashed.
 *
 * A token is a character, or a run of Latin letters and digits (a word, already stemmed). The
 * first and the last token also pair with the clause's border. A gram that stands several times
 * counts once. Hashes of 32 bits stand for the grams: of 30,000 known ones, an unknown one meets
 * 1 in 140,000.
 */
import { isWordUnit } from '../taxonomy/fold.ts';

/** Different grams, in order of their first occurrence. */
export interface Grams {
  readonly hashes: readonly number[];
  /** Where each stands first, in units of the clause; `end` exclusive. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Not a hash: free slots of tables of hashes hold it. */
export const NO_HASH = 0;

const BORDER = 0x5bd1e995;
const SPACE = 0x20;

/** @param clause folded text of one clause */
export function gramsOf(clause: string): Grams {
  const grams = { hashes: [] as number[], start: [] as number[], end: [] as number[] };
  const seen = new Set<number>();
  let previous = BORDER;
  let previousStart = 0;
  for (let at = 0; at < clause.length; ) {
    const start = at;
    let token = clause.charCodeAt(at);
    at += 1;
    if (token === SPACE) continue;
    if (isWordUnit(token)) {
      for (; at < clause.length && isWordUnit(clause.charCodeAt(at)); at++) {
        token = mix(token, clause.charCodeAt(at));
      }
    }
    add(mix(1, token), start, at);
    add(mix(previous, token), previousStart, at);
    previous = token;
    previousStart = start;
  }
  if (previous !== BORDER) add(mix(previous, BORDER), previousStart, clause.length);
  return grams;

  function add(hashed: number, start: number, end: number): void {
    const hash = hashed === NO_HASH ? 1 : hashed;
    if (seen.has(hash)) return;
    seen.add(hash);
    grams.hashes.push(hash);
    grams.start.push(start);
    grams.end.push(end);
  }
}

/** Two numbers into one of 32 bits (the finaliser of MurmurHash3, Appleby 2011). */
function mix(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

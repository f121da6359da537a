/** Remembers what was made of cells, of which a column holds the same ones many times. */

import { ownCopy } from '../own-copy.ts';

/** Most different cells remembered for a column by default; beyond that each is read anew. */
const REMEMBERED = 5000;

const ASCII = 128;

/** Cells of a closed question repeat: each is read once and its answer shared. */
export function remember<T>(read: (cell: string) => T, most = REMEMBERED): (cell: string) => T {
  const known = new Map<string, T>();
  // By the only unit of a cell, as the points of scales mostly are: no text need be looked up.
  const short: (T | undefined)[] = new Array(ASCII).fill(undefined);
  return (cell) => {
    const unit = cell.length === 1 ? cell.charCodeAt(0) : ASCII;
    if (unit < ASCII) {
      short[unit] ??= read(cell);
      return short[unit];
    }
    const old = known.get(cell);
    if (old !== undefined) return old;
    if (known.size >= most) return read(cell);
    const own = ownCopy(cell);
    const answer = read(own);
    known.set(own, answer);
    return answer;
  };
}

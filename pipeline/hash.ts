/**
 * A whole number in [0, 2^53) that depends on the text alone and looks random.
 *
 * Two 32-bit lanes with the multipliers of cyrb53 (public domain). Not for secrets: it only has to
 * pick answers evenly, or to know rows again, the same on every machine.
 *
 * @example hashOf('a') === hashOf('a') // true
 */
export function hashOf(text: string): number {
  return hashCells([text], FIRST);
}

const FIRST = [0];

/**
 * As `hashOf` of the cells at `columns`, joined by a zero character, without joining them.
 *
 * @example hashCells(['a', 'x', 'b'], [0, 2]) === hashOf('a\u0000b') // true
 */
export function hashCells(cells: readonly string[], columns: readonly number[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let c = 0; c < columns.length; c++) {
    if (c > 0) {
      high = Math.imul(high, 2654435761);
      low = Math.imul(low, 1597334677);
    }
    const text = cells[columns[c]!] ?? '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  }
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^
    Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 2 ** 32 * (mixedLow & 0x1fffff) + (mixedHigh >>> 0);
}

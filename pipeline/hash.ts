/**
 * A whole number in [0, 2^53) that depends on the text alone and looks random.
 *
 * Two 32-bit lanes with the multipliers of cyrb53 (public domain). Not for secrets: it only has to
 * pick answers evenly, or to know rows again, the same on every machine.
 *
 * @example hashOf('a') === hashOf('a') // true
 */
export function hashOf(text: string): number {
  return hashOfParts([text]);
}

/** `hashOf(parts.join('\u0000'))` without putting that text together. */
export function hashOfParts(parts: readonly string[]): number {
  let high = HIGH;
  let low = LOW;
  for (let p = 0; p < parts.length; p++) {
    if (p > 0) {
      high = Math.imul(high, 2654435761);
      low = Math.imul(low, 1597334677);
    }
    const text = parts[p]!;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  }
  return mixed(high, low);
}

/**
 * A hash like `hashOf` of the cells at `columns`, each with its length, so that none runs into the
 * next. Another number than `hashOf` gives, as it takes two units at a time, which is faster.
 *
 * @example hashCells(['a', 'x', 'b'], [0, 2]) === hashCells(['a', 'y', 'b'], [0, 2]) // true
 */
export function hashCells(cells: readonly string[], columns: readonly number[]): number {
  let high = HIGH;
  let low = LOW;
  for (let c = 0; c < columns.length; c++) {
    const text = cells[columns[c]!] ?? '';
    const length = text.length;
    const odd = length & 1;
    // First the length, with the first unit if that has no other to go with.
    let pair = odd === 1 ? length ^ (text.charCodeAt(0) << 16) : length;
    for (let i = odd; ; i += 2) {
      high = Math.imul(high ^ pair, 2654435761);
      low = Math.imul(low ^ pair, 1597334677);
      // Multiplying carries upwards only: what the second unit changed has to come down again.
      high ^= high >>> 15;
      low ^= low >>> 13;
      if (i >= length) break;
      pair = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    }
  }
  return mixed(high, low);
}

/**
 * FNV-1a over the units of a text: 32 bits, in less time than `hashOf` takes.
 *
 * Its lower bits depend on the lower bits of units alone.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}

const HIGH = 0xdeadbeef;
const LOW = 0x41c6ce57;

function mixed(high: number, low: number): number {
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2246822507) ^
    Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return 2 ** 32 * (mixedLow & 0x1fffff) + (mixedHigh >>> 0);
}

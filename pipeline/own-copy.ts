/**
 * The same text in memory of its own: a piece cut from a chunk of a file would keep the whole
 * chunk alive for as long as it is kept.
 */
export function ownCopy(text: string): string {
  return text.length < SHORT ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Shorter pieces are copied by the engine anyway (V8: 13 units). */
const SHORT = 13;

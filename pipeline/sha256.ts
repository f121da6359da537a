/** What bytes, or a text as UTF-8, are known by. */
import { createHash } from 'node:crypto';

/** SHA-256 (hex). @example sha256('').slice(0, 8) // 'e3b0c442' */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same of bytes that come one lot after the other. */
export async function sha256OfAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

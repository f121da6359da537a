/** What bytes, or a text as UTF-8, are known by. */
import { createHash } from 'node:crypto';

/** SHA-256 (hex). @example sha256('').slice(0, 8) // 'e3b0c442' */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

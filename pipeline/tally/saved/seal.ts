/**
 * Files of counts, sealed: a first line that says what they are, the SHA-256 of the rest, the rest.
 *
 * A seal tells a file that is whole from one that was cut or damaged on its way. It keeps nobody from
 * writing another: what comes from elsewhere has to be looked at besides.
 */
import { sha256 } from '../../sha256.ts';

/** A text under a seal; null where it would be longer than a text can be. */
export function sealed(firstLine: string, text: () => string): string | null {
  try {
    const rest = text();
    return `${firstLine}\n${sha256(rest)}\n${rest}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether a file begins with this line, whatever follows. */
export function hasFirstLine(firstLine: string, content: Uint8Array): boolean {
  const line = Buffer.from(`${firstLine}\n`);
  return line.equals(content.subarray(0, line.length));
}

/** What is under a seal; null for anything that is not a whole file with this first line. */
export function unsealed(firstLine: string, content: Uint8Array): Uint8Array | null {
  if (!hasFirstLine(firstLine, content)) return null;
  const from = Buffer.byteLength(firstLine) + 1;
  const end = content.indexOf(LINE_END, from);
  const rest = content.subarray(end + 1);
  const seal = Buffer.from(content.buffer, content.byteOffset + from, Math.max(0, end - from));
  return seal.toString('latin1') === sha256(rest) ? rest : null;
}

/** In bytes of UTF-8. */
export const LINE_END = 10;

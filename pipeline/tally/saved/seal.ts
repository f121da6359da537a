/**
 * Files of counts, sealed: a first line that says what they are, the SHA-256 of the rest, the rest.
 *
 * A seal tells a file that is whole from one that was cut or damaged on its way. It keeps nobody from
 * writing another: what comes from elsewhere has to be looked at besides.
 */
import { createHash } from 'node:crypto';

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

/** The text under a seal; null for anything that is not a whole file with this first line. */
export function unsealed(firstLine: string, content: string): string | null {
  const from = firstLine.length + 1;
  if (!content.startsWith(`${firstLine}\n`)) return null;
  const end = content.indexOf('\n', from);
  const rest = content.slice(end + 1);
  return end >= 0 && content.slice(from, end) === sha256(rest) ? rest : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a browser writes into a PDF about itself. */
import { Buffer } from 'node:buffer';

/**
 * A PDF without the time it was made and the system of the browser that made it: blanks stand there
 * instead, so that nothing else moves. Both are in the first object; the title stays.
 */
export function withoutTimes(pdf: Uint8Array): Uint8Array {
  const end = Buffer.from(pdf).indexOf('endobj');
  const info = Buffer.from(pdf.subarray(0, Math.max(0, end))).toString('latin1');
  const blank = info.replace(/\/(?:CreationDate|ModDate|Creator) ?\((?:\\.|[^\\()])*\)/gs, (one) =>
    ' '.repeat(one.length),
  );
  return Buffer.concat([Buffer.from(blank, 'latin1'), pdf.subarray(info.length)]);
}

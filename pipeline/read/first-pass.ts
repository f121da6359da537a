/** The first pass over a file, or what it found when the file stood as it does. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Effects, FileStat } from '../effects.ts';
import { detectEncoding, type Encoding, HEAD } from './encoding.ts';

/** All but the first bytes of a file, which are soon read again. */
type Found = Omit<Encoding, 'head'>;

const found: z.ZodType<Found> = z.strictObject({
  encoding: z.string(),
  reason: z.enum([
    'given',
    'byte-order-mark',
    'zero-bytes',
    'ascii',
    'valid-utf8',
    'damaged-utf8',
    'plausible-text',
  ]),
  runnerUp: z.string().nullable(),
  likely: z.string().nullable(),
  doubtful: z.boolean(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number(),
});

/**
 * Hash, length and encoding of a file: see `detectEncoding`.
 *
 * @param stat of the file, just now
 * @param given a label that TextDecoder knows, or null
 */
export async function firstPass(
  path: string,
  stat: FileStat,
  given: string | null,
  fx: Effects,
): Promise<Encoding> {
  const key = `input ${JSON.stringify([resolve(path), given])}`;
  const known = found.safeParse(await fx.seen.take(key, stat));
  if (known.success) return { ...known.data, head: await headOf(path, fx) };
  const at = fx.now();
  const { head, ...anew } = await detectEncoding(fx.stream(path), given);
  await fx.seen.keep(key, stat, anew, at);
  return { ...anew, head };
}

async function headOf(path: string, fx: Effects): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const chunk of fx.stream(path, HEAD)) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD) break;
  }
  return head.subarray(0, HEAD);
}

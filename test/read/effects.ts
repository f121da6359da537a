/** Real files, and nothing else of the outside world. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { Effects } from '../../pipeline/effects.ts';
import { UNSEEN } from '../support/unseen.ts';

/** Only what reading needs; anything else throws. */
export const realFiles = {
  stat: async (path: string) => {
    try {
      const found = await stat(path);
      return { kind: found.isDirectory() ? 'folder' : 'file', size: found.size };
    } catch {
      return { kind: 'missing', size: 0 };
    }
  },
  list: async (path: string) => (await readdir(path)).sort(),
  read: (path: string) => readFile(path),
  // Odd and small, so that characters, quotes and line ends cross chunks.
  stream: (path: string) => createReadStream(path, { highWaterMark: 61 }),
  ...UNSEEN,
} as unknown as Effects;

/** Effects over one file that exists only here. */
export function oneFile(bytes: Uint8Array, chunk = 7): Effects {
  return {
    stat: async () => ({ kind: 'file', size: bytes.length }),
    read: async () => bytes,
    stream: () => inChunks(bytes, chunk),
    ...UNSEEN,
  } as unknown as Effects;
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

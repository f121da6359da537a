/**
 * What was found out of large files by reading them whole, for as long as they stand as they did.
 *
 * As Git does, a file is taken for the same by what the system says of it: its size, its number on the
 * disk, and when its content and its entry last changed. What changed a moment before it was read could
 * change again in the same tick of that clock: of such a file nothing is kept. Nor of a small one, which
 * is soon read again.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects, FileStat } from './effects.ts';
import { sha256 } from './sha256.ts';

/** Bytes; as many are hashed in a few hundredths of a second. */
const LARGE = 1 << 23;

/** Milliseconds; coarser than the ticks of any file system in use. */
const TICK = 2000;

const sight = z.strictObject({
  program: z.string(),
  size: z.number(),
  modified: z.number(),
  changed: z.number(),
  id: z.string(),
  found: z.unknown(),
});

/** Files by keys that the caller makes: a path, and whatever else what was found depends on. */
export interface Seen {
  /** What was found of a file that stood like this; null where that is not known. */
  take(key: string, stat: FileStat): Promise<unknown>;
  /**
   * Keeps what was found for later runs.
   *
   * @param stat of the file before it was read, or of one of ours after it was written
   * @param at when that was, in milliseconds since 1970
   */
  keep(key: string, stat: FileStat, found: unknown, at: number): Promise<void>;
}

export const NOTHING_SEEN: Seen = { take: async () => null, keep: async () => {} };

/**
 * Kept in the folder for what can be made again at any time: numbers of files are of this machine alone.
 *
 * @param program which program it is that finds: another may find otherwise
 */
export function openSeen(
  program: string,
  fx: Pick<Effects, 'cacheFolder' | 'read' | 'keep'>,
  large = LARGE,
): Seen {
  const { cacheFolder } = fx;
  if (cacheFolder === null) return NOTHING_SEEN;
  const pathOf = (key: string) => join(cacheFolder, `${sha256(key)}.seen`);
  return {
    async take(key, stat) {
      if (stat.size < large) return null;
      const known = await sightAt(pathOf(key), fx);
      if (known === null) return null;
      const { found, ...stood } = known;
      return JSON.stringify(stood) === JSON.stringify(standOf(stat, program)) ? found : null;
    },
    async keep(key, stat, found, at) {
      if (stat.size < large || Math.max(stat.modified, stat.changed) > at - TICK) return;
      const text = JSON.stringify({ ...standOf(stat, program), found });
      await fx.keep(pathOf(key), Buffer.from(text));
    },
  };
}

/** In the order of `sight`. */
function standOf({ size, modified, changed, id }: FileStat, program: string) {
  return { program, size, modified, changed, id };
}

/** Null for what cannot be read, for whatever reason. */
async function sightAt(path: string, fx: Pick<Effects, 'read'>) {
  try {
    const text = new TextDecoder().decode(await fx.read(path));
    return sight.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Which program this is, as far as it makes counts: what one of them kept is nothing to another. */
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import type { Effects } from '../../effects.ts';
import { dataFile, packageRoot } from '../../package-root.ts';
import { sha256 } from '../../sha256.ts';

/** Rooms that an answer passes on its way into a tally and into private lines. */
const ROOMS: readonly string[] = [
  'survey',
  'taxonomy',
  'redact',
  'read',
  'code',
  'tally',
  'publish',
];

/** Further rooms of the modules that choose what to hide, and of all that they use. */
const HIDING_ROOMS: readonly string[] = ['aggregate', 'protect', 'statistics'];

/** `dist/`, or `pipeline/` where nothing is built. */
const modules = dirname(dirname(import.meta.dirname));

/**
 * SHA-256 (hex) of the modules that read, code and count as they run, of the models and other data
 * shipped with them, and of the list of libraries. A version alone does not tell: between two
 * versions a rule may change, or a model may be trained again.
 */
export async function programHash(fx: ReadEffects): Promise<string> {
  const lock = join(packageRoot, 'package-lock.json');
  return hashOfFiles([[modules, ROOMS], [dataFile('taxonomy')], [lock]], fx);
}

/**
 * Which program chooses what to hide: the one that counts, and what chooses beside it.
 *
 * @param program as `programHash` knows it
 */
export async function hidingProgramHash(program: string, fx: ReadEffects): Promise<string> {
  const rooms = HIDING_ROOMS.map((room) => [join(modules, room)] as const);
  return sha256(program + (await hashOfFiles(rooms, fx)));
}

type ReadEffects = Pick<Effects, 'list' | 'read' | 'stat'>;

/** @param entries files and folders; of a folder only these rooms, and the files beside them */
async function hashOfFiles(
  entries: readonly (readonly [path: string, rooms?: readonly string[]])[],
  fx: ReadEffects,
): Promise<string> {
  const hash = createHash('sha256');
  const enter = async (path: string, rooms: readonly string[] | null = null): Promise<void> => {
    const { kind } = await fx.stat(path);
    // Declarations do nothing, and a bundle has none.
    if (kind === 'file' && !path.endsWith('.d.ts')) {
      const content = await fx.read(path);
      // The same on every system, since counts of one are merged on another.
      const name = path.slice(packageRoot.length).split(sep).join('/');
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
    if (kind !== 'folder') return;
    for (const name of await fx.list(path)) {
      const inner = join(path, name);
      if (rooms === null || rooms.includes(name) || (await fx.stat(inner)).kind === 'file') {
        await enter(inner);
      }
    }
  };
  for (const [path, rooms] of entries) await enter(path, rooms);
  return hash.digest('hex');
}

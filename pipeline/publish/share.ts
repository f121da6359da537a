/**
 * A copy of the published files that can be sent as it is: a folder or a zip file without private/.
 *
 * Only what was written and audited goes into it, byte for byte, whatever else may have come into
 * the output folder since.
 */
import { createHash, type Hash } from 'node:crypto';
import { join, sep } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { isOfSystem } from '../outside-problem.ts';
import { sha256 } from '../sha256.ts';
import { writeWhole } from '../write-whole.ts';
import { openStage, PRIVATE, type Stage, writing } from './stage.ts';
import { kindOfZip, type ZipEntry, zipEntries } from './zip-file.ts';

/** Published files by their path in the set, each with its SHA-256 in hex. */
export type PublishedFiles = ReadonlyMap<string, string>;

export interface Share {
  /**
   * Copies the files from the folder of a set that is in place; whole or not at all.
   *
   * @returns path of what is left of an older copy where it cannot be removed, else null
   */
  copy(folder: string, files: PublishedFiles): Promise<string | null>;
  /** Gives the place up; what stood there stays. */
  discard(): void;
}

/** A stage that notes what everybody may read, as it is written. */
export function noting(stage: Stage): { readonly stage: Stage; published(): PublishedFiles } {
  const hashes = new Map<string, Hash>();
  const create: Stage['create'] = async (name) => {
    const file = await stage.create(name);
    if (name.startsWith(PRIVATE)) return file;
    const hash = createHash('sha256');
    hashes.set(name, hash);
    return {
      write: (text) => {
        hash.update(text);
        return file.write(text);
      },
      close: () => file.close(),
    };
  };
  const hex = (hash: Hash) => hash.copy().digest('hex');
  return {
    stage: { ...stage, create, write: writing(create) },
    published: () => new Map([...hashes].map(([name, hash]) => [name, hex(hash)])),
  };
}

/**
 * Takes the place of the copy before anything is counted, so that a wrong one is told at once.
 *
 * @param target a folder, or a zip file where it ends in `.zip`
 * @param out the output folder
 * @param inputs files and folders that must survive
 * @throws InputError if the place is not free, nor a copy written before
 */
export async function openShare(
  target: string,
  out: string,
  inputs: readonly string[],
  fx: Effects,
): Promise<Share> {
  const [real, realOut] = await Promise.all([fx.realPath(target), fx.realPath(out)]);
  if (lies(real, realOut) || lies(realOut, real)) {
    throw new InputError([problem('share-not-apart', { file: target }, { out })]);
  }
  return target.toLowerCase().endsWith('.zip')
    ? openZip(target, real, fx)
    : openFolder(target, inputs, fx);
}

function lies(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

async function openFolder(target: string, inputs: readonly string[], fx: Effects): Promise<Share> {
  // An output folder bears our mark too, but would lose its private/.
  if ((await fx.stat(join(target, PRIVATE))).kind !== 'missing') {
    throw new InputError([problem('share-holds-private', { file: target })]);
  }
  const stage = await openStage(target, inputs, fx, '--share');
  return {
    copy: (folder, files) =>
      tellingFailure(target, async () => {
        for await (const { name, content } of unchanged(folder, files, fx)) {
          await stage.write(name, content);
        }
        return stage.publish();
      }),
    discard: () => stage.discard(),
  };
}

async function openZip(target: string, real: string, fx: Effects): Promise<Share> {
  const { kind } = await fx.stat(real);
  if (kind === 'folder') throw new InputError([problem('share-zip-is-folder', { file: target })]);
  const found = kind === 'missing' ? 'ours' : kindOfZip(await fx.read(real));
  if (found === 'private') {
    throw new InputError([problem('share-holds-private', { file: target })]);
  }
  if (found === 'foreign') throw new InputError([problem('share-zip-not-ours', { file: target })]);
  return {
    copy: (folder, files) =>
      tellingFailure(target, async () => {
        await writeWhole(real, { fx }, (write) => zipEntries(unchanged(folder, files, fx), write));
        return null;
      }),
    discard: () => {},
  };
}

/** The files as they were written, sorted by name. @throws InputError for one that has changed */
async function* unchanged(
  folder: string,
  files: PublishedFiles,
  fx: Effects,
): AsyncGenerator<ZipEntry> {
  for (const name of [...files.keys()].sort()) {
    const path = join(folder, name);
    const { kind } = await fx.stat(path);
    const content = kind === 'file' ? await fx.read(path) : null;
    const hash = content === null ? '' : sha256(content);
    if (content === null || hash !== files.get(name)) {
      throw new InputError([problem('share-changed', { file: path })]);
    }
    yield { name, content };
  }
}

/** By now the results are in place: of the file system's refusals this must be said. */
async function tellingFailure(
  target: string,
  copy: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return await copy();
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    const detail = error.message;
    throw new InputError([problem('share-failed', { file: target }, { detail })], { cause: error });
  }
}

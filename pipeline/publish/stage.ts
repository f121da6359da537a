/**
 * The output folder changes as a whole.
 *
 * The new set is written beside the old one, in `.NAME.new`. When it is complete, two renames put
 * it in place: NAME -> .NAME.old, .NAME.new -> NAME. A kill at any moment leaves the old set in
 * place, or (between the renames) both complete, and the next command puts that right.
 */
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Effects, FileWriter } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { isOurs, MARK } from '../mark.ts';

/** A set of files in the making. */
export interface Stage {
  /** Opens a new file of the set, by its path inside it (`tables/problems.csv`). */
  create(name: string): Promise<FileWriter>;
  /** Writes one file of the set. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Path of a file of the set that this one is to replace; null where there is none. */
  previous(name: string): Promise<string | null>;
  /** Takes a file of that set as it is. */
  takeOver(name: string): Promise<void>;
  /** Puts the set in place of the old one. Nothing can be added afterwards. */
  publish(): void;
  /** Throws the set away; the old one stays. Does nothing to a set that is in place. */
  discard(): void;
}

/** How the user can name the folder of a set. */
export type OutFlag = '--out' | '--share';

/** Everything below here is for the owner's eyes only. */
export const PRIVATE = 'private/';

/**
 * Starts a new set for the folder `out`, after finishing what an earlier run may have left.
 *
 * @param inputs files and folders that must survive, and so may not lie in `out`
 * @param flag by which the user named `out`
 * @throws InputError if `out` is a file, holds something else, or another run is writing it
 */
export async function openStage(
  out: string,
  inputs: readonly string[],
  fx: Effects,
  flag: OutFlag = '--out',
): Promise<Stage> {
  const paths = pathsOf(await fx.realPath(resolve(out)));
  for (const input of await Promise.all(inputs.map((one) => fx.realPath(resolve(one))))) {
    if (!input.startsWith(paths.folder + sep) && input !== paths.folder) continue;
    throw new InputError([problem('output-holds-input', { file: out }, { flag })]);
  }
  // Whether the lock is ours: before and after, another run may be writing.
  let holdsLock = false;
  const discard = () => {
    if (!holdsLock) return;
    holdsLock = false;
    fx.remove(paths.next);
    fx.remove(paths.lock);
  };
  // First, so that no interrupt finds a lock that nobody takes away.
  const forget = fx.onInterrupt(discard);
  try {
    await lock(out, paths.lock, fx, () => {
      holdsLock = true;
    });
    recover(paths, fx);
    await refuseForeign(out, paths.folder, flag, fx);
    await fx.makeFolder(paths.next);
  } catch (error) {
    forget();
    discard();
    throw error;
  }
  const secrecy = (name: string) => ({ secret: name.startsWith(PRIVATE) });
  const create = async (name: string) => fx.create(join(paths.next, name), secrecy(name));
  return {
    create,
    write: writing(create),
    previous: async (name) => {
      const path = join(paths.folder, name);
      return (await fx.stat(path)).kind === 'file' ? path : null;
    },
    takeOver: (name) => fx.copy(join(paths.folder, name), join(paths.next, name), secrecy(name)),
    publish: () => {
      forget();
      swap(paths, fx);
      fx.remove(paths.old);
      fx.remove(paths.lock);
      holdsLock = false;
    },
    discard: () => {
      forget();
      discard();
    },
  };
}

/** Writes whole files by way of `create`. */
export function writing(create: Stage['create']): Stage['write'] {
  return async (name, content) => {
    await writePieces(await create(name), [content]);
  };
}

/** Writes one piece after the other; the file is closed whatever comes. */
export async function writePieces(
  file: FileWriter,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  try {
    for (const piece of pieces) await file.write(piece);
  } finally {
    await file.close();
  }
}

interface Paths {
  readonly folder: string;
  readonly next: string;
  readonly old: string;
  readonly lock: string;
}

function pathsOf(out: string): Paths {
  const folder = resolve(out);
  const beside = (ending: string) => join(dirname(folder), `.${basename(folder)}.${ending}`);
  return { folder, next: beside('new'), old: beside('old'), lock: beside('lock') };
}

/** Two renames; should the second fail, the first is taken back. */
function swap(paths: Paths, fx: Effects): void {
  const forward = [paths.next, paths.folder] as const;
  const backward = [paths.folder, paths.old] as const;
  try {
    fx.rename(fx.exists(paths.folder) ? [backward, forward] : [forward]);
  } catch (error) {
    if (!fx.exists(paths.folder) && fx.exists(paths.old)) fx.rename([[paths.old, paths.folder]]);
    throw error;
  }
}

/** Finishes or clears what a killed run left behind. The renames start only with a complete set. */
function recover(paths: Paths, fx: Effects): void {
  if (!fx.exists(paths.folder) && fx.exists(paths.old)) {
    const complete = fx.exists(paths.next) ? paths.next : paths.old;
    fx.rename([[complete, paths.folder]]);
  }
  fx.remove(paths.old);
  fx.remove(paths.next);
}

/** One run at a time: the lock holds the number of the process that writes. */
async function lock(out: string, path: string, fx: Effects, claimed: () => void): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    if (fx.claim(path, String(fx.processes.own))) {
      claimed();
      return;
    }
    const holder = Number(new TextDecoder().decode(await fx.read(path)));
    if (holder !== fx.processes.own && holder > 0 && fx.processes.isRunning(holder)) break;
    fx.remove(path);
  }
  throw new InputError([problem('output-busy', { file: out }, { lock: path })]);
}

/** Never replaces a folder that this program did not write. */
async function refuseForeign(
  out: string,
  folder: string,
  flag: OutFlag,
  fx: Effects,
): Promise<void> {
  const { kind } = await fx.stat(folder);
  if (kind === 'missing') return;
  if (kind === 'file') throw new InputError([problem('output-is-file', { file: out }, { flag })]);
  const names = await fx.list(folder);
  if (names.length > 0 && !(names.includes(MARK) && isOurs(await fx.read(join(folder, MARK))))) {
    throw new InputError([
      problem('output-not-ours', { file: out }, { names: names.slice(0, 3).join(', '), flag }),
    ]);
  }
}

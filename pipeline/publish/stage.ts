/**
 * The output folder changes as a whole.
 *
 * The new set is written beside the old one, and put in its place when it is complete: see
 * `swap.ts`. A kill at any moment leaves the old set in place, or (between two renames) both
 * complete, and the next command puts that right.
 */
import { join, resolve, sep } from 'node:path';
import type { Effects, FileStat, FileWriter } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { isOurs, MARK } from '../mark.ts';
import { isOfSystem, reasonOf } from '../outside-problem.ts';
import { foreignIn } from './own-files.ts';
import { clear, clearOld, isBetween, pathsOf, recover, swap } from './swap.ts';

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
  /** Path of a file of the set once it is in place. */
  pathOf(name: string): string;
  /** What stands in the new set by this name. */
  stat(name: string): Promise<FileStat>;
  /**
   * Puts the set in place of the old one. Nothing can be added afterwards.
   *
   * @returns path of what is left of the old set where it cannot be removed, else null
   * @throws InputError that says which set stands where
   */
  publish(): string | null;
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
  const paths = await telling(out, flag, async () => pathsOf(await fx.realPath(resolve(out))));
  for (const input of await Promise.all(inputs.map((one) => fx.realPath(resolve(one))))) {
    if (!input.startsWith(paths.folder + sep) && input !== paths.folder) continue;
    throw new InputError([problem('output-holds-input', { file: out }, { flag })]);
  }
  // Whether the lock is ours: before and after, another run may be writing.
  let holdsLock = false;
  const discard = () => {
    if (!holdsLock) return;
    holdsLock = false;
    // A set that could not be put in place is all that the next command has to put there.
    if (!isBetween(paths, fx)) clear(paths.next, fx);
    clear(paths.lock, fx);
  };
  // First, so that no interrupt finds a lock that nobody takes away.
  const forget = fx.onInterrupt(discard);
  try {
    await telling(out, flag, async () => {
      await lock(out, paths.lock, fx, () => {
        holdsLock = true;
      });
      recover(paths, out, fx);
      await refuseForeign(out, paths.folder, flag, fx);
      await fx.makeFolder(paths.next);
    });
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
    pathOf: (name) => join(paths.folder, name),
    stat: (name) => fx.stat(join(paths.next, name)),
    publish: () => {
      forget();
      try {
        swap(paths, out, fx);
      } catch (error) {
        discard();
        throw error;
      }
      holdsLock = false;
      // The set is in place: whatever cannot be tidied up now is no failure.
      const left = [clearOld(paths, fx), clear(paths.lock, fx)];
      return left.find((path) => path !== null) ?? null;
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

/** Says of what the system refuses that the folder of the set cannot be made. */
async function telling<Result>(
  out: string,
  flag: OutFlag,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    const values = { detail: reasonOf(error), flag };
    throw new InputError([problem('output-not-made', { file: out }, values)], { cause: error });
  }
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

/** Foreign files that a message names. */
const NAMED = 5;

/** Never replaces a folder that this program did not write, nor files in it that it did not. */
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
  if (names.length === 0) return;
  const foreign = await foreignIn(folder, fx);
  if (foreign.length === 0) return;
  const more = foreign.length > NAMED ? ', …' : '';
  const values = { names: foreign.slice(0, NAMED).join(', ') + more, count: foreign.length, flag };
  throw new InputError([problem('output-holds-own', { file: out }, values)]);
}

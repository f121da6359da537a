/**
 * Puts a complete set in the place of the old one, and tidies up after runs that could not.
 *
 * The new set is written beside the old one, in `.NAME.new`. Two renames put it in place:
 * NAME -> .NAME.old, .NAME.new -> NAME. The old set then becomes `.NAME.gone` and is removed, so
 * that what is half removed is never taken for a set.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { InputError, problem } from '../errors.ts';
import { isOfSystem, reasonOf } from '../outside-problem.ts';

export interface Paths {
  readonly folder: string;
  readonly next: string;
  readonly old: string;
  readonly gone: string;
  readonly lock: string;
}

export function pathsOf(out: string): Paths {
  const folder = resolve(out);
  const beside = (ending: string) => join(dirname(folder), `.${basename(folder)}.${ending}`);
  return {
    folder,
    next: beside('new'),
    old: beside('old'),
    gone: beside('gone'),
    lock: beside('lock'),
  };
}

/**
 * Two renames; should the second fail, the first is taken back.
 *
 * @param out as the user named the folder
 * @throws InputError that says which set stands where
 */
export function swap(paths: Paths, out: string, fx: Effects): void {
  const { folder, next, old } = paths;
  const hasOld = fx.exists(folder);
  try {
    fx.rename(
      hasOld
        ? [
            [folder, old],
            [next, folder],
          ]
        : [[next, folder]],
    );
  } catch (error) {
    if (!hasOld || !isOfSystem(error)) throw error;
    const detail = reasonOf(error);
    if (fx.exists(folder) || takeBack(paths, fx)) {
      throw new InputError([problem('results-not-placed', { file: out }, { detail })]);
    }
    throw new InputError([problem('results-beside', { file: out }, { detail, old, next })]);
  }
}

function takeBack({ folder, old }: Paths, fx: Effects): boolean {
  try {
    fx.rename([[old, folder]]);
    return true;
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    return false;
  }
}

/** Whether both sets are complete and neither is in place; the next command then takes the new one. */
export function isBetween({ folder, next, old }: Paths, fx: Effects): boolean {
  return !fx.exists(folder) && fx.exists(old) && fx.exists(next);
}

/** Removes the old set once the new one is in place. Path of what cannot be removed, else null. */
export function clearOld({ old, gone }: Paths, fx: Effects): string | null {
  try {
    if (fx.exists(old)) fx.rename([[old, gone]]);
    fx.remove(gone);
    return null;
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    return fx.exists(old) ? old : gone;
  }
}

/**
 * Finishes or clears what a killed run left behind. The renames start only with a complete set.
 *
 * @throws InputError where something is left that cannot be removed
 */
export function recover(paths: Paths, out: string, fx: Effects): void {
  const { folder, next, old } = paths;
  if (!fx.exists(folder) && fx.exists(old)) {
    const complete = fx.exists(next) ? next : old;
    fx.rename([[complete, folder]]);
  }
  const left = clearOld(paths, fx) ?? clear(next, fx);
  if (left === null) return;
  throw new InputError([problem('left-in-the-way', { file: left }, { out })]);
}

/** Removes a file or folder if it can be. Its path where it cannot, else null. */
export function clear(path: string, fx: Effects): string | null {
  try {
    fx.remove(path);
    return null;
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    return path;
  }
}

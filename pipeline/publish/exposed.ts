/** Places that are passed on, where nothing may be written that is not to be. */
import { dirname, join, resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { isOurs, MARK } from '../mark.ts';
import { nameIn } from '../paths.ts';
import { PRIVATE } from './stage.ts';

/** The folder of results that a path lies in, outside of its private part; null where it is in none. */
export async function exposingFolder(path: string, fx: Effects): Promise<string | null> {
  const real = await fx.realPath(resolve(path));
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    const inside = nameIn(folder, real);
    if (!inside.startsWith(PRIVATE) && (await holdsResults(folder, fx))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

async function holdsResults(folder: string, fx: Effects): Promise<boolean> {
  const mark = join(folder, MARK);
  return (await fx.stat(mark)).kind === 'file' && isOurs(await fx.read(mark));
}

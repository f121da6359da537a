/** Paths as seen from a folder. */
import { isAbsolute, relative, sep } from 'node:path';

/** The way from a folder to a path, with slashes on every system; '' to itself. */
export function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** Whether a path leads out of a folder, or to another drive. */
export function leadsOut(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.startsWith('..') || isAbsolute(way);
}

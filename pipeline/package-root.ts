/** Data files (taxonomies, styles, libraries to inline) are found from the package's root. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json, from `pipeline/` as from `dist/`. */
export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of a data file under `pipeline/`. */
export function dataFile(...parts: readonly string[]): string {
  return join(packageRoot, 'pipeline', ...parts);
}

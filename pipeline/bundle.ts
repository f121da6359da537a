/**
 * Packs the built program and all that it needs to run into one zip file: `npm run bundle`.
 *
 * For machines without a registry: unpacked, it runs with Node alone. Development modules,
 * declarations of types and source maps stay out; licences stay in.
 */
import { createWriteStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';
import { nameIn } from './paths.ts';
import { type ZipEntry, zipEntries } from './publish/zip-file.ts';

/** Of the program itself. */
const OWN = [
  'package.json',
  'package-lock.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'dist',
  'pipeline',
  'surveys',
];
/** Read by nobody who runs the program. */
const NEEDLESS = /\.(map|d\.[cm]?ts|tsbuildinfo)$|(^|\/)(\.bin|\.package-lock\.json)(\/|$)/;
const FOLDER = 'canvass';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

const version: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
const target = process.argv[2] ?? `canvass-${version}.zip`;
const file = createWriteStream(target);
await zipEntries(entries(), async (bytes) => {
  if (!file.write(bytes)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
});
await new Promise<void>((resolve) => file.end(() => resolve()));
console.log(target);

function* entries(): Generator<ZipEntry> {
  for (const name of [...OWN, ...modules()]) {
    for (const path of filesIn(join(packageRoot, name))) {
      const inside = nameIn(packageRoot, path);
      if (NEEDLESS.test(inside)) continue;
      yield { name: `${FOLDER}/${inside}`, content: readFileSync(path) };
    }
  }
}

/** Folders of the modules that running needs, of those that are there: some are for other systems. */
function modules(): readonly string[] {
  const lock: Lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages).flatMap(([path, { dev }]) =>
    path !== '' && dev !== true && existsSync(join(packageRoot, path)) ? [path] : [],
  );
}

/** Every file below a path, in a fixed order; modules within modules are listed by themselves. */
function* filesIn(path: string): Generator<string> {
  const found = lstatSync(path);
  if (found.isFile()) yield path;
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (name !== 'node_modules') yield* filesIn(join(path, name));
  }
}

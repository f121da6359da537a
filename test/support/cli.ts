/** The built program as a user runs it, on small surveys in folders of their own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
export const program = join(root, 'dist', 'cli.js');
export const sample = join(root, 'surveys');

/** Runs `canvass …` and waits for its end. `env` is added to the environment. */
export function canvass(
  args: readonly string[],
  cwd = root,
  input = '',
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const options = {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  } as const;
  return spawnSync(process.execPath, [program, '--lang', 'en', ...args], options);
}

/** A new folder with these files; returns its path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A new folder with a copy of the sample survey. */
export function sampleCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-'));
  cpSync(sample, join(folder, 'surveys'), { recursive: true });
  return folder;
}

/** Every file below a folder with its content, by relative path. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  return new Map(
    files.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

/** The folder of shared data, or null after saying so. */
export function sharedData(...parts: string[]): string | null {
  const folder = join(process.env.CANVASS_SHARED ?? join(root, '..', 'shared'), ...parts);
  if (existsSync(folder)) return folder;
  console.warn(`skipped: ${folder} is absent (set CANVASS_SHARED)`);
  return null;
}

/** The real world, by Node. */
import {
  constants,
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {
  chmod,
  copyFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  stat,
  writeFile,
} from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { Effects, FileStat } from './effects.ts';
import { settleEngine } from './engine.ts';
import { startProgram } from './node-program.ts';
import { NOTHING_SEEN } from './seen.ts';

/** Bytes read at a time: each lot goes to another thread and back, which takes longer than reading. */
const CHUNK = 1 << 19;

/** The effects of a command-line program; `cleanUps` are called by `cli.ts` on an interrupt. */
export function nodeEffects(): { fx: Effects; cleanUps: Set<() => void> } {
  settleEngine();
  const cleanUps = new Set<() => void>();
  const fx: Effects = {
    stat: statOf,
    exists: (path) => existsSync(path),
    list: async (path) => (await readdir(path)).sort(),
    read: (path) => readFile(path),
    stream: (path, bytes = CHUNK) => createReadStream(path, { highWaterMark: bytes }),
    input: () => process.stdin,
    cacheFolder: cacheFolder(process.env),
    keep,
    create: async (path, { secret = false } = {}) => {
      makeFolders(dirname(path), secret ? 0o700 : 0o755);
      const file = await open(path, 'wx', secret ? 0o600 : 0o644);
      return {
        write: async (text) => {
          await file.writeFile(text);
        },
        close: () => file.close(),
      };
    },
    copy: copyTo,
    claim,
    realPath,
    makeFolder: async (path, { secret = false } = {}) => {
      makeFolders(dirname(path), 0o755);
      return makeFolder(path, secret ? 0o700 : 0o755);
    },
    rename: (pairs) => {
      for (const [from, to] of pairs) renameSync(from, to);
    },
    // Whoever wrote there may take a moment to end.
    remove: (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
    processes: { own: process.pid, isRunning },
    machine: {
      platform: process.platform,
      isRoot: process.getuid?.() === 0,
      env: process.env,
    },
    temporaryFolder: () => mkdtemp(join(tmpdir(), 'canvass-')),
    start: startProgram,
    onInterrupt: (cleanUp) => {
      cleanUps.add(cleanUp);
      return () => cleanUps.delete(cleanUp);
    },
    ...stderr(),
    memory: () => process.memoryUsage.rss(),
    memoryLimit: getHeapStatistics().heap_size_limit,
    print: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    clock: () => performance.now(),
    now: () => Date.now(),
    seen: NOTHING_SEEN,
  };
  return { fx, cleanUps };
}

/** Lines on stderr; on a terminal a status stands below them, in one line. */
function stderr(): Pick<Effects, 'log' | 'status' | 'isTerminal'> {
  const isTerminal = process.stderr.isTTY === true;
  const ERASE = '\r\x1b[K';
  let hasStatus = false;
  return {
    isTerminal,
    log: (line) => {
      process.stderr.write(`${hasStatus ? ERASE : ''}${line}\n`);
      hasStatus = false;
    },
    status: (line) => {
      if (!isTerminal) {
        if (line !== null) process.stderr.write(`${line}\n`);
        return;
      }
      if (line !== null || hasStatus) process.stderr.write(`${ERASE}${line ?? ''}`);
      hasStatus = line !== null;
    },
  };
}

/** CANVASS_CACHE, else the place that the system has for such files; CANVASS_CACHE= (empty): nowhere. */
function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  const { CANVASS_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = env;
  if (CANVASS_CACHE !== undefined) return CANVASS_CACHE === '' ? null : resolve(CANVASS_CACHE);
  const home = homedir();
  if (process.platform === 'win32') {
    return join(LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'canvass');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'canvass');
  return join(XDG_CACHE_HOME || join(home, '.cache'), 'canvass');
}

/** Outermost first, since Node's own way never ends where a folder may not be made, as in /proc. */
function makeFolders(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path), mode);
  // Another may have made it meanwhile.
  makeFolder(path, mode);
}

/** One folder; false where something of that name exists already. */
function makeFolder(path: string, mode: number): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A file that is not kept is made again: no failure here is worth a word. */
async function keep(path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    makeFolders(dirname(path), 0o700);
    await writeFile(draft, content, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

async function copyTo(from: string, to: string, { secret = false } = {}): Promise<void> {
  makeFolders(dirname(to), secret ? 0o700 : 0o755);
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, secret ? 0o600 : 0o644);
}

/** A hard link appears with its content complete, and fails where the name is taken. */
function claim(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  makeFolders(dirname(path), 0o755);
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A file system without hard links.
    return claimByName(path, content);
  } finally {
    rmSync(draft, { force: true });
  }
}

function claimByName(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realPath(dirname(path)), basename(path));
  }
}

async function statOf(path: string): Promise<FileStat> {
  try {
    const found = await stat(path);
    const { size, mtimeMs: modified, ctimeMs: changed, dev, ino } = found;
    const kind = found.isDirectory() ? 'folder' : 'file';
    return { kind, size, modified, changed, id: `${dev}:${ino}` };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return { kind: 'missing', size: 0, modified: 0, changed: 0, id: '' };
    }
    throw error;
  }
}

/**
 * Whether another canvass of this number runs. A number is used again after its process has ended,
 * so where the system tells a process's command line (Linux), it must name this program.
 */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(basename(process.argv[1] ?? ''));
  } catch {
    return true;
  }
}

/**
 * A browser for tests: CHROMIUM if set, else the one packed in @sparticuz/chromium (Linux on
 * x64; unpacked once into the temporary folder), else a Chrome, Chromium or Edge at hand.
 */
import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

const AT_HAND = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser's program, and what its environment needs. */
export interface Candidate {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

type Launched = { readonly browser: Browser; readonly program: Candidate };

/** A running browser, or why there is none. Whoever gets it closes it. */
export async function launchBrowser(): Promise<Launched | { reason: string }> {
  const failures: string[] = [];
  for (const find of [fromEnvironment, unpacked, ...AT_HAND.map((path) => () => ifThere(path))]) {
    try {
      const found = await find();
      if (found !== null) return { browser: await start(found), program: found };
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '');
    }
  }
  const tried = failures.length === 0 ? '' : ` (${failures.join('; ')})`;
  return { reason: `no browser could be started; set CHROMIUM to the path of one${tried}` };
}

function start({ path, env }: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic'],
  });
}

async function fromEnvironment(): Promise<Candidate | null> {
  const path = process.env.CHROMIUM;
  return path === undefined || path === '' ? null : { path, env: {} };
}

async function ifThere(path: string): Promise<Candidate | null> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  return there ? { path, env: {} } : null;
}

/** The package's browser with its libraries, in a folder of its version. */
async function unpacked(): Promise<Candidate | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // The package exports its module only; the packed files lie beside its build folder.
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const home = join(tmpdir(), `canvass-chromium-${version}`);
  if ((await ifThere(home)) === null) await unpack(join(root, 'bin'), home);
  const fonts = (await ifThere('/etc/fonts/fonts.conf')) !== null;
  const libraries = [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    path: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries,
      ...(fonts ? {} : { FONTCONFIG_FILE: join(home, 'fonts.conf') }),
    },
  };
}

/** Unpacks beside the place and renames: nobody finds half a browser there. */
async function unpack(bin: string, home: string): Promise<void> {
  const draft = `${home}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const inflate = async (name: string) =>
    promisify(brotliDecompress)(await readFile(join(bin, name)));
  await writeFile(join(draft, 'chromium'), await inflate('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023', 'fonts']) {
    const archive = join(draft, `${name}.tar`);
    await writeFile(archive, await inflate(`${name}.tar.br`));
    await promisify(execFile)('tar', ['-xf', archive, '-C', draft]);
    await rm(archive);
  }
  const places = `<fontconfig><dir>${join(home, 'fonts')}</dir></fontconfig>\n`;
  await writeFile(join(draft, 'fonts.conf'), places);
  // Another test may have been faster: then its folder stays.
  await rename(draft, home).catch(() => rm(draft, { recursive: true }));
}

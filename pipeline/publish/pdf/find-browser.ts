/** A browser that can print: Chromium, or what is made from it. */
import { isAbsolute, join, resolve } from 'node:path';
import type { Effects, Machine } from '../../effects.ts';
import { InputError, problem } from '../../errors.ts';

/** Names one before all others. */
export const BROWSER_VARIABLE = 'CANVASS_CHROMIUM';

/** Names of programs on the search path. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where programs are put that are on no search path. */
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);
const LINUX = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/**
 * The path of a browser.
 *
 * @throws InputError, saying where was looked, if there is none or the one named is not there
 */
export async function findBrowser(fx: Pick<Effects, 'stat' | 'machine'>): Promise<string> {
  const { machine } = fx;
  const isThere = async (path: string) => (await fx.stat(path)).kind === 'file';
  const named = machine.env[BROWSER_VARIABLE] ?? '';
  if (named !== '') {
    const path = resolve(named);
    if (await isThere(path)) return path;
    throw new InputError([problem('pdf-browser-missing', { file: named })]);
  }
  for (const path of browserPlaces(machine)) if (await isThere(path)) return path;
  throw new InputError([problem('pdf-no-browser', {}, { looked: lookedAt(machine) })]);
}

/** Every path that may be one, the likeliest first. */
export function browserPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? []);
    return roots.flatMap((root) => WINDOWS.map((path) => join(root, path)));
  }
  // Of the search path only whole paths: a relative one would run what lies where the user works.
  const folders = (env.PATH ?? '').split(':').filter(isAbsolute);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (platform !== 'darwin') return [...onPath, ...LINUX];
  const roots = ['/', ...(env.HOME === undefined ? [] : [env.HOME])];
  return [...roots.flatMap((root) => MAC.map((path) => join(root, path))), ...onPath];
}

/** In few words, since a search path has many folders. */
function lookedAt({ platform }: Machine): string {
  if (platform === 'win32') return WINDOWS.map((path) => `…\\${path}`).join(', ');
  const places = platform === 'darwin' ? MAC.map((path) => `/${path}`) : LINUX;
  return [...NAMES.map((name) => `PATH: ${name}`), ...places].join(', ');
}

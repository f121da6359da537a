import { expect, test } from '@jest/globals';
import type { Machine } from '../../../pipeline/effects.ts';
import { InputError } from '../../../pipeline/errors.ts';
import { formatProblem } from '../../../pipeline/messages.ts';
import { browserPlaces, findBrowser } from '../../../pipeline/publish/pdf/find-browser.ts';

const LINUX: Machine = {
  platform: 'linux',
  isRoot: false,
  env: { PATH: '/usr/local/bin:/usr/bin' },
};

/** A machine on which only these files are. */
const having = (machine: Machine, ...files: readonly string[]) => ({
  machine,
  stat: async (path: string) => ({
    ...{ kind: files.includes(path) ? ('file' as const) : ('missing' as const) },
    ...{ size: 0, modified: 0, changed: 0, id: '' },
  }),
});

const refusal = async (machine: Machine) => {
  const error = await findBrowser(having(machine)).catch((one: unknown) => one);
  if (!(error instanceof InputError)) throw error;
  return error.problems[0]!;
};

test('the one named in CANVASS_CHROMIUM is taken before all others', async () => {
  const machine = { ...LINUX, env: { ...LINUX.env, CANVASS_CHROMIUM: '/home/me/chrome' } };
  expect(await findBrowser(having(machine, '/usr/bin/chromium', '/home/me/chrome'))).toBe(
    '/home/me/chrome',
  );
});

test('one that is named but not there is an error, though another is at hand', async () => {
  const machine = { ...LINUX, env: { ...LINUX.env, CANVASS_CHROMIUM: '/home/me/chrome' } };
  const fx = having(machine, '/usr/bin/chromium');
  await expect(findBrowser(fx)).rejects.toMatchObject({
    problems: [{ message: 'pdf-browser-missing', file: '/home/me/chrome' }],
  });
});

test('else the search path is gone through, Chromium first', async () => {
  expect(
    await findBrowser(having(LINUX, '/usr/local/bin/google-chrome', '/usr/bin/chromium')),
  ).toBe('/usr/bin/chromium');
});

test('a folder of the search path that is none of its own is left out: it would be where one works', () => {
  const places = browserPlaces({ ...LINUX, env: { PATH: '.::bin:/usr/bin' } });
  expect(places.filter((one) => !one.startsWith('/'))).toEqual([]);
  expect(places).toContain('/usr/bin/chromium');
});

test.each([
  [
    { platform: 'darwin', isRoot: false, env: { HOME: '/Users/me' } },
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    { platform: 'darwin', isRoot: false, env: { HOME: '/Users/me' } },
    '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [LINUX, '/snap/bin/chromium'],
] as const)('the usual places are looked at too: %j, %s', async (machine, place) => {
  expect(await findBrowser(having(machine, place))).toBe(place);
});

test('on Windows Edge is found, which every one has', () => {
  const places = browserPlaces({
    platform: 'win32',
    isRoot: false,
    env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
  });
  expect(places.map((one) => one.replaceAll('/', '\\'))).toContain(
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  );
});

test('without any, it is said what was looked for, how to name one, and that nothing was written', async () => {
  const problem = await refusal(LINUX);
  expect(problem.message).toBe('pdf-no-browser');
  for (const lang of ['zh-Hans', 'en'] as const) {
    const words = formatProblem(problem, lang);
    for (const said of [
      'chromium',
      'google-chrome',
      'microsoft-edge',
      '/snap/bin/chromium',
      'CANVASS_CHROMIUM',
    ]) {
      expect(words).toContain(said);
    }
  }
  expect(formatProblem(problem, 'zh-Hans')).toContain('什么也没有写出');
});

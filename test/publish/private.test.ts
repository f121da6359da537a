/** private/: for its owner's eyes, whatever the umask, and never for git. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { canvass } from '../support/cli.ts';

const sample = join(import.meta.dirname, '..', 'golden', 'two-rounds', 'input');
const usual = process.umask();
let home = '';

function run(umask: number): void {
  process.umask(umask);
  const { status, stderr } = canvass([
    'run',
    join(home, 'input'),
    '--out',
    join(home, 'output'),
    '--jobs',
    '1',
  ]);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

/** Every path from private/ down with its mode. */
function modes(): ReadonlyMap<string, string> {
  const root = join(home, 'output', 'private');
  const paths = ['', ...(readdirSync(root, { recursive: true }) as string[])];
  const mode = (path: string) => (statSync(join(root, path)).mode & 0o777).toString(8);
  // What is kept of each round bears a hash for a name.
  const named = (path: string) => path.replace(/[0-9a-f]{64}/, 'HASH');
  return new Map(paths.sort().map((path) => [named(path), mode(path)]));
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'private-'));
  cpSync(sample, join(home, 'input'), { recursive: true });
  const survey = join(home, 'input', 'survey.yaml');
  const settings = readFileSync(survey, 'utf8');
  writeFileSync(survey, settings.replace('{minimum: 3}', '{minimum: 3, quotes: redacted}'));
  run(0o022);
}, 30_000);
afterEach(() => {
  process.umask(usual);
});

const EXPECTED = new Map([
  ['', '700'],
  ['.gitignore', '600'],
  ['README.txt', '600'],
  ['cache', '700'],
  ['cache/HASH.hidden', '600'],
  ['cache/HASH.tally', '600'],
  ['codes', '700'],
  ['codes/autumn.csv', '600'],
  ['codes/spring.csv', '600'],
  ['flags.csv', '600'],
  ['quotes.csv', '600'],
  ['set-aside.csv', '600'],
  ['uncoded-themes.csv', '600'],
]);

test.each([0o000, 0o022, 0o077])(
  'with umask %i all of private/ is closed to others, in the first set and in one that replaces it',
  (umask) => {
    run(umask);
    expect(modes()).toEqual(EXPECTED);
  },
  30_000,
);

test('its README names every file that stands there, in each language, and the one of what was left out', () => {
  const root = join(home, 'output', 'private');
  const parts = readFileSync(join(root, 'README.txt'), 'utf8').split('\n\n\n');
  expect(parts).toHaveLength(3);
  const names = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => name !== 'README.txt')
    .map((one) => (one.isDirectory() ? `${one.name}/` : one.name))
    .concat('earlier.json');
  for (const part of parts) {
    const listed = [...part.matchAll(/^ {2}(\S+) /gm)].map((found) => found[1]);
    expect(listed.sort()).toEqual(names.sort());
  }
});

test('git takes the results and nothing of private/', () => {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: home, encoding: 'utf8' });
  if (git('init').error !== undefined) {
    console.warn('skipped: git is absent');
    return;
  }
  git('add', '--all');
  const taken = git('ls-files').stdout.split('\n');
  expect(taken).toContain('output/report.html');
  expect(taken.filter((name) => name.includes('private'))).toEqual([]);
});

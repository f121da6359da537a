/** `canvass run --share` through the whole program. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { canvass, filesIn } from '../support/cli.ts';

const input = join(import.meta.dirname, '..', 'golden', 'two-rounds', 'input');

function run(home: string, share: string, env: Readonly<Record<string, string>> = {}) {
  return canvass(['run', input, '--out', 'output', '--share', share, '--jobs', '1'], home, '', env);
}

test('a folder and a zip file hold what was published, the zip file the same bytes each time', () => {
  const home = mkdtempSync(join(tmpdir(), 'share-run-'));
  const first = run(home, '发送.zip', { TZ: 'Asia/Shanghai' });
  expect([first.status, first.stderr]).toEqual([0, expect.stringContaining('copied  to 发送.zip')]);
  expect(run(home, 'copy').status).toBe(0);
  expect(run(home, 'again.zip', { TZ: 'America/Los_Angeles' }).status).toBe(0);

  const all = filesIn(join(home, 'output'));
  const open = new Map([...all].filter(([name]) => !name.startsWith('private/')));
  expect(open.size).toBeLessThan(all.size);
  expect(open.has('report.html')).toBe(true);
  expect(filesIn(join(home, 'copy'))).toEqual(open);
  const bytes = readFileSync(join(home, '发送.zip'));
  const files = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, Buffer.from(content).toString('latin1')] as const,
  );
  expect(new Map(files)).toEqual(open);
  expect(files.map(([name]) => name)).toEqual([...open.keys()].sort());
  expect(readFileSync(join(home, 'again.zip')).equals(bytes)).toBe(true);
}, 60_000);

test('a wrong place is told before anything is read, and nothing is written', () => {
  const home = mkdtempSync(join(tmpdir(), 'share-run-'));
  const { status, stderr } = run(home, 'output/copy');
  expect(status).toBe(1);
  expect(stderr).toContain('name another one with --share');
  expect(existsSync(join(home, 'output'))).toBe(false);
});

const onLinux = process.platform === 'linux' ? test : test.skip;
if (process.platform !== 'linux')
  console.warn('not tried: a place where no folder can be made, /proc');

onLinux(
  'a place where no folder can be made is told, and does not keep the program for ever',
  () => {
    const home = mkdtempSync(join(tmpdir(), 'share-run-'));
    const { status, stderr } = run(home, '/proc/no-place/copy');
    expect([status, stderr]).toEqual([1, expect.stringContaining('/proc/no-place')]);
    expect(existsSync(join(home, 'output'))).toBe(false);
  },
);

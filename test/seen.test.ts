/** What was found out of a file is taken again for as long as nothing about the file has changed. */
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Effects } from '../pipeline/effects.ts';
import { nodeEffects } from '../pipeline/node-effects.ts';
import { detectEncoding } from '../pipeline/read/encoding.ts';
import { firstPass } from '../pipeline/read/first-pass.ts';
import { openSeen } from '../pipeline/seen.ts';

const HOUR = 3_600_000;

/** A file in a folder of its own, and effects that keep what was seen beside it. */
function fileOf(content: string | Uint8Array) {
  const home = mkdtempSync(join(tmpdir(), 'seen-'));
  const [path, cacheFolder] = [join(home, 'a.csv'), join(home, 'cache')];
  writeFileSync(path, content);
  const fx: Effects = { ...nodeEffects().fx, cacheFolder };
  const openWith = (program: string) => openSeen(program, fx, 1);
  return { path, fx, cacheFolder, openWith, stat: () => fx.stat(path) };
}

const later = () => Date.now() + HOUR;

test('what was found is known in a later run of the same program', async () => {
  const { openWith, stat, cacheFolder } = fileOf('content');
  await openWith('p').keep('k', await stat(), { a: 1 }, later());
  expect(await openWith('p').take('k', await stat())).toEqual({ a: 1 });
  expect(await openWith('other').take('k', await stat())).toBeNull();
  expect(await openWith('p').take('other', await stat())).toBeNull();
  const [name] = readdirSync(cacheFolder);
  expect(name).toMatch(/^[0-9a-f]{64}\.seen$/);
  expect(statSync(join(cacheFolder, name!)).mode & 0o777).toBe(0o600);
});

test.each<readonly [string, (path: string) => void]>([
  ['another size', (path) => writeFileSync(path, 'contents')],
  [
    'another content of the same size, its time set back',
    (path) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, 'CONTENT');
      utimesSync(path, atime, mtime);
    },
  ],
  [
    'another file of the same size and time in its place',
    (path) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(`${path}.new`, 'CONTENT');
      utimesSync(`${path}.new`, atime, mtime);
      renameSync(`${path}.new`, path);
    },
  ],
])('a file with %s is not taken for the one that was seen', async (_, change) => {
  const { path, openWith, stat } = fileOf('content');
  // Times are kept to the tick of the system's clock.
  const before = await stat();
  await openWith('p').keep('k', before, 'found', later());
  while (Date.now() < before.changed + 50);
  change(path);
  expect(await openWith('p').take('k', await stat())).toBeNull();
});

test('nothing is kept of a file that changed a moment before it was read', async () => {
  const { openWith, stat } = fileOf('content');
  const stood = await stat();
  await openWith('p').keep('k', stood, 'found', stood.changed + 1000);
  expect(await openWith('p').take('k', stood)).toBeNull();
  await openWith('p').keep('k', stood, 'found', stood.changed + 3000);
  expect(await openWith('p').take('k', stood)).toBe('found');
});

test('nothing is kept of small files, nor where nothing may be kept', async () => {
  const { fx, stat, cacheFolder } = fileOf('content');
  await openSeen('p', fx).keep('k', await stat(), 'found', later());
  await openSeen('p', { ...fx, cacheFolder: null }, 1).keep('k', await stat(), 'found', later());
  expect(() => readdirSync(cacheFolder)).toThrow('ENOENT');
});

test.each(['', '{', '[]', '{"program":"p"}', 'null'])('%j is no sight of a file', async (junk) => {
  const { openWith, stat, cacheFolder } = fileOf('content');
  await openWith('p').keep('k', await stat(), 'found', later());
  const [name] = readdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, name!), junk);
  expect(await openWith('p').take('k', await stat())).toBeNull();
});

const BIG5 = Buffer.from('b0ddc344a4bab565a657a8c6b0d3a6e8', 'hex');

test.each([
  ['UTF-8', Buffer.from(`编号,问题\n${'1,没有人愿意干\n'.repeat(9000)}`), null],
  ['ASCII', Buffer.from('id,text\n1,nothing'), null],
  ['text of another encoding', BIG5, null],
  ['a given encoding', BIG5, 'big5'],
])(
  'the first pass over %s finds the same the second time, of its first bytes alone',
  async (_, content, given) => {
    const { path, fx, openWith } = fileOf(content);
    let read = 0;
    const counting: Effects = {
      ...fx,
      seen: openWith('p'),
      now: later,
      async *stream(name, bytes) {
        for await (const chunk of fx.stream(name, bytes)) {
          read += chunk.length;
          yield chunk;
        }
      },
    };
    const plain = await detectEncoding(fx.stream(path), given);
    expect(await firstPass(path, await fx.stat(path), given, counting)).toEqual(plain);
    expect(read).toBe(content.length);
    expect(await firstPass(path, await fx.stat(path), given, counting)).toEqual(plain);
    expect(read).toBe(content.length + Math.min(content.length, 1 << 16));
    // What another encoding would make of it is another question.
    await firstPass(path, await fx.stat(path), 'gb18030', counting);
    expect(read).toBeGreaterThanOrEqual(2 * content.length);
    expect(readFileSync(path).equals(content)).toBe(true);
  },
);

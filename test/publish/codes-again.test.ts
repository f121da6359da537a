/** The codes of a round that did not change are taken from the earlier set, without reading them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Effects } from '../../pipeline/effects.ts';
import { nodeEffects } from '../../pipeline/node-effects.ts';
import { openPrivate } from '../../pipeline/publish/private.ts';
import { openStage } from '../../pipeline/publish/stage.ts';
import { openSeen } from '../../pipeline/seen.ts';
import { surveyOf } from '../support/survey.ts';

const ROUNDS = surveyOf().rounds.slice(0, 1);
const LINES = Buffer.from('a.csv,2,1,open,coded,A1,0.90,[]\n');

/** Writes sets of one round into a folder, one in place of the other. */
function home() {
  const folder = mkdtempSync(join(tmpdir(), 'again-'));
  let read = 0;
  const real: Effects = { ...nodeEffects().fx, cacheFolder: join(folder, 'cache') };
  const fx: Effects = {
    ...real,
    // What was written a moment ago counts as old, and any file as large.
    now: () => Date.now() + 3_600_000,
    seen: openSeen('p', real, 1),
    async *stream(path, bytes) {
      for await (const chunk of real.stream(path, bytes)) {
        read += chunk.length;
        yield chunk;
      }
    },
  };
  const out = join(folder, 'out');
  const write = async (hash: string | null) => {
    read = 0;
    const stage = await openStage(out, [], fx);
    const privates = await openPrivate(stage, ROUNDS, fx);
    const lines = { codes: hash ?? '', setAside: '', flags: '' };
    const isTaken = hash !== null && (await privates.again('r1', lines));
    if (!isTaken) await privates.codeLines('r1', LINES);
    const kept = privates.linesOf('r1')!.codes;
    await privates.complete();
    await privates.close();
    await privates.remember();
    await stage.write('manifest.json', JSON.stringify({ program: { name: 'canvass' } }));
    stage.publish();
    return { isTaken, read, hash: isTaken ? hash : kept };
  };
  return { codes: join(out, 'private/codes/r1.csv'), write };
}

test('codes that stand as they were written are taken unread, run after run', async () => {
  const { codes, write } = home();
  const first = await write(null);
  const content = readFileSync(codes, 'utf8');
  for (let run = 0; run < 3; run++) {
    expect(await write(first.hash)).toEqual({ isTaken: true, read: 0, hash: first.hash });
    expect(readFileSync(codes, 'utf8')).toBe(content);
  }
});

test('codes of another hash than was counted are not taken', async () => {
  const { write } = home();
  await write(null);
  expect(await write('0'.repeat(64))).toMatchObject({ isTaken: false, read: 0 });
});

test('codes that were touched are read, and taken only if they are the same', async () => {
  const { codes, write } = home();
  const { hash } = await write(null);
  const content = readFileSync(codes, 'utf8');
  writeFileSync(codes, content);
  expect(await write(hash)).toMatchObject({ isTaken: true, read: Buffer.byteLength(content) });
  expect(await write(hash)).toMatchObject({ isTaken: true, read: 0 });
  writeFileSync(codes, content.replace('A1', 'A2'));
  expect(await write(hash)).toMatchObject({ isTaken: false, read: Buffer.byteLength(content) });
  expect(readFileSync(codes, 'utf8')).toBe(content);
  expect(await write(hash)).toMatchObject({ isTaken: true, read: 0 });
});

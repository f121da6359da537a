import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { canvass, filesIn, program, sampleCopy } from '../support/cli.ts';

let home = '';
let old: ReadonlyMap<string, string>;
let fresh: ReadonlyMap<string, string>;
let took = 0;

/** The old set is one round of the sample, the new one two: no file of them is the same. */
beforeAll(() => {
  home = sampleCopy();
  canvass(['run', 'surveys', '--round', '2026-q1', '--out', 'old', '--quiet'], home);
  const started = performance.now();
  canvass([...NEW, '--out', 'new'], home);
  took = performance.now() - started;
  old = filesIn(join(home, 'old'));
  fresh = filesIn(join(home, 'new'));
}, 60_000);

const NEW = ['run', 'surveys', '--round', '2026-q1', '2026-q2', '--quiet'];

/** Starts the new run over the old set and sends a signal after some milliseconds, or once it writes. */
function cutShort(
  signal: NodeJS.Signals,
  after: number | 'it writes',
): Promise<{ place: string; code: number | null }> {
  const place = mkdtempSync(join(tmpdir(), 'canvass-'));
  cpSync(join(home, 'old'), join(place, 'output'), { recursive: true });
  const child = spawn(process.execPath, [program, ...NEW, '--out', join(place, 'output')], {
    cwd: home,
    stdio: 'ignore',
  });
  if (after === 'it writes') {
    const watch = setInterval(() => {
      if (readdirSync(place).length === 1) return;
      clearInterval(watch);
      child.kill(signal);
    }, 5);
  } else setTimeout(() => child.kill(signal), after);
  return new Promise((resolve) => child.on('exit', (code) => resolve({ place, code })));
}

test('SIGKILL at any moment leaves the old set or the new one, complete, after the next command', async () => {
  const moments = Array.from({ length: 10 }, (_, i) => (took * (i + 0.5)) / 9);
  const seen = new Set<string>();
  for (const after of moments) {
    const { place } = await cutShort('SIGKILL', after);
    // The next command fails on its input, but first puts in place what was left.
    canvass(['run', 'surveys', '--round', 'none', '--out', join(place, 'output')], home);
    canvass(['run', place, '--out', join(place, 'output')], home);
    const set = filesIn(join(place, 'output'));
    const which = set.has('private/codes/2026-q2.csv') ? 'new' : 'old';
    expect(set).toEqual(which === 'new' ? fresh : old);
    seen.add(which);
  }
  expect(seen).toContain('old');
}, 240_000);

test('SIGINT exits 3, leaves the old set and no litter', async () => {
  const { place, code } = await cutShort('SIGINT', 'it writes');
  expect(code).toBe(3);
  expect(readdirSync(place)).toEqual(['output']);
  expect(readFileSync(join(place, 'output', 'report.html'), 'latin1')).toBe(old.get('report.html'));
}, 30_000);

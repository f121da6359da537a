/** What is said of a long run while it goes on. */
import { expect, test } from '@jest/globals';
import type { Effects } from '../../pipeline/effects.ts';
import { progressLine, progressTeller } from '../../pipeline/messages/progress.ts';
import { Meter, type Progress } from '../../pipeline/tally/progress.ts';

const HALF: Progress = { rows: 120_000, bytes: 50e6, total: 200e6 };

test('a line has rows, rows a second, time left by the bytes to come, and memory', () => {
  // A quarter in ten seconds leaves three quarters in thirty.
  expect(progressLine(HALF, 10_000, 412e6, 'en')).toBe(
    'so far  120,000 rows, 12,000 a second, about 30 s left, memory 412 MB',
  );
  expect(progressLine(HALF, 10_000, 412e6, 'zh-Hans')).toContain('每秒 12,000 行，约余 30 秒');
});

test('no time left is told where nothing is known of what is to come', () => {
  expect(progressLine({ ...HALF, total: 0 }, 10_000, 1e6, 'en')).not.toContain('left');
});

/** Told every 100 ms for 12 s. */
function linesOver(isTerminal: boolean): number {
  let now = 0;
  const said: (string | null)[] = [];
  const fx = { clock: () => now, status: (line: string | null) => said.push(line), isTerminal };
  const tell = progressTeller({ ...fx, memory: () => 0 } as unknown as Effects, 'en');
  for (; now <= 12_000; now += 100) tell(HALF);
  return said.length;
}

test('a terminal is told five times a second, a file every five seconds', () => {
  expect([linesOver(true), linesOver(false)]).toEqual([60, 2]);
});

test('bytes count from the start of the work, and files that need not be read are taken off', async () => {
  const told: Progress[] = [];
  async function* stream() {
    yield new Uint8Array(30);
    yield new Uint8Array(12);
  }
  const meter = new Meter({ stream } as unknown as Effects, (one) => told.push(one));
  const readAll = async () => {
    for await (const _ of meter.fx.stream('a.csv')) meter.add(5);
  };
  await readAll();
  meter.start(142);
  meter.skip(100);
  await readAll();
  expect(told.at(-1)).toEqual({ rows: 20, bytes: 42, total: 42 });
});

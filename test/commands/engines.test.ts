/** `canvass code -` as a filter that other engines run over parts of the answers. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, folderWith, program } from '../support/cli.ts';

const ANSWERS = ['经费不足', '没有人愿意干', '没有问题', '会议太多，学习流于形式', ''];
const lines = Array.from({ length: 400 }, (_, i) =>
  JSON.stringify({ id: i + 1, text: `${ANSWERS[i % ANSWERS.length]}${i % 7}` }),
);
const CODE = ['code', '-', '--column', 'text', '--taxonomy', 'organ', '--format', 'ndjson'];

test('a part without a line gives none, and is no fault', () => {
  const { status, stdout, stderr } = canvass(CODE, undefined, '');
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

test('lines come back in their order, each with what it held', () => {
  const { status, stdout } = canvass(CODE, undefined, `${lines.join('\n')}\n`);
  expect(status).toBe(0);
  const coded = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(coded.map(({ id, text }) => JSON.stringify({ id, text }))).toEqual(lines);
});

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
if (!hasParallel) console.warn('skipped: GNU parallel is absent');
const withParallel = hasParallel ? test : test.skip;

withParallel(
  'GNU parallel over parts of a file gives the lines of one run over all',
  () => {
    const folder = folderWith({ 'answers.ndjson': `${lines.join('\n')}\n` });
    const command = [process.execPath, program, ...CODE, '--jobs', '1'].join(' ');
    const args = ['--will-cite', '--pipepart', '--block', '4k', '-k', '-j', '2'];
    const parts = spawnSync('parallel', [...args, '-a', 'answers.ndjson', command], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([parts.status, parts.stderr]).toEqual([0, '']);
    const whole = canvass(CODE, undefined, readFileSync(join(folder, 'answers.ndjson'), 'utf8'));
    expect(parts.stdout).toBe(whole.stdout);
  },
  60_000,
);

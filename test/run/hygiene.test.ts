/** Respondent hygiene through the whole program: flagged, or dropped where the survey says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { canvass, filesIn, folderWith } from '../support/cli.ts';
import { rowsOf, tableOf } from '../support/csv.ts';

const yaml = (policy: string) => `title: t
rounds:
  - {id: r1, files: [r1.csv]}
  - {id: r2, files: [r2.csv]}
columns: {respondent: 编号}
questions:
  - {id: a, type: scale}
  - {id: b, type: scale}
  - {id: c, type: scale}
  - {id: why, type: multiple, options: [钱少, 人少, 说不清], exclusive: 说不清}
  - {id: open, type: open, column: 问题, taxonomy: organ}
privacy: {minimum: 3}
hygiene: ${policy}
`;

/** Sixty people with answers of their own, 100 seconds each; then those that rules flag. */
const sound = Array.from({ length: 60 }, (_, i) => {
  const scores = [1 + (i % 5), 1 + ((i + 1) % 5), 3];
  return [`${i + 1}`, '100秒', ...scores, i % 2 === 0 ? '钱少' : '人少', `第${i}个：经费不足`];
});
const odd = [
  ...['7', '8', '9', '10'].map((id, i) => [id, '100秒', 1, 2, 4, '钱少', `又${i}：没钱`]),
  ...[11, 12].map((i) => [`1${i}`, '90秒', ...sound[i - 1]!.slice(2)]),
  ...[0, 1, 2].map((i) => [`20${i}`, '100秒', 5, 5, 5, '钱少', `直${i}：没钱`]),
  ...[0, 1, 2].map((i) => [`21${i}`, '33秒', 1, 2, 4, '钱少', `快${i}：没钱`]),
  ...[0, 1, 2].map((i) => [`22${i}`, '34秒', 1, 2, 4, '钱少;说不清', `矛盾${i}：没钱`]),
];
const csv = (header: string[], rows: readonly (readonly (string | number)[])[]) =>
  `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
const HEADER = ['编号', '所用时间', 'a', 'b', 'c', 'why', '问题'];
const FILES = {
  'r1.csv': csv(HEADER, [...sound, ...odd]),
  // Without times: nobody can be too fast.
  'r2.csv': csv(
    HEADER.toSpliced(1, 1),
    sound.map((row) => row.toSpliced(1, 1)),
  ),
};

function run(policy: string, ...more: string[]) {
  const folder = folderWith({ 'survey.yaml': yaml(policy), ...FILES });
  const { status, stderr } = canvass(['run', '.', '--out', 'output', ...more], folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return { folder, stderr, out: join(folder, 'output') };
}

const DROP_ALL =
  '{duplicates: drop, identical: drop, straight_lining: drop, speed: drop, contradictions: drop}';
let flagged: ReturnType<typeof run>;
let dropped: ReturnType<typeof run>;

beforeAll(() => {
  flagged = run('{}', '--jobs', '1');
  dropped = run(DROP_ALL, '--jobs', '1');
}, 60_000);

const line = (n: number, policy: string, of = 75) => ({
  n: String(n),
  share: String(Number((n / of).toFixed(4))),
  policy,
  status: 'shown',
});

test('hygiene.csv counts the respondents each rule flags, hides few, and says what was not checked', () => {
  const rows = tableOf(flagged.out, 'hygiene');
  const of = (round: string) => rows.filter((row) => row.round === round);
  expect(of('r1').map(({ round, rule, ...rest }) => [rule, rest])).toEqual([
    // Up to one more than the minimum, so that a hidden count could be as many as any other.
    ...['duplicates', 'identical', 'straight_lining', 'speed', 'contradictions'].map((rule) => [
      rule,
      { n: '', share: '', policy: 'flag', status: 'suppressed' },
    ]),
  ]);
  expect(of('r2').find(({ rule }) => rule === 'speed')).toMatchObject({ n: '', status: 'no-base' });
  expect(of('r2').filter(({ n }) => n === '0')).toHaveLength(4);
});

test('flags of single respondents stand in private/ only, and everybody is counted', () => {
  const flags = rowsOf(join(flagged.out, 'private', 'flags.csv'));
  expect(flags).toHaveLength(15);
  expect(flags[0]).toEqual({ file: 'r1.csv', row: '62', respondent: '7', rules: 'duplicates' });
  const used = tableOf(flagged.out, 'rows').map(({ reason, rows }) => [reason, rows]);
  expect(used).toEqual([
    ['used', '75'],
    ['used', '60'],
  ]);
  const base = tableOf(flagged.out, 'closed').find((row) => row.question === 'a');
  expect(base?.base).toBe('75');
});

test('with drop, the first of a repeated id stays and the others are set aside with their reasons', () => {
  const rows = tableOf(dropped.out, 'rows').filter((row) => row.round === 'r1');
  expect(rows.map(({ reason, rows: n }) => [reason, n])).toEqual([
    ['used', '60'],
    ['contradiction', '3'],
    ['duplicate', '4'],
    ['identical-row', '2'],
    ['straight-lining', '3'],
    ['too-fast', '3'],
  ]);
  const aside = rowsOf(join(dropped.out, 'private', 'set-aside.csv'));
  expect(aside).toHaveLength(15);
  expect(aside[0]).toEqual({
    round: 'r1',
    file: 'r1.csv',
    row: '62',
    column: '',
    reason: 'duplicate',
    found: '7',
  });
  // Twenty per cent of the rows, and no reason to stop: they are sound.
  expect(tableOf(dropped.out, 'closed').find((row) => row.question === 'a')?.base).toBe('60');
  expect(tableOf(dropped.out, 'hygiene').find((row) => row.rule === 'identical')).toMatchObject(
    line(2, 'drop'),
  );
});

test('dropping is no fault: --strict runs on', () => {
  const { out } = run('{duplicates: drop}', '--strict');
  expect(tableOf(out, 'rows')[0]).toMatchObject({ reason: 'used', rows: '71' });
});

test('results and drops are the same for any number of threads', () => {
  const again = run(DROP_ALL, '--jobs', '3');
  expect(filesIn(again.out)).toEqual(filesIn(dropped.out));
}, 30_000);

test('run, check and manifest tell the counts, the manifest only those that may be shown', () => {
  const told = 'hygiene r1: repeated ids 4 (flagged), identical answers 2 (flagged)';
  expect(flagged.stderr).toContain(told);
  expect(flagged.stderr).toContain('too fast not checked');
  expect(canvass(['check', '.'], flagged.folder).stdout).toContain(told);
  const { stdout } = canvass(['check', '.', '--json'], flagged.folder);
  expect(JSON.parse(stdout).hygiene[1]).toEqual({
    round: 'r1',
    rule: 'identical',
    n: 2,
    base: 75,
    policy: 'flag',
  });
  const manifest = JSON.parse(readFileSync(join(flagged.out, 'manifest.json'), 'utf8'));
  expect(manifest.hygiene[1]).toMatchObject({ rule: 'identical', n: null, status: 'suppressed' });
});

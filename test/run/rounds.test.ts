/** Surveys that change between rounds: renamed, reworded, added, dropped, turned and re-ranged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { canvass, folderWith } from '../support/cli.ts';
import { type CsvRow, rowsOf, tableOf } from '../support/csv.ts';

const YAML = `title: t
rounds:
  - {id: r1, label: Round one, files: [r1.csv]}
  - {id: r2, label: Round two, files: [r2.csv]}
  - {id: r3, label: Round three, files: [r3.csv]}
groups:
  - {id: unit, column: [单位, 单位名称]}
questions:
  - {id: open, type: open, column: [问题, 存在问题], taxonomy: organ ASKED}
  - {id: mood, type: scale, column: 评分 SCALE}
  - {id: why, type: multiple, column: 原因, options: [钱少, 人少], aliases: {经费少: 钱少}}
privacy: {minimum: 2}
`;

/** Ten respondents; columns of `without` are left out. */
function round(open: string, scores: readonly number[], reason: string, without = ''): string {
  const rows = scores.map((score, i) => ({
    单位: i % 2 === 0 ? '甲' : '乙',
    [open]: i < 5 ? '经费不足' : '开会太多',
    评分: score,
    原因: i < 8 ? reason : '人少',
  }));
  const names = Object.keys(rows[0]!).filter((name) => name !== without);
  const lines = rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]));
  return `${[names, ...lines].map((cells) => cells.join(',')).join('\n')}\n`;
}

const POINTS = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5];
const FILES = {
  'r1.csv': round('问题', POINTS, '钱少'),
  'r2.csv': round('存在问题', POINTS, '经费少'),
  'r3.csv': round('问题', POINTS, '钱少;经费少').replace('单位', '单位名称'),
};

function run(files: Record<string, string>, asked = '', scale = '') {
  const yaml = YAML.replace(' ASKED', asked).replace(' SCALE', scale);
  const folder = folderWith({ 'survey.yaml': yaml, ...files });
  const { status, stderr } = canvass(['run', '.', '--out', 'output'], folder);
  const out = join(folder, 'output');
  return { folder, out, status, stderr };
}

const of = (rows: readonly CsvRow[], more: CsvRow) =>
  rows.filter((row) => Object.entries(more).every(([name, value]) => row[name] === value));

test('a renamed column is one question over the rounds, and a reworded option one option', () => {
  const { out, status } = run(FILES);
  expect(status).toBe(0);
  const funding = of(tableOf(out, 'problems'), { code: 'A6', group: 'all' });
  expect(funding.map(({ round, n }) => [round, n])).toEqual([
    ['r1', '5'],
    ['r2', '5'],
    ['r3', '5'],
  ]);
  const why = of(tableOf(out, 'closed'), { question: 'why', group: 'all' });
  // Eight of ten gave it: in r1 in the old words, in r2 in the new ones, in r3 in both.
  expect(why.filter(({ option }) => option === '钱少').map(({ n, base }) => [n, base])).toEqual(
    Array.from({ length: 3 }, () => ['8', '10']),
  );
  expect(new Set(why.map(({ option }) => option))).toEqual(new Set(['钱少', '人少']));
});

test('two columns with the old and the new wording of an option are that one option', () => {
  const yaml = YAML.replace(' ASKED', '').replace(' SCALE', '');
  const columns = 'columns: [["原因(钱少)"], ["原因(经费少)"], ["原因(人少)"]]';
  const lines = ['单位,问题,评分,原因(钱少),原因(经费少),原因(人少)'];
  for (const cells of ['1,0,0', '0,1,0', '1,1,0', '0,0,1', '0,0,1'])
    lines.push(`甲,经费不足,3,${cells}`);
  const folder = folderWith({
    'survey.yaml': yaml.replace('column: 原因', columns).replace(/ {2}- \{id: r[23].*\n/g, ''),
    'r1.csv': lines.join('\n'),
  });
  const { status, stderr } = canvass(['run', '.', '--out', 'output'], folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const why = of(tableOf(join(folder, 'output'), 'closed'), { question: 'why', group: 'all' });
  expect(why.map(({ option, n }) => [option, n])).toEqual([
    ['钱少', '3'],
    ['人少', '2'],
  ]);
});

test('a column that one round lacks is refused, with the nearest header and how to say it was not asked', () => {
  const lacking = { ...FILES, 'r2.csv': round('存在的问题', POINTS, '钱少') };
  const { status, stderr } = run(lacking);
  expect(status).toBe(1);
  expect(stderr).toContain('r2.csv');
  expect(stderr).toContain('the nearest is "存在的问题"');
  expect(stderr).toContain('asked: [r1, r3]');
});

test('a column that every round lacks is refused as missing, not as not asked', () => {
  const yaml = YAML.replace(' ASKED', '')
    .replace(' SCALE', '')
    .replace('column: 评分', 'column: 分');
  const { stderr } = canvass(['run', '.'], folderWith({ 'survey.yaml': yaml, ...FILES }));
  expect(stderr.match(/the header has no column "分"/g)).toHaveLength(3);
  expect(stderr).not.toContain('asked:');
});

test('a missing group is refused, whatever the questions say', () => {
  const files = { ...FILES, 'r2.csv': round('存在问题', POINTS, '钱少', '单位') };
  const { status, stderr } = run(files);
  expect({ status, asked: stderr.includes('asked:') }).toEqual({ status: 1, asked: false });
});

test('a question that a round did not ask has no line of it in any table, and nothing is compared with it', () => {
  const files = { ...FILES, 'r2.csv': round('存在问题', POINTS, '钱少', '存在问题') };
  const { out, status } = run(files, ', asked: [r1, r3]');
  expect(status).toBe(0);
  for (const name of ['problems', 'themes', 'pairs', 'coding', 'tests']) {
    const rounds = new Set(of(tableOf(out, name), { question: 'open' }).map(({ round }) => round));
    expect([name, [...rounds].sort()]).toEqual([name, ['r1', 'r3']]);
  }
  const trends = tableOf(out, 'trends').map(({ from, to }) => `${from} ${to}`);
  expect(new Set(trends)).toEqual(new Set(['r1 r3']));
  const codes = rowsOf(join(out, 'private', 'codes', 'r2.csv'));
  expect(codes.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'skipped'));
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(manifest.not_asked).toEqual([{ round: 'r2', question: 'open' }]);
});

test('report, charts and check say that a round did not ask a question', () => {
  const files = { ...FILES, 'r2.csv': round('存在问题', POINTS, '钱少', '存在问题') };
  const { folder, out, stderr } = run(files, ', asked: [r1, r3]');
  const html = readFileSync(join(out, 'report.html'), 'utf8');
  for (const words of ['本轮未问', '本輪未問', 'not asked in this round']) {
    expect(html).toContain(`<i class="hidden">${words}</i>`);
  }
  const chart = readFileSync(join(out, 'charts', 'trends-open-organ.vl.json'), 'utf8');
  const { data } = JSON.parse(chart);
  const gap = data.values.filter((one: { round: string }) => one.round.includes('two'));
  expect(new Set(gap.map((one: object) => JSON.stringify(one).includes('"share":null')))).toEqual(
    new Set([true]),
  );
  expect(gap[0].note).toBe('未问');
  expect(stderr).toContain('r2: question open');
  const checked = canvass(['check', '.', '--json'], folder);
  expect(JSON.parse(checked.stdout).not_asked).toEqual([{ round: 'r2', question: 'open' }]);
  expect(canvass(['check', '.'], folder).stdout).toContain('r2: question open');
});

test('a column of a question that is said not to be asked is not read, but told', () => {
  const { out, stderr } = run(FILES, ', asked: [r1, r3]');
  expect(stderr).toContain('r2.csv');
  expect(stderr).toContain('not asked in this round according to survey.yaml (存在问题)');
  expect(of(tableOf(out, 'problems'), { round: 'r2' })).toEqual([]);
});

const meansOf = (out: string) =>
  of(tableOf(out, 'closed'), { question: 'mood', group: 'all', option: '' }).map(
    ({ mean }) => mean,
  );

test('a scale that one round turned round is turned back, so that its mean compares', () => {
  const turned = POINTS.map((point) => 6 - point);
  const files = { ...FILES, 'r1.csv': round('问题', [...POINTS.slice(2), 5, 5], '钱少') };
  const same = { ...files, 'r2.csv': round('存在问题', turned, '钱少') };
  const { out } = run(same, '', ', rounds: {r2: {reverse: true}}');
  // 5 twice more in place of 1 twice: 38 / 10. Of r2 as of r3: 30 / 10.
  expect(meansOf(out)).toEqual(['3.8', '3', '3']);
});

test('a scale with another range in one round is counted by its own points and not drawn beside others', () => {
  const tens = POINTS.map((point) => 2 * point);
  const files = { ...FILES, 'r2.csv': round('存在问题', tens, '钱少') };
  const { out, status } = run(files, '', ', rounds: {r2: {range: [1, 10]}}');
  expect(status).toBe(0);
  const points = of(tableOf(out, 'closed'), { question: 'mood', group: 'all', round: 'r2' });
  expect(points.filter(({ n }) => n === '2').map(({ option }) => option)).toEqual([
    '2',
    '4',
    '6',
    '8',
    '10',
  ]);
  expect(meansOf(out)).toEqual(['3', '6', '3']);
  const html = readFileSync(join(out, 'report.html'), 'utf8');
  expect(html).toContain('量程改变，不作比较');
  expect(html).toContain('量尺改變，不作比較');
  const chart = readFileSync(join(out, 'charts', 'closed-mood.vl.json'), 'utf8');
  expect(chart).toContain('量程改变，不作比较');
  expect(chart.match(/"rowName": "Round two"/g)).toBeNull();
});

test('a scale of which most answers lie outside its range stops the run and says how to declare it', () => {
  const tens = POINTS.map((point) => 2 * point);
  const files = { ...FILES, 'r2.csv': round('存在问题', tens, '钱少') };
  const { status, stderr } = run(files);
  expect(status).toBe(1);
  expect(stderr).toContain('6 of 10 answers lie outside 1–5');
  expect(stderr).toContain('rounds: {r2: {range: [2, 10]}}');
  // Half of the answers is not more than half.
  const half = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(run({ ...FILES, 'r2.csv': round('存在问题', half, '钱少') }).status).toBe(0);
});

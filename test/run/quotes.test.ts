/** Quotes through the whole program: proposed, released by a person, printed, never lost. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { encode } from '../read/encode.ts';
import { canvass, filesIn, folderWith } from '../support/cli.ts';
import { rowsOf, tableOf } from '../support/csv.ts';

const yaml = (quotes: string) => `title: t
rounds: [{id: r1, label: {zh-Hans: 第一轮, en: Round one}, files: [r1.csv]}, {id: r2, files: [r2.csv]}]
columns: {respondent: 编号}
groups: [{id: unit, column: 单位}]
questions:
  - {id: open, type: open, column: 问题, taxonomy: own.yaml}
privacy: {minimum: 3, quotes: ${quotes}}
`;
const TAXONOMY = `id: own
labels: 问题
problems:
  - {id: Q1, labels: 经费, terms: [经费不足]}
  - {id: Q2, labels: 人手, terms: [人手不够]}
`;
const PLACES = ['食堂', '车队', '展厅', '球场', '花园', '书屋', '剧场', '冰室'];
const said = (i: number) => `${PLACES[i % 8]}的${i % 2 === 0 ? '经费不足' : '人手不够'}`;
const file = (from: number) =>
  `编号,单位,问题\n${Array.from({ length: 96 }, (_, i) => `${from + i},${i % 12 === 0 ? '小组' : '大院'},${said(i)}`).join('\n')}\n`;

const folder = folderWith({
  'survey.yaml': yaml('redacted'),
  'own.yaml': TAXONOMY,
  'r1.csv': file(1),
  'r2.csv': file(1001),
});
const QUOTES = 'private/quotes.csv';

function run(out: string, jobs = '1', survey = 'survey.yaml') {
  const args = ['run', survey, '--out', out, '--jobs', jobs, '--lang', 'zh-Hans'];
  const { status, stderr } = canvass(args, folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return { stderr, out: join(folder, out) };
}

/** Writes decisions as Excel would on saving. */
function decide(out: string, releaseOf: (line: Record<string, string>) => string): void {
  const rows = rowsOf(join(out, QUOTES));
  const lines = rows.map((row) => Object.values({ ...row, release: releaseOf(row) }).join(','));
  const text = [Object.keys(rows[0]!).join(','), ...lines, ''].join('\n');
  writeFileSync(join(out, QUOTES), encode(text, 'gb18030'));
}

const reportOf = (out: string) =>
  readFileSync(join(out, 'report.html'), 'utf8').replace(/<script>[\s\S]*?<\/script>/g, '');
let proposed: ReturnType<typeof run>;
let lines: readonly Record<string, string>[];

beforeAll(() => {
  proposed = run('output');
  lines = rowsOf(join(proposed.out, QUOTES)) as readonly Record<string, string>[];
}, 60_000);

test('candidates are proposed for a person, and nothing of them is published', () => {
  expect(new Set(lines.map((row) => `${row.round} ${row.code}`))).toEqual(
    new Set(['r1 Q1', 'r1 Q2', 'r2 Q1', 'r2 Q2']),
  );
  expect(lines.every((row) => row.release === '')).toBe(true);
  expect(proposed.stderr).toContain(`候选 ${lines.length} 条，已同意刊出 0 条`);
  expect(proposed.stderr).toContain('private/quotes.csv');
  expect(tableOf(proposed.out, 'quotes')).toEqual([]);
  expect(reportOf(proposed.out)).not.toContain('<blockquote');
  expect(reportOf(proposed.out)).toContain('受访者原话须经人工逐条同意方可刊出');
});

test('any number of working threads proposes the same', () => {
  expect(filesIn(run('crew', '3').out)).toEqual(filesIn(proposed.out));
}, 60_000);

test('what a person said yes to is printed by the next run, and the decisions stay', () => {
  const { out } = run('decided');
  const [yes, no] = [lines[0]!, lines[1]!];
  decide(out, ({ quote, code, round }) => {
    const same = (one: Record<string, string>) =>
      one.quote === quote && one.code === code && one.round === round;
    return same(yes) ? '是' : same(no) ? '否' : '';
  });
  const again = run('decided');
  const { round, question, taxonomy, code, quote } = yes;
  expect(tableOf(out, 'quotes')).toEqual([{ round, question, taxonomy, code, quote }]);
  expect(JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')).quotes).toEqual([
    { round, question, taxonomy, code, quote },
  ]);
  expect(again.stderr).toContain('已同意刊出 1 条');
  expect(rowsOf(join(out, QUOTES)).map(({ release }) => release)).toEqual([
    '是',
    '否',
    ...lines.slice(2).map(() => ''),
  ]);
  expect(reportOf(out).match(/<blockquote/g)).toHaveLength(3);
  expect(reportOf(out)).toContain(`“<span lang="zh-Hans">${quote}</span>”`);
  expect(reportOf(out)).toContain(`「<span lang="zh-Hans">${quote}</span>」`);
  for (const words of ['受访者原话：', '受訪者原話：', 'In respondents’ own words: ']) {
    expect(reportOf(out)).toContain(`<h3>${words}`);
  }
  for (const [name, content] of filesIn(out)) {
    if (name.startsWith('private/')) continue;
    const text = Buffer.from(content, 'latin1').toString('utf8');
    const others = lines.slice(1).filter((one) => one.quote !== quote);
    expect(others.filter((one) => text.includes(one.quote!))).toEqual([]);
  }
  // A third run gives the same bytes as the second.
  const before = filesIn(out);
  run('decided');
  expect(filesIn(out)).toEqual(before);
}, 120_000);

test('a decision on what is no candidate any more is kept at the end and not printed', () => {
  const { out } = run('past');
  const gone = { ...lines[0]!, quote: '从前的说法', release: 'yes' };
  const text = readFileSync(join(out, QUOTES), 'utf8');
  writeFileSync(join(out, QUOTES), `${text}${Object.values(gone).join(',')}\r\n`);
  const { stderr } = run('past');
  expect(stderr).toContain('不再是候选的旧决定 1 条');
  expect(rowsOf(join(out, QUOTES)).at(-1)).toEqual(gone);
  expect(rowsOf(join(out, QUOTES))).toHaveLength(lines.length + 1);
  expect(reportOf(out)).not.toContain('从前的说法');
}, 60_000);

test('with quotes: none nothing is proposed; of what was decided before nothing is lost', () => {
  writeFileSync(join(folder, 'none.yaml'), yaml('none'));
  run('past', '1', 'none.yaml');
  expect(rowsOf(join(folder, 'past', QUOTES)).map(({ release }) => release)).toEqual(['yes']);
  const { out, stderr } = run('none', '1', 'none.yaml');
  expect(existsSync(join(out, QUOTES))).toBe(false);
  expect(stderr).not.toContain('原话');
  expect(tableOf(out, 'quotes')).toEqual([]);
  expect(reportOf(out)).not.toContain('原话须经');
}, 60_000);

/** Personal data in answers through the whole program: counted, masked or left out, never lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { canvass, filesIn, folderWith } from '../support/cli.ts';
import { rowsOf, tableOf } from '../support/csv.ts';

const yaml = (policy: string) => `title: t
rounds: [{id: r1, files: [r1.csv]}]
columns: {respondent: 编号}
questions:
  - {id: open, type: open, column: 问题, taxonomy: own.yaml}
privacy: {minimum: 3, personal_data: ${policy}}
`;
const NUMBER = '13800001234';
/** The second problem has a number for its term, so that evidence would quote it. */
const TAXONOMY = `id: own
labels: 问题
problems:
  - {id: Q1, labels: 经费, terms: [经费不足]}
  - {id: Q2, labels: 电话, terms: ['${NUMBER}']}
`;
const plain = Array.from({ length: 30 }, (_, i) => `第${i}个支部经费不足`);
const telling = Array.from({ length: 6 }, (_, i) => `经费不足没有钱请打${NUMBER}说${i}`);
const named = ['我叫张三，经费不足', '我叫李四，经费不足'];
const file = (answers: readonly string[]) =>
  `编号,问题\n${answers.map((text, i) => `${i + 1},${text}`).join('\n')}\n`;

function run(policy: string, answers: readonly string[], jobs = '1') {
  const files = { 'survey.yaml': yaml(policy), 'own.yaml': TAXONOMY, 'r1.csv': file(answers) };
  const folder = folderWith(files);
  const { status, stderr } = canvass(
    ['run', '.', '--out', 'output', '--jobs', jobs, '--lang', 'zh-Hans'],
    folder,
  );
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return { folder, stderr, out: join(folder, 'output') };
}

const ALL = [...plain, ...telling, ...named];
const evidence = (out: string) =>
  rowsOf(join(out, 'private/codes/r1.csv')).map(
    (row) => JSON.parse(row.evidence!) as { text: string; start: number; end: number }[],
  );
let masked: ReturnType<typeof run>;
let dropped: ReturnType<typeof run>;

beforeAll(() => {
  masked = run('mask', ALL);
  dropped = run('drop', ALL);
}, 60_000);

test('personal.csv counts respondents by question and kind and hides few', () => {
  const rows = tableOf(masked.out, 'personal').filter(({ n }) => n !== '0');
  const place = { round: 'r1', question: 'open' };
  expect(rows).toEqual([
    { ...place, type: 'mobile', n: '6', status: 'shown' },
    { ...place, type: 'name', n: '', status: 'suppressed' },
  ]);
  expect(masked.stderr).toContain('个人信息 r1 open：手机号 6 人，姓名 2 人（引用原话时遮去）');
});

test('no answer stands in any file with its number, whether masked or dropped', () => {
  for (const { out } of [masked, dropped]) {
    for (const [name, content] of filesIn(out)) {
      // The taxonomy of this test has the number in it, answers have not.
      if (name.startsWith('private/')) expect(String(content)).not.toContain(NUMBER);
    }
  }
});

test('masked evidence says what stood there; dropped evidence is empty with its offsets', () => {
  const [mask, drop] = [evidence(masked.out), evidence(dropped.out)];
  expect(
    mask
      .flat()
      .map(({ text }) => text)
      .join(),
  ).toContain('〔手机号〕');
  const places = (all: typeof mask) =>
    all.map((own) => own.map(({ start, end }) => ({ start, end })));
  expect(places(drop)).toEqual(places(mask));
  expect(
    drop
      .slice(30)
      .flat()
      .map(({ text }) => text),
  ).toEqual(
    drop
      .slice(30)
      .flat()
      .map(() => ''),
  );
  expect(
    drop
      .slice(0, 30)
      .flat()
      .every(({ text }) => text !== ''),
  ).toBe(true);
});

test('neither policy changes any figure', () => {
  const figures = (out: string) =>
    [...filesIn(out)].filter(([name]) => name.startsWith('tables/') || name === 'results.json');
  expect(figures(dropped.out)).toEqual(figures(masked.out));
});

test('several working threads count the same', () => {
  expect(filesIn(run('mask', ALL, '3').out)).toEqual(filesIn(masked.out));
}, 60_000);

test('the report tells in each language what was found and what became of it', () => {
  const report = (out: string) => readFileSync(join(out, 'report.html'), 'utf8');
  expect(report(masked.out)).toContain('引用原话时，已将其遮去');
  expect(report(masked.out)).toContain('引用原話時，已將其遮去');
  expect(report(masked.out)).toContain('it is masked by its kind');
  expect(report(masked.out)).toMatch(/<td>手机号<\/td><td class="n">6<\/td>/);
  expect(report(masked.out)).toMatch(
    /<td>姓名<\/td><td class="n"><i class="hidden">隐去<\/i><\/td>/,
  );
  expect(report(dropped.out)).toContain('不引用含有个人信息的答案');
});

test('check counts the same, in words and as JSON', () => {
  const check = (...more: string[]) =>
    canvass(['check', '.', '--lang', 'zh-Hans', ...more], masked.folder).stdout;
  expect(check()).toContain('个人信息 r1 open：手机号 6 人，姓名 2 人（引用原话时遮去）');
  expect(JSON.parse(check('--json')).personal).toEqual([
    { round: 'r1', question: 'open', type: 'mobile', n: 6, base: 38 },
    { round: 'r1', question: 'open', type: 'name', n: 2, base: 38 },
  ]);
});

test('where nothing is found the report says so and the log nothing', () => {
  const { out, stderr } = run('mask', plain);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('各轮答案中均未发现');
  expect(stderr).not.toContain('个人信息');
}, 60_000);

/** Hand codes as a user meets them: in `run`, in `check`, and in what is written. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { canvass, filesIn, folderWith } from '../support/cli.ts';

const SURVEY = `title: t
rounds:
  - {id: r1, files: [r1.csv]}
  - {id: r2, files: [r2.csv]}
questions:
  - {id: open, type: open, column: said, taxonomy: shop.yaml}
coding: {examples: hand-codes.csv}
`;
const TAXONOMY = `id: shop
labels: 车间问题
problems:
  - {id: W1, labels: 工具, terms: [没有工具], subproblems: [{id: W1.1, labels: 零件, terms: [等零件]}]}
  - {id: W2, labels: 时间, terms: [没有时间]}
`;
/** Three usable answers, one of them twice; one said in two ways. */
const HAND = `codes,text
W2,食堂离车间太远！！
W1.1,仓库三天才发一次货
W2,食堂離車間太遠!
NONE,设备都还能用
W1,说不明白的矛盾话
W2,說不明白的矛盾話
W2,说不明白的矛盾话
`;
const FILES = {
  'survey.yaml': SURVEY,
  'shop.yaml': TAXONOMY,
  'hand-codes.csv': HAND,
  'r1.csv': 'said\n没有时间\n食堂離車間太遠！！！\n',
  'r2.csv': 'said\n 食堂离车间太远! \n等零件\n设备都还能用\n',
};

/** A cache of its own, so that every test learns anew. */
const cache = () => ({ CANVASS_CACHE: mkdtempSync(join(tmpdir(), 'cache-')) });
const run = (folder: string, out: string, args: readonly string[] = [], env = cache()) =>
  canvass(['run', '.', '--out', out, ...args], folder, '', env);

function codesIn(folder: string, out: string, round: string): readonly (readonly string[])[] {
  const text = readFileSync(join(folder, out, 'private', 'codes', `${round}.csv`), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((line) => [line.status!, line.codes!, line.confidence!]);
}

/** One run that several tests look at. */
const folder = folderWith(FILES);
const env = cache();
const first = run(folder, 'out', ['--jobs', '1'], env);

test('the same words have their hand codes in every round, others are coded by the machine', () => {
  expect(first.status).toBe(0);
  expect(codesIn(folder, 'out', 'r1')[1]).toEqual(['coded', 'W2', '1.00']);
  const [same, other, none] = codesIn(folder, 'out', 'r2');
  expect(same).toEqual(['coded', 'W2', '1.00']);
  expect(other!.slice(0, 2)).toEqual(['coded', 'W1.1']);
  expect(Number(other![2])).toBeLessThan(1);
  expect(none).toEqual(['no-problem', '', '']);
});

test('run tells how many were used, which differ, and that the coder learns', () => {
  expect(first.stderr).toContain(
    'by hand hand-codes.csv: 3 hand-coded answers used, 1 more not used',
  );
  expect(first.stderr).toContain(
    'differs hand-codes.csv: "说不明白的矛盾话" has different codes (row 6: W1; row 7, 8: W2), none of them used',
  );
  expect(first.stderr).toContain('learn   shop: the coder is learning from 3 hand-coded answers');
  expect(first.stdout).not.toContain('矛盾话');
});

test('what is written names the file and its hash, and quotes none of its answers', () => {
  const files = filesIn(join(folder, 'out'));
  const sha256 = createHash('sha256').update(HAND).digest('hex');
  const { hand_codes } = JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8'));
  expect(hand_codes).toEqual({ file: 'hand-codes.csv', sha256, answers: 3 });
  const report = Buffer.from(files.get('report.html')!, 'latin1').toString();
  expect(report).toContain(sha256);
  expect(report).toContain('The program also learnt from 3 hand-coded answers');
  for (const text of ['矛盾话', '仓库三天']) {
    const bytes = Buffer.from(text).toString('latin1');
    expect([...files].filter(([, content]) => content.includes(bytes))).toEqual([]);
  }
});

test('the same files come of any number of threads and any order of the rows', () => {
  expect(run(folder, 'three', ['--jobs', '3']).status).toBe(0);
  expect(filesIn(join(folder, 'three'))).toEqual(filesIn(join(folder, 'out')));
  const [header, ...rows] = HAND.trimEnd().split('\n');
  const turned = folderWith({ ...FILES, 'hand-codes.csv': [header, ...rows.reverse()].join('\n') });
  expect(run(turned, 'one').status).toBe(0);
  for (const round of ['r1', 'r2']) {
    expect(codesIn(turned, 'one', round)).toEqual(codesIn(folder, 'out', round));
  }
});

test('check tells the same, with rows and codes but no answer on standard output', () => {
  const own = cache();
  const { status, stdout, stderr } = canvass(['check', '.'], folder, '', own);
  expect(status).toBe(0);
  expect(stdout).toContain('3 hand-coded answers used, 1 more not used as its codes differ');
  expect(stdout).not.toContain('矛盾话');
  expect(stderr).toContain('"说不明白的矛盾话" has different codes');
  expect(stderr).toContain('learning from 3');
  const json = canvass(['check', '.', '--json'], folder, '', own).stdout;
  expect(JSON.parse(json).hand_codes).toEqual({
    file: 'hand-codes.csv',
    sha256: createHash('sha256').update(HAND).digest('hex'),
    used: 3,
    conflicts: [
      {
        codings: [
          { codes: ['W1'], rows: [6] },
          { codes: ['W2'], rows: [7, 8] },
        ],
      },
    ],
  });
  expect(json).not.toContain('矛盾话');
});

test('a long answer with different codes is shown by its beginning, in one line', () => {
  const long = `"甲\n\u202e${'乙'.repeat(40)}"`;
  const hand = `text,codes\n${long},W1\n${long},W2\n`;
  const { stderr } = canvass(
    ['check', '.'],
    folderWith({ ...FILES, 'hand-codes.csv': hand }),
    '',
    cache(),
  );
  expect(stderr).toContain(`"甲 ${'乙'.repeat(28)}…" has different codes (row 2: W1; row 3: W2)`);
});

test('many answers with different codes are listed in part and counted in whole', () => {
  const rows = Array.from({ length: 23 }, (_, i) => `第${i}条,W1\n第${i}条,W2\n`).join('');
  const many = folderWith({ ...FILES, 'hand-codes.csv': `text,codes\n${rows}` });
  const { stdout, stderr } = canvass(['check', '.'], many, '', cache());
  expect(stderr.match(/has different codes/g)).toHaveLength(20);
  expect(stderr).toContain('and 3 more');
  expect(stdout).toContain('0 hand-coded answers used, 23 more not used');
});

test('hand codes that are not sound stop the run before anything is written', () => {
  const hand = 'text,codes\n缺扳手,W3\n,W1\n';
  const { status, stderr } = run(folderWith({ ...FILES, 'hand-codes.csv': hand }), 'out');
  expect(status).toBe(1);
  expect(stderr).toContain('2 problems:');
  expect(stderr).toContain('hand-codes.csv, row 2, column "codes"');
  expect(stderr).toContain('hand-codes.csv, row 3, column "text"');
});

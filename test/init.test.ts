/** `canvass init` as a user types it: what it writes is run as it is. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { canvass, folderWith, sample, sharedData } from './support/cli.ts';
import { tableOf } from './support/csv.ts';

const fixtures = join(import.meta.dirname, 'read', 'fixtures');
const golden = join(import.meta.dirname, 'golden', 'two-rounds', 'input');

/** A folder with copies of these files, and what `init` said. */
function initIn(folder: string, files: readonly string[], ...flags: readonly string[]) {
  const home = folderWith({});
  for (const file of files) copyFileSync(join(folder, file), join(home, file));
  const { status, stdout, stderr } = canvass(
    ['init', ...files, '--out', 'survey.yaml', ...flags],
    home,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return { home, stdout, survey: parse(readFileSync(join(home, 'survey.yaml'), 'utf8')) };
}

function expectAccepted(home: string): void {
  const before = readFileSync(join(home, 'survey.yaml'));
  for (const args of [
    ['check', '.'],
    ['run', '.', '--out', 'output', '--quiet', '--jobs', '1'],
  ]) {
    const { status, stderr } = canvass(args, home);
    // A slow machine is told how far it has come.
    const said = stderr.replace(/^so far {2}.*\n/gm, '');
    expect({ args, status, said }).toEqual({ args, status: 0, said: '' });
  }
  expect(readFileSync(join(home, 'survey.yaml'))).toEqual(before);
  expect(existsSync(join(home, 'output', 'report.html'))).toBe(true);
}

describe('what init writes is accepted unchanged by check and run', () => {
  // Of `every-kind-of-row.csv` four rows in ten are spoilt: see below.
  const sound = readdirSync(fixtures).filter(
    (name) => name.endsWith('.csv') && name !== 'every-kind-of-row.csv',
  );
  test.each(sound)('%s', (name) => {
    expectAccepted(initIn(fixtures, [name]).home);
  });

  test('two rounds, one with a column renamed', () => {
    expectAccepted(initIn(golden, ['spring.csv', 'autumn.csv']).home);
  });

  test('several options in a cell, one a line', () => {
    const { home, survey } = initIn(fixtures, ['surveycake-option-a-line.csv']);
    expect(survey.questions).toMatchObject([
      { column: '您服務的單位', type: 'single' },
      { column: '遇到的困難（可複選）', type: 'multiple', separator: '\n' },
      { column: '還有哪些建議？', type: 'open' },
    ]);
    expectAccepted(home);
  });

  const real = sharedData('real');
  const files = [
    'surveymonkey-star-wars.csv',
    'wenjuanxing-800-text.xls',
    'wenjuanxing-800-number.xls',
    'qualtrics-sample.csv',
  ];
  (real === null ? test.skip : test).each(files)('the real export %s', (name) => {
    expectAccepted(initIn(real!, [name]).home);
  });
});

describe('the three files of the sample survey', () => {
  const { home, stdout, survey } = initIn(sample, ['2026-q1.csv', '2026-q2.csv', '2026-q3.xlsx']);
  const byColumn = (part: string) =>
    survey.questions.find(({ column }: { column: string | string[] }) =>
      [column].flat()[0]?.includes(part),
    );

  test('run as they are', () => expectAccepted(home));

  test('give the roles that the sample survey itself states', () => {
    expect(survey.columns).toEqual({ respondent: '序号', weight: '权重' });
    expect(survey.groups).toMatchObject([
      { id: 'unit_type', column: '单位类型' },
      { id: 'unit', column: ['单位', '单位名称'], within: 'unit_type' },
    ]);
    expect(byColumn('职务')).toMatchObject({ type: 'single' });
    expect(byColumn('党龄')).toMatchObject({ type: 'number' });
    expect(byColumn('经费保障程度')).toMatchObject({ type: 'scale', range: [1, 5] });
    expect(byColumn('机关、事业单位')).toMatchObject({ type: 'multiple', separator: '┋' });
    expect(byColumn('问题和困难')).toMatchObject({
      type: 'open',
      taxonomy: 'organ',
      column: [
        '9、您认为本单位党建工作还存在哪些问题和困难？',
        '9、您认为本单位党建工作存在哪些问题和困难？',
        '8、您认为本单位党建工作存在哪些问题和困难？',
      ],
    });
  });

  test('say on the screen what is used, what is not and what is doubtful', () => {
    expect(stdout).toMatch(
      /id 1, weight 1, groups 2, open 1, scale 5, single 1, multiple 2, number 1; not used 5 \(of which personal data 1\)/,
    );
    expect(stdout).toContain('commented out: 1');
    expect(stdout).toContain('Next: canvass check survey.yaml');
  });

  test('give a question that one round lacks as a comment that says why', () => {
    const text = readFileSync(join(home, 'survey.yaml'), 'utf8');
    expect(text).toMatch(
      /if a round did not put the question[\s\S]*# absent from: 2026-q1\.csv\n# - id: q6\n# {3}type: number[\s\S]*# {3}asked: \[2026-q2, 2026-q3\]/,
    );
  });

  test('count every respondent once', () => {
    const rows = tableOf(join(home, 'output'), 'rows').filter(({ reason }) => reason === 'used');
    expect(rows.map(({ file }) => file)).toEqual(['2026-q1.csv', '2026-q2.csv', '2026-q3.xlsx']);
  });
});

// 12 units of 3 types, 300 rows; the layout of a plain export of 问卷星 with weights.
const UNITS = Array.from({ length: 12 }, (_, i) => `第${i + 1}分公司`);
const PROBLEMS = ['党建与业务融合不够', '形式主义负担重', '考核不科学/不公', '其他'];
const PLAIN = [
  '序号,提交答卷时间,手机号,单位,单位类型,权重,1、学习效果好（1-5分）,2、突出问题（多选）,3、存在哪些问题？请说明',
  ...Array.from({ length: 300 }, (_, i) =>
    [
      i + 1,
      `2026/3/${(i % 28) + 1} 8:02:09`,
      `138${String(10000000 + i)}`,
      UNITS[i % 12],
      ['机关', '科研院所', '生产经营'][i % 3],
      (0.5 + (i % 7) / 10).toFixed(2),
      (i % 5) + 1,
      [PROBLEMS[i % 4], PROBLEMS[(i + 1) % 4]]
        .sort((a, b) => PROBLEMS.indexOf(a!) - PROBLEMS.indexOf(b!))
        .join('┋'),
      `第${i}条：培训太少，骨干忙不过来`,
    ].join(),
  ),
].join('\n');

test('a plain table gives id, weight, nested groups, scale, choices and open answers, and no phone number', () => {
  const home = folderWith({ '党建调查.csv': PLAIN });
  const { status } = canvass(['init', '党建调查.csv', '--out', 'survey.yaml'], home);
  const text = readFileSync(join(home, 'survey.yaml'), 'utf8');
  expect(status).toBe(0);
  expect(parse(text)).toMatchObject({
    title: '党建调查',
    rounds: [{ id: '党建调查', files: ['党建调查.csv'] }],
    columns: { respondent: '序号', weight: '权重' },
    groups: [{ id: 'unit_type' }, { id: 'unit', within: 'unit_type' }],
    questions: [
      { id: 'q1', type: 'scale', range: [1, 5] },
      { id: 'q2', type: 'multiple', separator: '┋', options: PROBLEMS },
      { id: 'q3', type: 'open', taxonomy: 'organ' },
    ],
  });
  expect(text).toContain('手机号 — personal data, not needed and left out');
  expect(text).not.toMatch(/138\d{8}/);
});

test('where four rows in ten cannot be used the limit is a comment, and a run stops', () => {
  const { home, survey } = initIn(fixtures, ['every-kind-of-row.csv']);
  const text = readFileSync(join(home, 'survey.yaml'), 'utf8');
  expect(survey.maximum_set_aside).toBeUndefined();
  expect(text).toMatch(/# 4 of 10 rows .* cannot be used[^\n]*\n# maximum_set_aside: 0\.4\n/);
  const { status, stderr } = canvass(['run', '.', '--quiet'], home);
  expect(status).toBe(1);
  expect(stderr).toContain('4 of 10');
});

const bench = sharedData('bench');

(bench === null ? test.skip : test)(
  'a generated file of 20,000 rows gives what it was made with',
  () => {
    const home = folderWith({});
    spawnSync(process.execPath, [join(bench!, 'gen_large.mjs'), '20000', join(home, 'a.csv')]);
    const survey = parse(canvass(['init', 'a.csv'], home).stdout);
    expect(survey.columns).toEqual({ respondent: '序号', weight: '权重' });
    expect(survey.groups).toMatchObject([
      { column: '单位类型' },
      { column: '单位', within: survey.groups[0].id },
    ]);
    const of = (type: string) =>
      survey.questions.filter((one: { type: string }) => one.type === type);
    expect(of('scale').map(({ range }: { range: number[] }) => range)).toEqual(
      Array(5).fill([1, 5]),
    );
    expect(of('multiple')).toMatchObject([{ separator: '┋', options: { length: 8 } }]);
    expect(of('open')).toMatchObject([{ taxonomy: 'organ' }]);
  },
);

test('without --out the file goes to standard output and nothing is written', () => {
  const home = folderWith({ 'a.csv': PLAIN });
  const { status, stdout, stderr } = canvass(['init', 'a.csv', '--lang', 'zh-Hans'], home);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(parse(stdout).questions).toHaveLength(3);
  expect(stdout).toContain('# 没有使用的列');
  expect(readdirSync(home)).toEqual(['a.csv']);
});

test("where only a taxonomy of one's own can code the answers, that is the next step", () => {
  const answers = [
    'Too little money for rooms',
    'Nobody has the time',
    'Too many forms to fill in',
  ];
  const rows = Array.from({ length: 30 }, (_, at) => `${at + 1},${answers[at % 3]} (${at})\n`);
  const home = folderWith({ 'a.csv': `ID,What problems do you see?\n${rows.join('')}` });
  const { status, stdout } = canvass(['init', 'a.csv', '--out', 'survey.yaml'], home);
  expect(status).toBe(0);
  expect(parse(readFileSync(join(home, 'survey.yaml'), 'utf8')).questions).toMatchObject([
    { type: 'open', taxonomy: 'my.yaml' },
  ]);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^Next: write the taxonomy my\.yaml .*, then canvass check survey\.yaml$/,
  );
});

test('an existing file is replaced only with --force, an export never', () => {
  const home = folderWith({ 'a.csv': PLAIN, 'survey.yaml': 'mine' });
  const kept = canvass(['init', 'a.csv', '--out', 'survey.yaml'], home);
  expect(kept.status).toBe(1);
  expect(kept.stderr).toContain('--force');
  expect(readFileSync(join(home, 'survey.yaml'), 'utf8')).toBe('mine');
  expect(canvass(['init', 'a.csv', '--out', 'survey.yaml', '--force'], home).status).toBe(0);
  expect(readFileSync(join(home, 'survey.yaml'), 'utf8')).toContain('canvass init');
  expect(canvass(['init', 'a.csv', '--out', 'a.csv', '--force'], home).status).toBe(1);
  expect(readFileSync(join(home, 'a.csv'), 'utf8')).toBe(PLAIN);
});

test('a file outside the folder of survey.yaml is refused with the place that would do', () => {
  const home = folderWith({ 'a.csv': PLAIN });
  const other = folderWith({});
  const { status, stderr } = canvass(['init', join(home, 'a.csv'), '--out', 'survey.yaml'], other);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /found: .*a\.csv is not inside \.\n[\s\S]*fix: copy the file into that folder, or write --out .*survey\.yaml/,
  );
  expect(readdirSync(other)).toEqual([]);
});

test('all files that cannot be read are told at once, and nothing is written', () => {
  const home = folderWith({ 'a.csv': PLAIN, 'b.csv': '', 'c.csv': '<html></html>' });
  copyFileSync(join(home, 'a.csv'), join(home, 'd.csv'));
  const files = ['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv'];
  const { status, stderr } = canvass(['init', ...files, '--out', 'survey.yaml'], home);
  expect(status).toBe(1);
  expect(stderr).toContain('4 problems');
  for (const name of files.slice(1)) expect(stderr).toMatch(new RegExp(`^${name}`, 'm'));
  expect(existsSync(join(home, 'survey.yaml'))).toBe(false);
});

test.each([
  {
    what: 'no column is a question',
    files: { 'a.csv': '序号,姓名\n1,甲\n2,乙\n' },
    says: 'no column looks like a question',
  },
  {
    what: 'no question is in both files',
    files: { 'a.csv': '满意度\n1\n5\n', 'b.csv': '年龄\n20\n34\n' },
    says: 'no question is in every file',
  },
])('init refuses to write what cannot run: $what', ({ files, says }) => {
  const home = folderWith(files as unknown as Record<string, string>);
  const { status, stdout, stderr } = canvass(['init', ...Object.keys(files)], home);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(says);
});

test('paths are written from the folder of --out, and ids of rounds are valid and distinct', () => {
  const home = folderWith({ 'a.csv': PLAIN });
  const named = ['Q1 (1).csv', 'q1 (1).CSV'];
  for (const [i, name] of named.entries()) {
    writeFileSync(join(home, name), `${PLAIN}\n${301 + i},,,甲,机关,1,3,其他,x`);
  }
  const { status } = canvass(['init', ...named, '--out', 'survey.yaml'], home);
  expect(status).toBe(0);
  const { rounds } = parse(readFileSync(join(home, 'survey.yaml'), 'utf8'));
  expect(rounds.map(({ id }: { id: string }) => id)).toEqual(['Q1-(1)', 'q1-(1)-2']);
  expect(canvass(['check', '.'], home).status).toBe(0);
});

test('options with a column each below a title above them are accepted by check and run', () => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    [i + 1, (i % 5) + 1, i % 2, (i >> 1) % 2, (i >> 2) % 2, `第${i}条：会议太多`].join(),
  );
  const home = folderWith({
    'a.csv': [
      '基本信息,评分,困难（可多选）,,,存在的问题',
      '序号,满意度,经费不足,人手不够,其他,',
      ...rows,
    ].join('\n'),
  });
  expect(canvass(['init', 'a.csv', '--out', 'survey.yaml'], home).status).toBe(0);
  expectAccepted(home);
  const chosen = tableOf(join(home, 'output'), 'closed').filter(({ type }) => type === 'multiple');
  expect(chosen.map(({ option, n }) => [option, n])).toEqual([
    ['经费不足', '30'],
    ['人手不够', '30'],
    ['其他', '28'],
  ]);
});

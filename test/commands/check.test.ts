/** `canvass check` as a user sees it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { encode } from '../read/encode.ts';
import { canvass, folderWith } from '../support/cli.ts';

const SURVEY = `title: t
rounds:
  - {id: r1, files: [a.csv]}
  - {id: r2, files: [b.csv]}
exclude: {status: [test]}
questions:
  - {id: s, type: scale, column: mood, range: [1, 3], missing: [none]}
  - {id: m, type: multiple, column: why, options: [A, B, 其他]}
  - {id: o, type: open, column: said, taxonomy: organ}
`;
const A = `status,mood,why,said,from
ok,1,A;A;B,经费不足,web

ok,none,C;B,,web
test,2,A,x,phone
ok,9,其他〖a〗,(空),
ok,3
`;
const B = 'status;mood;why;said\nok;2;A;会议太多\n';
const folder = () =>
  folderWith({ 'survey.yaml': `${SURVEY}maximum_set_aside: 0.5\n`, 'a.csv': A, 'b.csv': B });

test('check prints how each file was read, its balance, what was left, and the sum of all files', () => {
  const { status, stdout } = canvass(['check', '.'], folder());
  expect(status).toBe(0);
  expect(stdout).toBe(`r1  a.csv  5 rows = 3 used + 1 set aside + 1 excluded
  utf-8, valid from the first byte to the last
  plain table, header rows: 1, separated by commas
              in  used  repeated  no answer  not asked  set aside  excluded
  rows         5     3         0          0          0          1         1
  cells       17     8         0          2          0          3         4
  selections   7     4         1          0          0          1         1
  characters   8     4         0          3          0          0         1
  rows set aside: too few cells 1
  cells set aside: out of range 1, in rows set aside 2
  selections set aside: unknown option 1
  blank lines: 1 (no rows)
  not read, as survey.yaml does not name them: from (columns: 1, filled cells: 3)
  why: words filled in beside an option were not read (cells: 1)
  row 4 why: unknown option (C)
  row 6 mood: out of range (9)
  row 7: too few cells (2 < 5)
r2  b.csv  1 row = 1 used + 0 set aside + 0 excluded
  utf-8, valid from the first byte to the last
  plain table, header rows: 1, separated by semicolons
              in  used  repeated  no answer  not asked  set aside  excluded
  rows         1     1         0          0          0          0         0
  cells        4     4         0          0          0          0         0
  selections   1     1         0          0          0          0         0
  characters   4     4         0          0          0          0         0
  note    b.csv: in exclude, "test" left out no row (status); the column has "ok" (1)
all files
              in  used  repeated  no answer  not asked  set aside  excluded
  rows         6     4         0          0          0          1         1
  cells       21    12         0          2          0          3         4
  selections   8     5         1          0          0          1         1
  characters  12     8         0          3          0          0         1
  rows set aside: too few cells 1
  cells set aside: out of range 1, in rows set aside 2
  selections set aside: unknown option 1
  blank lines: 1 (no rows)
hygiene r1: repeated ids not checked, identical answers 0 (flagged), straight-lining not checked, too fast not checked, contradictions not checked
hygiene r2: repeated ids not checked, identical answers 0 (flagged), straight-lining not checked, too fast not checked, contradictions not checked
hidden  281 head-counts for what they are, and 1 more that would give them away (minimum 5; head-counts are counted here, lines in tables and report)
Ready to run.
`);
});

test('in Chinese check says the same, reasons included', () => {
  const { stdout } = canvass(['check', '.', '--lang', 'zh-Hans'], folder());
  expect(stdout).toContain(`r1  a.csv  5 行 = 3 可用 + 1 搁置 + 1 排除
  utf-8：从头到尾都是有效的 UTF-8
  普通表格，表头 1 行，以逗号分隔
              读入  采用  重复  未答或跳过  未问  搁置  排除
  行             5     3     0           0     0     1     1
  格            17     8     0           2     0     3     4
  选项           7     4     1           0     0     1     1
  开放题字符     8     4     0           3     0     0     1
  搁置的行：格数太少 1
  搁置的格：超出范围 1、所在行已搁置 2
  搁置的选项：未知选项 1
  空行：1（不计入行数）
  未读：1 列（3 格），survey.yaml 没有提到：from
  why：1 格在选项旁另有填写的文字，未读
  第 4 行 why：未知选项（C）
`);
});

test('--json is one document with the same figures, file by file, key by key and in all', () => {
  const { stdout } = canvass(['check', '.', '--json'], folder());
  const { files, total, problems } = JSON.parse(stdout);
  expect(files[0]).toMatchObject({
    file: 'a.csv',
    encoding_reason: 'valid-utf8',
    runner_up: null,
    header_rows: 1,
    delimiter: ',',
    rows: 5,
    blank_lines: 1,
    unread_columns: [{ column: 'from', position: 5, cells: 3 }],
  });
  const none = { repeated: 0, missing: 0, skipped: 0, not_asked: 0, set_aside: 0, excluded: 0 };
  expect(files[0].balance.cells).toEqual({
    ...none,
    in: 17,
    used: 8,
    missing: 2,
    set_aside: 3,
    excluded: 4,
    reasons: { 'out-of-range': 1, 'row-set-aside': 2 },
  });
  const why = files[0].columns.find(({ key }: { key: string }) => key === 'questions.m');
  expect(why).toMatchObject({ column: 'why', position: 3, characters: null, fill_ins: 1 });
  expect(why.selections).toMatchObject({
    in: 7,
    used: 4,
    repeated: 1,
    set_aside: 1,
    excluded: 1,
  });
  expect(total.balance.characters).toEqual({
    ...none,
    in: 12,
    used: 8,
    missing: 3,
    excluded: 1,
    reasons: {},
  });
  expect(problems).toEqual([]);
});

test('a guessed encoding is told with what else it might be, in check, rows.csv and the report', () => {
  const text = '心情,意见\n1,经费不足，活动场地也不够用\n2,会议太多，材料反复报送\n';
  const survey = `title: t
rounds: [{id: r1, files: [a.csv]}]
questions: [{id: o, type: open, column: 意见, taxonomy: organ}]
`;
  const folder = folderWith({ 'survey.yaml': survey, 'a.csv': encode(text, 'gb18030') });
  expect(canvass(['check', '.'], folder).stdout).toMatch(
    /gb18030: not UTF-8, and the reading with the most plausible text; next best: (?:big5|windows-1252)\n/,
  );
  expect(canvass(['run', '.', '--out', 'out'], folder).status).toBe(0);
  const written = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  expect(written('tables/rows.csv')).toMatch(
    /reason,encoding_reason,runner_up\r\nr1,a\.csv,gb18030,plain,2,2,0,0,used,plausible-text,(?:big5|windows-1252)\r\n/,
  );
  expect(JSON.parse(written('manifest.json')).inputs[0]).toMatchObject({
    encoding_reason: 'plausible-text',
    runner_up: expect.stringMatching(/^(?:big5|windows-1252)$/),
  });
  expect(written('report.html')).toContain('按读出的文字最通顺者读作 gb18030');
});

test('a column of which too much cannot be used is refused by check and by run', () => {
  const survey = `title: t
rounds: [{id: r1, files: [a.csv]}]
questions: [{id: s, type: scale, column: mood, range: [1, 5]}]
`;
  const rows = Array.from({ length: 40 }, (_, i) => (i < 30 ? '3' : ['很好', '5分'][i % 2]));
  const folder = folderWith({ 'survey.yaml': survey, 'a.csv': `mood\n${rows.join('\n')}\n` });
  const said = `1 problem:
a.csv, column "mood", key questions.s
  found: 10 of 40 answers cannot be used (25 %; not a number 10), most often "很好" (5), "5分" (5)
  expected: at most 5 % of a column
  fix: add words of a scale to labels or aliases,`;
  const check = canvass(['check', '.', '--json'], folder);
  expect(check.status).toBe(1);
  expect(check.stderr).toContain(said);
  expect(JSON.parse(check.stdout).problems).toMatchObject([
    { message: 'column-unusable-numbers', column: 'mood', values: { count: 10 } },
  ]);
  const run = canvass(['run', '.', '--out', 'out'], folder);
  expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 1, stdout: '' });
  expect(run.stderr).toContain(said);
});

test.each([
  { what: 'what run would refuse', csv: `mood\n${'9\n'.repeat(40)}`, count: 1 },
  { what: 'a file that cannot be read as the survey says', csv: 'other\n1\n', count: 1 },
])('check ends with a sentence for $what too', ({ csv, count }) => {
  const survey = `title: t
rounds: [{id: r1, files: [a.csv]}]
questions: [{id: s, type: scale, column: mood}]
`;
  const folder = folderWith({ 'survey.yaml': survey, 'a.csv': csv });
  const { status, stdout } = canvass(['check', '.', '--lang', 'zh-Hans'], folder);
  expect(status).toBe(1);
  expect(stdout.trim().split('\n').at(-1)).toBe(
    `还不能运行：有 ${count} 个问题要先处理，列在下面。`,
  );
});

test('check says that two exports of the same answers were compared, and how they agree', () => {
  const [text, number] = ['text', 'number'].map((form) =>
    readFileSync(join(import.meta.dirname, `../read/fixtures/wenjuanxing-pair-by-${form}.csv`)),
  );
  const survey = `title: t
rounds: [{id: r1, files: [{path: a.csv, twin: b.csv}]}]
questions: [{id: o, type: open, column: 5、还有什么问题？, taxonomy: organ}]
`;
  const checked = (other: Uint8Array) => {
    const folder = folderWith({ 'survey.yaml': survey, 'a.csv': text!, 'b.csv': other });
    const twin = JSON.parse(canvass(['check', '.', '--json'], folder).stdout).files[0].twin;
    return { twin, said: canvass(['check', '.', '--lang', 'zh-Hans'], folder).stdout };
  };
  const alike = checked(number!);
  // Six columns hold answers; times and the like are not compared.
  expect(alike.twin).toEqual({ file: 'b.csv', rows: 4, cells: 24, differing: 0 });
  expect(alike.said).toContain('  已与 b.csv 逐格核对：4 行、24 格，全部一致\n');
  const other = checked(Buffer.from(number!.toString().replace('材料太多', '别的')));
  expect(other.twin).toMatchObject({ differing: 1 });
  expect(other.said).toContain('其中 1 格不一致');
});

test('of many things set aside the first thousand of a file are listed, and all are counted', () => {
  const survey = `title: t
rounds:
  - {id: r1, files: [a.csv, b.csv]}
  - {id: r2, files: [c.csv]}
maximum_set_aside: 1
questions: [{id: s, type: scale, column: mood, range: [1, 5]}]
`;
  const bad = (n: number) => Array.from({ length: n }, (_, i) => (i % 3 === 0 ? '9' : '很好'));
  const files = {
    'survey.yaml': survey,
    'a.csv': `id,mood\n1,1\n${bad(1200)
      .map((cell) => `1,${cell}\n`)
      .join('')}`,
    'b.csv': 'id,mood\n1,2\n1,9\n1\n',
    'c.csv': 'id,mood\n1,3\n1,好\n',
  };
  const folder = folderWith(files);
  const report = JSON.parse(canvass(['check', '.', '--json'], folder).stdout);
  const [a, b, c] = report.files;
  expect(a.entries).toHaveLength(1000);
  expect(a.entries.at(-1)).toMatchObject({ row: 1002, column: 'mood', reason: 'out-of-range' });
  expect(a.entries_left_out).toBe(200);
  expect(a.entry_counts).toEqual([
    { column: 'mood', reason: 'out-of-range', count: 400 },
    { column: 'mood', reason: 'not-a-number', count: 800 },
  ]);
  expect([b, c].map((one) => one.entries)).toEqual([
    [
      { row: 3, column: 'mood', reason: 'out-of-range', found: '9' },
      { row: 4, column: '', reason: 'too-few-cells', found: '1 < 2' },
    ],
    [{ row: 3, column: 'mood', reason: 'not-a-number', found: '好' }],
  ]);
  expect([b, c].map((one) => one.entries_left_out)).toEqual([0, 0]);
  expect(canvass(['check', '.'], folder).stdout).toContain('  … and 1180 more\n');
});

test('multiple choice in one cell in a round and in a column an option in another: how to write that, and it does', () => {
  const files = {
    'a.csv': 'mood,why\n1,A;B\n2,B\n',
    'b.csv': 'mood,A,B\n1,1,0\n2,0,1\n',
  };
  const survey = (asked: string, more = '') => `title: t
rounds: [{id: r1, files: [a.csv]}, {id: r2, files: [b.csv]}]
questions:
  - {id: s, type: scale, column: mood, range: [1, 3]}
  - {id: m, type: multiple, columns: [A, B], options: [A, B]${asked}}
${more}`;
  const refused = canvass(['check', '.'], folderWith({ 'survey.yaml': survey(''), ...files }));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('1 problem:');
  expect(refused.stderr).toContain('has no column "A | B" of multiple choice m');
  expect(refused.stderr).toMatch(/write asked: \[r2\] on this question, .* with asked: \[r1\]/);
  const other = '  - {id: m1, type: multiple, column: why, options: [A, B], asked: [r1]}\n';
  const mended = folderWith({ 'survey.yaml': survey(', asked: [r2]', other), ...files });
  expect(canvass(['check', '.'], mended).status).toBe(0);
});

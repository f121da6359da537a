/** The commands beside `run`, as a user types them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { columnWidth } from '../pipeline/commands/column-width.ts';
import { canvass, folderWith } from './support/cli.ts';

const TAXONOMY = `id: shop
labels: Shop
problems:
  - {id: W1, labels: Tools, terms: [no tools], subproblems: [{id: W1.1, labels: Parts, terms: [waiting for parts]}]}
  - {id: W2, labels: Time, terms: [no time]}
`;
const DATA = 'id,said\n1,"no tools, no time"\n2,=waiting for parts\n3,fine\n';
const code = (folder: string, ...args: string[]) =>
  canvass(['code', 'a.csv', '--column', 'said', '--taxonomy', 'shop.yaml', ...args], folder);

test('code writes the input columns, then status, codes, confidence and evidence, in input order', () => {
  const { status, stdout } = code(folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': DATA }));
  const lines = stdout.trimEnd().split('\r\n');
  expect(status).toBe(0);
  expect(lines[0]).toBe('id,said,status,codes,confidence,evidence');
  expect(lines[1]).toMatch(
    /^1,"no tools, no time",coded,W1;W2,0\.\d\d;0\.\d\d,"\[\{""code"":""W1"",""text"":""no tools"",""start"":0,""end"":8\}/,
  );
  expect(lines).toHaveLength(4);
});

test.each([
  ['sad', 'the nearest is "said"', 'if that is the one, write "said"'],
  ['words', 'no column "words"', 'name the column as the header does'],
])(
  'a column "%s" that a table lacks is told without a word of survey.yaml',
  (column, found, fix) => {
    const folder = folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': DATA });
    const { status, stderr } = code(folder, '--column', column, '--lang', 'en');
    expect(status).toBe(1);
    expect(stderr).toContain(found);
    expect(stderr).toContain(`fix: ${fix}\n`);
    expect(stderr).not.toContain('survey.yaml');
  },
);

test('code guards cells that look like a formula, unless told to leave them raw', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': DATA });
  expect(code(folder).stdout).toContain(`2,"'=waiting for parts",coded,W1.1`);
  expect(code(folder, '--raw').stdout).toContain('2,=waiting for parts,coded,W1.1');
});

test('code reads JSON lines from standard input and writes them', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY });
  const input = '{"id":1,"said":"no time 😀 no tools"}\n\n{"id":2,"said":null}\n';
  const args = ['code', '-', '--column', 'said', '--taxonomy', 'shop.yaml', '--format', 'ndjson'];
  const { status, stdout } = canvass(args, folder, input);
  expect(status).toBe(0);
  const [first, second] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ id: 1, status: 'coded', codes: ['W1', 'W2'] });
  for (const { text, start, end } of first.evidence)
    expect('no time 😀 no tools'.slice(start, end)).toBe(text);
  expect(second).toMatchObject({ id: 2, status: 'empty', codes: [], evidence: [] });
});

test('code reads a CSV from standard input', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY });
  const { stdout } = canvass(
    ['code', '-', '--column', 'said', '--taxonomy', 'shop.yaml'],
    folder,
    DATA,
  );
  expect(stdout.split('\r\n')[3]).toMatch(/^3,fine,/);
});

test('code --out writes a file that Excel opens as UTF-8, and nothing to standard output', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': DATA });
  const { stdout } = code(folder, '--out', 'coded.csv');
  expect(stdout).toBe('');
  expect(readFileSync(join(folder, 'coded.csv'), 'utf8')).toMatch(/^\uFEFFid,said,status/);
});

test('code leaves columns of the input that are called like its own', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': 'said,codes\nno time,mine\n' });
  const [header, line] = code(folder).stdout.split('\r\n');
  expect(header).toBe(
    'said,codes,canvass_status,canvass_codes,canvass_confidence,canvass_evidence',
  );
  expect(line).toMatch(/^no time,mine,coded,W2,/);
});

test.each([
  { what: 'a column that is not there', args: ['--column', 'sayd'], says: 'said' },
  { what: 'a taxonomy that is not there', args: ['--taxonomy', 'shops.yaml'], says: 'shops.yaml' },
])('code refuses $what', ({ args, says }) => {
  const { status, stdout, stderr } = code(
    folderWith({ 'shop.yaml': TAXONOMY, 'a.csv': DATA }),
    ...args,
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(says);
});

test('code refuses a line that is no JSON object, with its number', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY });
  const args = ['code', '-', '--column', 'said', '--taxonomy', 'shop.yaml', '--format', 'ndjson'];
  const { status, stderr } = canvass(args, folder, '{"said":"x"}\n[1]\n');
  expect(status).toBe(1);
  expect(stderr).toContain('line 2');
});

// Truth W1.1, W1, W2, NONE, NONE, OTHER against the coder's W1.1, W1, nothing, no-problem, coded W2, uncoded.
const HAND = `said,codes
waiting for parts,W1.1
no tools,W1
we never have an hour,W2
nothing,NONE
no time like the present for praise,NONE
the canteen is far,OTHER
`;

test('evaluate compares with hand codes: two hits, one miss, one false alarm', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY, 'hand.csv': HAND });
  const args = [
    'evaluate',
    'hand.csv',
    '--column',
    'said',
    '--truth',
    'codes',
    '--taxonomy',
    'shop.yaml',
  ];
  const result = JSON.parse(canvass([...args, '--json'], folder).stdout);
  expect(result.answers).toBe(6);
  expect(result.problems.micro).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
  expect(result.problems.codes[0]).toMatchObject({
    code: 'W1',
    precision: 1,
    recall: 1,
    f1: 1,
    kappa: 1,
  });
  expect(result.problems.codes[1]).toMatchObject({
    code: 'W2',
    precision: 0,
    recall: 0,
    support: 1,
    predicted: 1,
  });
  // The answer whose truth names only W1 is left out of the sub-problems.
  expect(result.subproblems.codes[0]).toMatchObject({
    code: 'W1.1',
    precision: 1,
    recall: 1,
    support: 1,
  });
  expect(result.none).toMatchObject({
    support: 2,
    predicted: 1,
    recall: 0.5,
    answers_with_problem: 4,
    problems_called_none: 0,
  });
  expect(canvass(args, folder).stdout).toContain('micro     0.667    0.667    0.667');
});

test('evaluate refuses hand codes that the taxonomy does not have', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY, 'hand.csv': 'said,codes\nx,W9\n' });
  const { status, stderr } = canvass(
    ['evaluate', 'hand.csv', '--column', 'said', '--truth', 'codes', '--taxonomy', 'shop.yaml'],
    folder,
  );
  expect(status).toBe(1);
  expect(stderr).toContain('hand.csv, row 2, column "codes"');
});

test('explain shows the words that prove a code', () => {
  const folder = folderWith({ 'shop.yaml': TAXONOMY });
  const { status, stdout } = canvass(
    ['explain', 'we have no tools here', '--taxonomy', 'shop.yaml'],
    folder,
  );
  expect(status).toBe(0);
  expect(stdout).toContain('W1');
  expect(stdout).toContain('no tools');
});

test('check writes nothing and lists what would be set aside', () => {
  const survey = `title: t
rounds: [{id: r1, files: [a.csv]}]
questions: [{id: s, type: scale, column: mood, range: [1, 3]}]
`;
  const folder = folderWith({ 'survey.yaml': survey, 'a.csv': 'mood\n1\n2\n9\n' });
  const { status, stdout } = canvass(['check', '.'], folder);
  expect(status).toBe(0);
  expect(stdout).toContain('3 rows = 3 used + 0 set aside + 0 excluded');
  expect(stdout).toContain('row 4 mood: out of range (9)');
  const { files } = JSON.parse(canvass(['check', '.', '--json'], folder).stdout);
  expect(files[0].entries).toEqual([
    { row: 4, column: 'mood', reason: 'out-of-range', found: '9' },
  ]);
});

test('--help names every command of the contract, in the language asked for', () => {
  const help = canvass(['--help']).stdout;
  for (const name of ['run', 'check', 'init', 'code', 'explain', 'evaluate', 'taxonomy'])
    expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect(canvass(['--lang', 'zh-Hans', '--help']).stdout).toMatch(/用法：[\s\S]*问卷[\s\S]*命令：/);
});

test.each([
  [],
  ...['run', 'check', 'tally', 'init', 'code', 'explain', 'evaluate', 'taxonomy'].map((one) => [
    one,
  ]),
])('help is Chinese throughout where it is asked for in Chinese: canvass %s', (...args) => {
  const help = canvass([...args, '--help', '--lang', 'zh-Hans']).stdout;
  expect(help).toMatch(/^用法：canvass ([a-z]+ )?\[选项\]/);
  expect(help).not.toMatch(/Usage|Options|Arguments|Commands|\[options\]|default:|choices:/);
  expect(help).not.toMatch(/） ?（/);
});

test('Chinese help fits 80 columns, and no line begins with a mark that closes', () => {
  const help = canvass(['run', '--help', '--lang', 'zh-Hans']).stdout;
  for (const line of help.split('\n')) {
    expect(columnWidth(line)).toBeLessThanOrEqual(80);
    expect(line).not.toMatch(/^\s*[，。；：）”、]/);
  }
});

test('a bad choice is told with the choices, a slip with the nearest name', () => {
  const said = (...args: string[]) => canvass([...args, '--lang', 'zh-Hans']).stderr;
  expect(said('code', 'a', '--format', 'xml')).toContain('“xml”不能用：只能是 csv、ndjson\n');
  expect(said('run', '--jobs', '0')).toContain('“0”不能用：应为 1 至 256 的整数\n');
  expect(said('run', '--outt')).toContain('没有“--outt”这个选项；是否指 --out？\n');
  expect(said('run', 'a', 'b')).toContain('参数太多：“run”最多 1 个，给了 2 个\n');
  expect(said('code', 'a', '--column')).toContain('“--column <name>”后面没有写值\n');
});

test.each([
  { args: ['rum'], zh: '没有“rum”这个命令', en: 'no command "rum"' },
  { args: ['run', '--outt'], zh: '没有“--outt”这个选项', en: 'no option "--outt"' },
  { args: ['explain', '--taxonomy', 'organ'], zh: '缺少“text”', en: '"text" is missing' },
  { args: ['code', 'a.csv'], zh: '缺少“--column <name>”', en: '"--column <name>" is missing' },
  { args: ['run', '--jobs', 'x'], zh: '“x”不能用', en: '"x" cannot be used' },
])('wrong usage is told in the language asked for: $en', ({ args, zh, en }) => {
  expect(canvass(args).stderr).toContain(en);
  expect(canvass([...args, '--lang', 'zh-Hans']).stderr).toContain(zh);
});

/** Files with one defect each: read right, noted, or refused by a problem that names the place. */
import { expect, test } from '@jest/globals';
import { oneFile } from './effects.ts';
import { OPEN, party, problemOf, readParty, SCALES, SOUND } from './hostile.ts';
import { fixture, readAll, roundFile, single, survey } from './surveys.ts';

const [first, second, , fourth] = SOUND.answers;

test.each([
  { file: 'utf16le-tab-mark.txt', encoding: 'utf-16le' },
  { file: 'utf16le-no-mark.csv', encoding: 'utf-16le' },
  { file: 'gbk.csv', encoding: 'gb18030' },
  { file: 'tab-named-csv.csv', encoding: 'utf-8' },
  { file: 'trailing-commas.csv', encoding: 'utf-8' },
  { file: 'lines-of-blanks.csv', encoding: 'utf-8' },
  { file: 'blank-lines-at-end.csv', encoding: 'utf-8' },
  { file: 'prototype-headers.csv', encoding: 'utf-8' },
])('$file is read like a sound file, as $encoding', async ({ file, encoding }) => {
  const read = await readParty(file);
  expect(read).toMatchObject({ encoding, ids: SOUND.ids, setAside: [], notes: [] });
  expect(read.units.slice(0, 3)).toEqual(SOUND.units);
  expect(read.texts.slice(0, 4)).toEqual(SOUND.answers);
  expect(read.options[2]).toEqual(['考核评价不科学', '党员作用发挥不明显']);
  expect(read.respondents[4]?.weight).toBe(1);
});

test.each([
  { file: 'newline-in-cell.csv', at: 2, text: '第一行\n第二行' },
  { file: 'quotes-doubled.csv', at: 2, text: '他说"两张皮"很严重，""也有' },
  { file: 'only-quotes.csv', at: 2, text: '""""' },
  { file: 'quotes-at-edges.csv', at: 2, text: '"党建"' },
  { file: 'newlines-at-edges.csv', at: 2, text: '\n正文\n' },
  { file: 'full-width-comma.csv', at: 1, text: '甲，乙，丙' },
  {
    file: 'semicolons-in-answers.csv',
    at: 6,
    text: '一;二;三;四;五;六;七;八;九;十;十一;十二;十三;十四;十五|a|b|c|5',
  },
  { file: 'control-characters.csv', at: 4, text: 'ESC\x1b[2J\x1b[31m清屏' },
])('$file keeps the answer of respondent $at as it came', async ({ file, at, text }) => {
  const { ids, texts } = await readParty(file);
  expect({ ids, text: texts[at - 1] }).toEqual({ ids: SOUND.ids, text });
});

test('an open question that nobody answered gives six empty texts', async () => {
  expect((await readParty('nobody-answered.csv')).texts).toEqual(['', '', '', '', '', '']);
});

test('what was filled in does not split an option, and a repeated option counts once', async () => {
  expect((await readParty('wenjuanxing-fill-ins.csv')).options).toEqual([
    ['党建与业务融合不够'],
    ['党建与业务融合不够', '形式主义负担重', '其他'],
    'skipped',
    'missing',
    ['其他'],
    ['形式主义负担重'],
  ]);
});

test('blanks of all kinds around the points of a scale do no harm', async () => {
  const { respondents, setAside } = await readParty('blanks-around-points.csv');
  expect(respondents).toHaveLength(10);
  expect(setAside).toEqual([]);
});

// Rows are those a spreadsheet shows: the header is row 1.
test.each([
  { file: 'cesu8-surrogates.csv', row: 4, column: OPEN, message: 'undecodable', offset: 866 },
  { file: 'latin1-byte-in-utf8.csv', row: 3, column: OPEN, message: 'undecodable', offset: 695 },
])('$file is refused at row $row, byte $offset', async ({ file, offset, ...place }) => {
  const values = { encoding: 'utf-8', offset };
  expect(await problemOf(file)).toMatchObject({ file, ...place, values });
});

test.each([
  { file: 'utf16le-lone-surrogate.csv', row: 4, column: OPEN, message: 'undecodable' },
  { file: 'quote-unclosed.csv', row: 4, column: OPEN, message: 'quote-unclosed' },
  { file: 'quote-unclosed-last.csv', row: 7, column: OPEN, message: 'quote-unclosed' },
  { file: 'quote-unclosed-reclosed.csv', row: 7, column: OPEN, message: 'quote-misplaced' },
  { file: 'zero-bytes-at-end.csv', row: 8, message: 'zero-bytes' },
])('$file is refused at row $row: $message', async ({ file, ...problem }) => {
  expect(await problemOf(file)).toMatchObject({ file, ...problem });
});

test.each([
  { file: 'newlines-only.csv', message: 'file-empty', values: {} },
  { file: 'html-table.csv', message: 'not-a-table', values: { kind: 'HTML' } },
  { file: 'json.csv', message: 'not-a-table', values: { kind: 'JSON' } },
  { file: 'xls-named-csv.csv', message: 'workbook-broken', values: {} },
])('$file is refused for what it is: $message', async ({ file, message, values }) => {
  expect(await problemOf(file)).toMatchObject({ file, message, values });
});

test('a folder in place of a file is refused', async () => {
  const reading = readAll(roundFile(fixture('.')), party);
  await expect(reading).rejects.toMatchObject({ problems: [{ message: 'file-is-folder' }] });
});

test.each([
  { file: 'short-row.csv', used: 7, row: 6, reason: 'too-few-cells', found: '12 < 14' },
  { file: 'shifted-row.csv', used: 7, row: 4, reason: 'too-many-cells', found: '15 > 14' },
  {
    file: 'repeated-header.csv',
    used: 6,
    row: 5,
    reason: 'repeated-header',
    found: '序号 | 提交答卷时间 | 单位 | …',
  },
  { file: 'weight-blank.csv', used: 7, row: 6, reason: 'bad-weight', found: '权重=' },
])('$file loses row $row to $reason, no other', async ({ file, used, ...entry }) => {
  const { respondents, setAside } = await readParty(file);
  expect(setAside).toMatchObject([{ column: '', ...entry }]);
  expect(respondents).toHaveLength(used);
});

test('a point off the scale loses its cell, not its row', async () => {
  const { respondents, setAside } = await readParty('point-out-of-range.csv');
  expect(respondents).toHaveLength(10);
  expect(setAside).toEqual([{ row: 8, column: SCALES[1], reason: 'out-of-range', found: '6' }]);
});

test.each([
  { file: 'zero-byte-in-cell.csv', note: { kind: 'zero-byte', row: 4, column: OPEN, count: 1 } },
  {
    file: 'duplicate-header-unused.csv',
    note: { kind: 'duplicate-header', row: 1, column: '备注', count: 1 },
  },
  {
    file: 'control-characters.csv',
    note: { kind: 'control-character', row: 2, column: OPEN, count: 5 },
  },
  {
    // 单位, 单位 with a blank behind, and 単位: the first is meant.
    file: 'near-duplicate-header.csv',
    note: { kind: 'duplicate-header', row: 1, column: '单位', count: 1 },
  },
])('$file is read, and its oddity noted', async ({ file, note }) => {
  const { ids, notes } = await readParty(file);
  expect({ ids, notes }).toEqual({ ids: SOUND.ids, notes: [note] });
});

test('a column without a header is noted, its place kept', async () => {
  const bytes = Buffer.from('单位,,序号\n甲,x,1\n');
  const by = survey({ questions: [single('单位'), single('序号')] });
  const read = await readAll(roundFile('/a.csv'), by, oneFile(bytes));
  expect(read.respondents[0]?.answers).toEqual([
    { kind: 'options', options: ['甲'] },
    { kind: 'options', options: ['1'] },
  ]);
  expect(read.notes()).toEqual([{ kind: 'blank-header', row: 1, column: '', count: 1 }]);
});

test('the answers before and after a zero byte are untouched', async () => {
  const { texts } = await readParty('zero-byte-in-cell.csv');
  expect(texts.slice(0, 4)).toEqual([first, second, '前\0后', fourth]);
});

test('control characters are a blank in names and stay in answers', async () => {
  const { units, texts } = await readParty('control-characters.csv');
  expect(units.filter((unit) => /[\x00-\x1f\x7f]/.test(unit ?? ''))).toEqual([]);
  expect(texts.filter((text) => /[\x00-\x1f\x7f]/.test(text ?? '')).length).toBeGreaterThan(2);
});

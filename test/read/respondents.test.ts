import { expect, test } from '@jest/globals';
import { InputError } from '../../pipeline/errors.ts';
import type { Answer } from '../../pipeline/read/respondent.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { oneFile } from './effects.ts';
import {
  fixture,
  inColumns,
  joined,
  open,
  readAll,
  roundFile,
  scale,
  single,
  survey,
} from './surveys.ts';

const everyKind = survey({
  columns: { respondent: ['序号'], weight: ['权重'], stratum: null, cluster: null, fpc: null },
  exclude: [{ column: '单位类型', values: ['测试'] }],
  groups: [
    // The inner group first: the order of groups must not matter.
    {
      id: 'unit',
      label: sameInAll('单位'),
      column: ['单位'],
      within: 'type',
      aliases: new Map([['老处', '离退休处']]),
    },
    {
      id: 'type',
      label: sameInAll('类型'),
      column: ['单位类型'],
      within: null,
      aliases: new Map(),
    },
  ],
  questions: [
    scale('重视程度', { labels: new Map([['5', { ...sameInAll('非常重视'), en: 'very much' }]]) }),
    joined('困难', ['经费不足', '人手不够', '其他']),
    open('问题和困难'),
  ],
});

test('every kind of row and cell is used, set aside or excluded, and the row numbers are right', async () => {
  const read = await readAll(roundFile(fixture('every-kind-of-row.csv')), everyKind);
  expect(read.respondents.map(({ flags: _, design: __, ...rest }) => rest)).toEqual([
    {
      row: 2,
      id: '1',
      weight: 1.5,
      groups: ['机关/一处', '机关'],
      answers: [
        { kind: 'number', value: 5 },
        { kind: 'options', options: ['经费不足', '其他'] },
        { kind: 'text', text: '  会议太多' },
      ],
    },
    {
      row: 4,
      id: '2',
      weight: 2,
      groups: ['机关/离退休处', '机关'],
      answers: [{ kind: 'number', value: 5 }, { kind: 'skipped' }, { kind: 'text', text: '' }],
    },
    {
      row: 5,
      id: '3',
      weight: 0,
      groups: ['机关/(未填)', '机关'],
      answers: [
        { kind: 'missing' },
        { kind: 'options', options: ['经费不足'] },
        { kind: 'skipped' },
      ],
    },
    {
      row: 12,
      id: '8',
      weight: 1,
      groups: ['农村/一处', '农村'],
      answers: [
        { kind: 'missing' },
        { kind: 'options', options: ['人手不够', '经费不足'] },
        { kind: 'text', text: '' },
      ],
    },
  ]);
  expect(read.setAside).toEqual([
    { row: 5, column: '重视程度', reason: 'out-of-range', found: '９' },
    { row: 5, column: '困难', reason: 'unknown-option', found: '乱写' },
    { row: 7, column: '', blamed: '权重', reason: 'bad-weight', found: '权重=-1' },
    { row: 8, column: '', reason: 'too-few-cells', found: '3 < 7' },
    { row: 9, column: '', reason: 'too-many-cells', found: '8 > 7' },
    {
      row: 10,
      column: '',
      reason: 'repeated-header',
      found: '序号 | 单位类型 | 单位 | …',
    },
    { row: 12, column: '重视程度', reason: 'not-a-number', found: '5分' },
    { row: 13, column: '', reason: 'totals-row', found: '合计' },
  ]);
  const rowsAside = read.setAside.filter(({ column }) => column === '').length;
  expect(read.excluded).toBe(1);
  expect(read.rows).toBe(read.respondents.length + rowsAside + read.excluded);
});

/** Answers to one question, one row a cell. */
async function answersTo(question: Parameters<typeof survey>[0]['questions'], cells: string[]) {
  const text = `id,q\n${cells.map((cell, i) => `${i},"${cell}"`).join('\n')}\n`;
  const read = await readAll(
    roundFile('/q.csv'),
    survey({ questions: question! }),
    oneFile(Buffer.from(text)),
  );
  return { ...read, answers: read.respondents.map(({ answers }) => answers[0] as Answer) };
}

test.each([
  { cell: '4', value: 4 },
  { cell: ' 4\u00a0', value: 4 },
  { cell: '４', value: 4 },
  { cell: '4.0', value: 4 },
  { cell: '非常重视', value: 5 },
  { cell: 'very much', value: 5 },
  { cell: '特别重视', value: 5 },
  { cell: '拒答', value: null },
  { cell: '4.5', value: null, reason: 'not-a-point' },
  { cell: '1e1', value: null, reason: 'not-a-point' },
  { cell: '1e400', value: null, reason: 'not-a-number' },
  { cell: '5 非常重视', value: null, reason: 'not-a-number' },
  { cell: '0', value: null, reason: 'out-of-range' },
  { cell: '-1', value: null, reason: 'out-of-range' },
])('scale cell "$cell" is $value', async ({ cell, value, reason }) => {
  const labels = new Map([['5', { ...sameInAll('非常重视'), en: 'very much' }]]);
  const aliases = new Map([['特别重视', '非常重视']]);
  const read = await answersTo([scale('q', { labels, aliases, missing: ['拒答'] })], [cell]);
  expect(read.answers).toEqual([value === null ? { kind: 'missing' } : { kind: 'number', value }]);
  expect(read.setAside).toEqual(reason ? [{ row: 2, column: 'q', reason, found: cell }] : []);
});

test('a reversed scale is turned round within its range, labels included', async () => {
  const labels = new Map([['1', sameInAll('很差')]]);
  const read = await answersTo(
    [scale('q', { range: [0, 10], reverse: true, labels })],
    ['2', '很差'],
  );
  expect(read.answers).toEqual([
    { kind: 'number', value: 8 },
    { kind: 'number', value: 9 },
  ]);
});

test('a single choice is trimmed, renamed and freed of what was filled in', async () => {
  const question = single('q', ['党员', '其他'], { aliases: new Map([['中共党员', '党员']]) });
  const read = await answersTo([question], [' 中共党员 ', '其他〖群众〗', '群众', '']);
  expect(read.answers).toEqual([
    { kind: 'options', options: ['党员'] },
    { kind: 'options', options: ['其他'] },
    { kind: 'missing' },
    { kind: 'missing' },
  ]);
  expect(read.setAside).toEqual([{ row: 4, column: 'q', reason: 'unknown-option', found: '群众' }]);
});

test('survey words for not asked and not answered are taken as such', async () => {
  const words = { missing: ['拒答'], skipped: ['NA'] };
  const read = await answersTo([open('q', words)], ['拒答', 'NA', ' 拒答了一次 ']);
  expect(read.answers).toEqual([
    { kind: 'text', text: '' },
    { kind: 'skipped' },
    { kind: 'text', text: ' 拒答了一次 ' },
  ]);
});

test('one column an option: chosen, answered, not answered and not asked are told apart', async () => {
  const text = 'A,B\n1,0\n0,No\n,\n(跳过),(跳过)\nA,\n(空),0\n';
  const by = survey({ questions: [inColumns(['A', 'B'], [], ['No'])] });
  const { respondents } = await readAll(roundFile('/q.csv'), by, oneFile(Buffer.from(text)));
  // The row of delimiters only is no respondent.
  expect(respondents.map(({ answers }) => answers[0])).toEqual([
    { kind: 'options', options: ['A'] },
    { kind: 'options', options: [] },
    { kind: 'skipped' },
    { kind: 'options', options: ['A'] },
    { kind: 'options', options: [] },
  ]);
});

test('without a respondent column the row is the id, without weights the weight is 1', async () => {
  const read = await answersTo([open('q')], ['x']);
  expect(read.respondents[0]).toMatchObject({ row: 2, id: '2', weight: 1 });
});

test('all missing and ambiguous columns are told at once, with the nearest header', async () => {
  const by = survey({ questions: [single('单位'), single('党令'), open('问题')] });
  const error = await readAll(roundFile(fixture('duplicate-header.csv')), by).catch(
    (caught) => caught,
  );
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems).toMatchObject([
    { message: 'column-ambiguous', values: { wanted: '单位', count: 2, positions: '1, 2' } },
    { message: 'column-missing-near', values: { wanted: '党令', nearest: '党龄' } },
    { message: 'column-missing', values: { wanted: '问题', headers: '单位 | 单位 | 党龄' } },
  ]);
});

test('an ambiguous column is told with the row of the header, wherever that stands', async () => {
  const bytes = Buffer.from('\n\n调查结果,,\n单位,单位,党龄\n甲,乙,3\n');
  const file = { ...roundFile('/q.csv'), headerRows: 2 };
  const by = survey({ questions: [single('单位')] });
  const error = await readAll(file, by, oneFile(bytes)).catch((caught) => caught);
  expect((error as InputError).problems).toMatchObject([{ message: 'column-ambiguous', row: 4 }]);
});

test('a slash in the name of a parent is written wide, so that no two nested values run into one', async () => {
  const group = (id: string, within: string | null) => ({
    id,
    label: sameInAll(id),
    column: [id],
    within,
    aliases: new Map<string, string>(),
  });
  const by = survey({ groups: [group('type', null), group('unit', 'type')] });
  const bytes = Buffer.from('type,unit\nA/B,C\nA,B/C\n');
  const { respondents } = await readAll(roundFile('/q.csv'), by, oneFile(bytes));
  expect(respondents.map(({ groups }) => groups)).toEqual([
    ['A／B', 'A／B/C'],
    ['A', 'A/B/C'],
  ]);
});

import { expect, test } from '@jest/globals';
import { openExport } from '../../pipeline/read/export.ts';
import { realFiles } from './effects.ts';
import { fixture, inColumns, open, readAll, roundFile, scale, survey } from './surveys.ts';

const opened = (name: string, headerRows: number | null = null) =>
  openExport(fixture(name), name, { encoding: null, sheet: null, headerRows }, realFiles);

test('SurveyMonkey: two header rows become one name a column', async () => {
  const { format, header, headerRows } = await opened('surveymonkey-two-header-rows.csv');
  expect({ format, headerRows }).toEqual({ format: 'surveymonkey', headerRows: 2 });
  expect(header).toEqual([
    'Respondent ID',
    'Collector ID',
    'How important is this?',
    'Which of these apply? [Money]',
    'Which of these apply? [Staff]',
    'Which of these apply? [Other (please specify)]',
    'What is the problem?',
  ]);
});

test('SurveyMonkey: options come from the second header row, data begin in row 3', async () => {
  const columns = ['Which of these apply? [Money]', 'Which of these apply? [Staff]'];
  const by = survey({ questions: [inColumns(columns, ['Staff', 'Money'])] });
  const { respondents } = await readAll(roundFile(fixture('surveymonkey-two-header-rows.csv')), by);
  expect(respondents.map(({ row, answers }) => [row, answers[0]])).toEqual([
    [3, { kind: 'options', options: ['Money'] }],
    [4, { kind: 'missing' }],
    [5, { kind: 'options', options: ['Staff'] }],
  ]);
});

test('问卷星 by number: -3 is not asked, -2 not answered, also in open questions', async () => {
  const columns = ['第2题(经费(阵地)不足)', '第2题(人手不够)'];
  const by = survey({
    questions: [
      scale('1、重视程度'),
      inColumns(columns, ['经费(阵地)不足', '人手不够']),
      open('3、问题'),
    ],
  });
  const read = await readAll(roundFile(fixture('wenjuanxing-by-number.csv')), by);
  expect(read.format).toBe('wenjuanxing-number');
  expect(read.setAside).toEqual([]);
  expect(read.respondents.map(({ answers }) => answers)).toEqual([
    [
      { kind: 'number', value: 4 },
      { kind: 'options', options: ['经费(阵地)不足'] },
      { kind: 'text', text: '两张皮' },
    ],
    [{ kind: 'missing' }, { kind: 'skipped' }, { kind: 'skipped' }],
    [
      { kind: 'number', value: 5 },
      { kind: 'options', options: [] },
      { kind: 'text', text: '' },
    ],
    [{ kind: 'number', value: 3 }, { kind: 'missing' }, { kind: 'text', text: '无' }],
  ]);
});

test('问卷星 by text is told from the one by number', async () => {
  const { format, header } = await opened('wenjuanxing-by-text.csv');
  expect(format).toBe('wenjuanxing-text');
  expect(header.slice(-2)).toEqual(['1、性别', '2、爱好']);
});

test('with header_rows a title above the header is passed over', async () => {
  const { header, format } = await opened('title-above-header.csv', 2);
  expect({ header, format }).toEqual({ header: ['序号', '单位', '问题'], format: 'plain' });
});

test('the second of two columns with one name is called name#2', async () => {
  const by = survey({ questions: [open('单位#2'), open('单位#1')] });
  const { respondents } = await readAll(roundFile(fixture('duplicate-header.csv')), by);
  expect(respondents[0]!.answers).toEqual([
    { kind: 'text', text: '二处' },
    { kind: 'text', text: '一处' },
  ]);
});

test('two columns of one name are noted, told apart by position', async () => {
  const file = await opened('duplicate-header.csv');
  expect(file.header).toEqual(['单位', '单位', '党龄']);
  expect(file.notes()).toEqual([{ kind: 'duplicate-header', row: 1, column: '单位', count: 1 }]);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Effects } from '../../pipeline/effects.ts';
import { InputError } from '../../pipeline/errors.ts';
import { UNSEEN } from '../support/unseen.ts';
import { inChunks, realFiles } from './effects.ts';
import { plainly } from './exported.ts';
import { fixture, joined, open, readAll, roundFile, single, survey } from './surveys.ts';

const TEXT = 'wenjuanxing-pair-by-text.csv';
const NUMBER = 'wenjuanxing-pair-by-number.csv';

const questions = [
  joined('3：主要困难（可多选）'),
  joined('4:请按轻重排序'),
  single('第2题(学习)'),
  open('5、还有什么问题？'),
];

/** Reads a pair of fixtures, the number file changed by `edit`. */
async function readPair(edit: (text: string) => string = (text) => text, text = TEXT, by = NUMBER) {
  const changed = Buffer.from(edit(await readFile(fixture(by), 'utf8')));
  const fx = {
    ...realFiles,
    stream: (path: string) =>
      path === fixture(by) ? inChunks(changed, 19) : realFiles.stream(path),
  } as Effects;
  const twin = { path: fixture(by), name: by };
  const read = await readAll({ ...roundFile(fixture(text)), twin }, survey({ questions }), fx);
  return { ...read, answers: read.respondents.map((one) => one.answers.map(plainly)) };
}

test('the number file tells the options, so that a cell is split though none is declared', async () => {
  const { answers, setAside, notes, twin } = await readPair();
  expect(answers).toEqual([
    [['经费、阵地', '人手/编制不足(机关)', '其他'], ['会议', '材料', '检查'], ['满意'], '材料太多'],
    ['skipped', ['材料', '会议'], 'missing', 'skipped'],
    // The empty cell of the ranking is -3 by number: it was not shown.
    [['经费'], 'skipped', ['不满意'], '无'],
    [['人手/编制不足(机关)'], ['检查'], ['一般'], ''],
  ]);
  expect(setAside).toEqual([]);
  expect(notes()).toEqual([]);
  expect(twin?.name).toBe(NUMBER);
});

test('an option that the number file does not have is set aside and noted', async () => {
  const { answers, setAside, notes } = await readPair((text) =>
    text.replace('第3题(人手/编制不足(机关))', '第3题(人手不足)'),
  );
  expect(answers[0]![0]).toEqual(['经费、阵地', '其他']);
  expect(setAside.map(({ row, reason, found }) => [row, reason, found])).toEqual([
    [2, 'unknown-option', '人手/编制不足(机关)'],
    [5, 'unknown-option', '人手/编制不足(机关)'],
  ]);
  expect(notes()).toEqual([
    { kind: 'twin-differs', row: 2, column: '3：主要困难（可多选）', count: 2 },
  ]);
});

test.each([
  {
    what: 'another single choice',
    from: '链接,192.0.2.3(北京-北京),3',
    to: '链接,192.0.2.3(北京-北京),1',
    column: '1、单位类型',
    row: 4,
  },
  {
    what: 'one option less',
    from: '0,1,1,1,1,2,3',
    to: '0,1,1,0,1,2,3',
    column: '3：主要困难（可多选）',
    row: 2,
  },
  {
    what: 'an answer to what is empty',
    from: '-2,1,0,0,0,-3',
    to: '2,1,0,0,0,-3',
    column: '第2题(活动(含志愿))',
    row: 4,
  },
  { what: 'other words', from: '材料太多', to: '材料不多', column: '5、还有什么问题？', row: 2 },
])('$what by number is noted, and the text is used', async ({ from, to, column, row }) => {
  const same = await readPair();
  const other = await readPair((text) => text.replace(from, to));
  expect(other.notes()).toEqual([{ kind: 'twin-differs', row, column, count: 1 }]);
  expect(other.answers).toEqual(same.answers);
});

test('a column of one file only is noted as not compared', async () => {
  const { notes } = await readPair((text) => text.replace('5、还有什么问题？', '6、别的'));
  expect(notes()).toEqual([
    { kind: 'twin-apart', row: 1, column: '5、还有什么问题？', count: 1 },
    { kind: 'twin-apart', row: 1, column: '6、别的', count: 1 },
  ]);
});

test.each([
  {
    what: 'rows in another order',
    edit: (text: string) => text.replace('\n3,', '\n9,'),
    message: 'twin-row',
    values: { found: '3', other: '9', otherRow: 4 },
  },
  {
    what: 'one respondent less',
    edit: (text: string) => text.replace(/\n4,.*/, ''),
    message: 'twin-count',
    values: { found: 4, other: 3 },
  },
  {
    what: 'three respondents more',
    edit: (text: string) =>
      text +
      ['5', '6', '7'].map((id) => text.slice(text.indexOf('\n4,') + 1).replace('4', id)).join(''),
    message: 'twin-count',
    values: { found: 4, other: 7 },
  },
])('$what: the pair is refused', async ({ edit, message, values }) => {
  const error = await readPair(edit).catch((caught) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems).toMatchObject([{ file: TEXT, message, values }]);
});

test('where a pair is refused, both files are closed', async () => {
  const header = '序号,提交答卷时间,所用时间,来源,来自IP,1、单位';
  const rows = (first: number, cell: string) =>
    Array.from({ length: 9000 }, (_, i) => `${i + first},,90秒,微信,192.0.2.1,${cell}`).join('\n');
  let opened = 0;
  const watched = async function* (text: string) {
    opened += 1;
    try {
      yield* inChunks(Buffer.from(text), 4096);
    } finally {
      opened -= 1;
    }
  };
  const texts = [`${header}\n${rows(1, '机关')}`, `${header}\n${rows(2, '1')}`];
  const fx = {
    stat: async () => ({ kind: 'file', size: 1 }),
    stream: (path: string) => watched(texts[path === '/t.csv' ? 0 : 1]!),
    ...UNSEEN,
  } as unknown as Effects;
  const twin = { path: '/n.csv', name: 'n.csv' };
  const by = survey({ questions: [single('1、单位')] });
  const error = await readAll({ ...roundFile('/t.csv'), twin }, by, fx).catch((caught) => caught);
  expect((error as InputError).problems).toMatchObject([{ message: 'twin-row', row: 2 }]);
  expect(opened).toBe(0);
});

test('two files of which the first is not by text, or not of one tool, are refused', async () => {
  for (const [text, by] of [
    [NUMBER, TEXT],
    [TEXT, 'wenjuan-original.csv'],
  ] as const) {
    const error = await readPair((same) => same, text, by).catch((caught) => caught);
    expect((error as InputError).problems).toMatchObject([{ file: text, message: 'twin-format' }]);
  }
});

test('a file that holds only numbers as far as one looks is the one by text if the survey says so', async () => {
  const rows = (cell: (i: number) => string) =>
    Array.from({ length: 40 }, (_, i) => `${i + 1},,90秒,微信,192.0.2.1,4,${cell(i)}`).join('\n');
  const header = '序号,提交答卷时间,所用时间,来源,来自IP,1、重视,2、困难';
  // Nobody was asked the second question among the first people.
  const text = `${header}\n${rows((i) => (i < 35 ? '' : '经费┋人手'))}\n`;
  const options = header.replace('2、困难', '第2题(经费),第2题(人手)');
  const number = `${options}\n${rows((i) => (i < 35 ? '-3,-3' : '1,1'))}\n`;
  const read = (own: string, other: string) => {
    const stream = (path: string) => inChunks(Buffer.from(path === '/t.csv' ? own : other), 97);
    const fx = {
      ...{ stat: async () => ({ kind: 'file', size: 1 }), stream },
      ...UNSEEN,
    } as unknown as Effects;
    const twin = { path: '/n.csv', name: 'n.csv' };
    return readAll(
      { ...roundFile('/t.csv'), twin },
      survey({ questions: [joined('2、困难')] }),
      fx,
    );
  };
  const { format, respondents } = await read(text, number);
  expect(format).toBe('wenjuanxing-text');
  expect(respondents.map(({ answers }) => plainly(answers[0]!)).slice(34)).toEqual([
    'skipped',
    ...Array.from({ length: 5 }, () => ['经费', '人手']),
  ]);
  const error = await read(number, text).catch((caught) => caught);
  expect((error as InputError).problems).toMatchObject([{ message: 'twin-format' }]);
});

test("问卷网's files in words and in codes are compared by the order of their columns", async () => {
  const readable = 'wenjuan-readable.csv';
  const twin = { path: fixture('wenjuan-original.csv'), name: 'wenjuan-original.csv' };
  const by = survey({ questions: [single('Q1_单位类型')] });
  const { notes, respondents } = await readAll({ ...roundFile(fixture(readable)), twin }, by);
  expect([respondents.length, notes()]).toEqual([3, []]);
});

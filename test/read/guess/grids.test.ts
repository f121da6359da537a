/** Columns under one title: rows of a grid, or questions of their own. */
import { expect, test } from '@jest/globals';
import { draftOf, table, units } from './draft-of.ts';

const WORDS = ['满意', '一般', '不满意'];
const drafted = (header: string, row: (i: number) => string) =>
  draftOf(table(`编号,${header}`, 60, (i) => `${i + 1},${row(i)}`));

test('questions of different kinds under one title are judged one by one, and named without it', async () => {
  const { groups, questions } = await drafted(
    '基本情况 [部门],基本情况 [性别],评价 [满意度],评价 [困难]',
    (i) => `${units(i)},${'男女'[i % 2]},${WORDS[i % 3]},${['经费', '人手、经费', '人手'][i % 3]}`,
  );
  expect(groups).toMatchObject([{ label: '部门', column: ['基本情况 [部门]'] }]);
  expect(questions).toMatchObject([
    { label: '性别', answer: { type: 'single', options: ['男', '女'] } },
    { label: '满意度', answer: { type: 'scale', range: [1, 3] } },
    { label: '困难', answer: { type: 'multiple', separator: '、' } },
  ]);
});

test('what two titles have both is named with its title', async () => {
  const { questions } = await drafted(
    '甲 [性别],甲 [困难],乙 [性别],乙 [困难]',
    (i) => `${'男女'[i % 2]},${'钱人'[i % 2]},${'男女'[i % 2]},${'钱人'[i % 2]}`,
  );
  expect(questions.map(({ label }) => label)).toEqual([
    '甲 — 性别',
    '甲 — 困难',
    '乙 — 性别',
    '乙 — 困难',
  ]);
});

test.each([
  { what: 'points', row: (i: number) => `${(i % 3) + 1},${(i % 2) + 4}`, range: [1, 5] },
  { what: 'words', row: (i: number) => `${WORDS[i % 2]},${WORDS[(i % 2) + 1]}`, range: [1, 3] },
])('the rows of a grid keep the points of all in $what', async ({ row, range }) => {
  const { questions } = await drafted('满意度 [会议],满意度 [材料]', row);
  expect(questions).toMatchObject([
    { label: '满意度 — 会议', answer: { type: 'scale', range } },
    { label: '满意度 — 材料', answer: { type: 'scale', range } },
  ]);
});

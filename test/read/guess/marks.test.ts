/** Questions with a column an option, told by cells of 0 and 1. */
import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../pipeline/survey/draft.ts';
import { draftOf, table } from './draft-of.ts';

/** Type, label and options of each question. */
const asked = ({ questions }: Draft) =>
  questions.map(({ label, answer }) => [
    answer.type,
    label,
    'options' in answer ? answer.options.join(' ') : '',
  ]);

/** Zeros and ones that differ from column to column. */
const marks = (i: number, count: number) =>
  Array.from({ length: count }, (_, at) => ((i >> (at % 4)) + at) % 2).join();

describe('columns of 0 and 1 are the options of one question where their headers begin alike', () => {
  test.each([
    {
      header: '5、主要困难-经费不足,5、主要困难-人手不够',
      gives: ['multiple', '主要困难', '经费不足 人手不够'],
    },
    { header: '困难_经费,困难_人手', gives: ['multiple', '困难', '经费 人手'] },
    { header: '困难—经费-活动,困难—经费-差旅', gives: ['multiple', '困难—经费', '活动 差旅'] },
    {
      header: 'Which problems? - money,Which problems? - people',
      gives: ['multiple', 'Which problems?', 'money people'],
    },
    { header: '5.经费不足,5.人手不够', gives: ['multiple', '第5题', '经费不足 人手不够'] },
  ])('$header', async ({ header, gives }) => {
    const draft = await draftOf(table(`${header},满意度`, 40, (i) => `${marks(i, 2)},${i % 5}`));
    expect(asked(draft)[0]).toEqual(gives);
    expect(draft.questions).toHaveLength(2);
  });
});

test('two such questions side by side are told apart by how their headers begin', async () => {
  const draft = await draftOf(
    table('困难-经费,困难-人手,需求-培训,需求-资金', 40, (i) => marks(i, 4)),
  );
  expect(asked(draft)).toEqual([
    ['multiple', '困难', '经费 人手'],
    ['multiple', '需求', '培训 资金'],
  ]);
});

test('a title above the options in a header of two rows is the question', async () => {
  const draft = await draftOf([
    '基本信息,,主要困难（可多选）,,,需求,,存在的问题',
    '答卷编号,身份,经费不足,人手不够,其他,培训,资金,',
    ...Array.from({ length: 40 }, (_, i) => `${i},党员,${marks(i, 5)},会议太多${i}`),
  ]);
  expect(draft.rounds[0]?.headerRows).toBe(2);
  expect(asked(draft)).toEqual([
    ['single', '身份', '党员'],
    ['multiple', '主要困难（可多选）', '经费不足 人手不够 其他'],
    ['multiple', '需求', '培训 资金'],
    ['open', '存在的问题', ''],
  ]);
  expect(draft.questions[1]?.answer).toMatchObject({
    columns: [['经费不足'], ['人手不够'], ['其他']],
  });
});

test('a title above the whole table is the question of nothing', async () => {
  const draft = await draftOf([
    '2026年问卷,,,',
    ...table('序号,困难-经费,困难-人手,满意度', 40, (i) => `${i},${marks(i, 2)},${i % 5}`),
  ]);
  expect(asked(draft)[0]).toEqual(['multiple', '困难', '经费 人手']);
});

test('three with nothing in common but their place are one question, which a note doubts', async () => {
  const draft = await draftOf(
    table('是否党员,经费不足,人手不够,领导重视不够,其他,权重', 40, (i) => `${marks(i, 5)},1`),
  );
  expect(asked(draft)).toEqual([
    ['single', '是否党员', '0 1'],
    ['multiple', '经费不足 / 人手不够 / 领导重视不够 …', '经费不足 人手不够 领导重视不够 其他'],
  ]);
  expect(draft.questions[1]?.notes).toEqual([{ key: 'note-marks', values: {} }]);
  expect(draft.weight).toEqual(['权重']);
});

test('questions of yes and no by 0 and 1 are choices, and never scales', async () => {
  const draft = await draftOf(
    table('是否党员,是否参加培训,是否满意,对工作满意,效果', 40, (i) => marks(i, 5)),
  );
  expect(draft.questions.map(({ answer }) => answer)).toMatchObject(
    Array(5).fill({ type: 'single', options: ['0', '1'] }),
  );
});

test('answers of 1 alone, and rows of a grid from 0 to 5, stay scales', async () => {
  const draft = await draftOf(
    table('评分-态度,评分-速度,满意度', 40, (i) => `${i % 6},${(i + 2) % 6},1`),
  );
  expect(draft.questions.map(({ answer }) => answer.type)).toEqual(['scale', 'scale', 'scale']);
});

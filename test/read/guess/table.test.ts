/** Where a table begins, and what becomes of its limit if much of it cannot be used. */
import { expect, test } from '@jest/globals';
import { draftOf, table, units } from './draft-of.ts';

test('a title above the header is looked below', async () => {
  const draft = await draftOf([
    '2026年问卷,,',
    ',,',
    '序号,单位,问题',
    '1,一处,会多',
    '2,二处,人少',
  ]);
  expect(draft.rounds[0]?.headerRows).toBe(2);
  expect(draft.questions[0]?.label).toBe('问题');
});

test('of several lines above the header none is taken for it, and no limit is raised for them', async () => {
  const draft = await draftOf([
    '2026年机关党建调查数据,,,,',
    '制表：办公室,,,2026年3月1日,',
    '单位：人次,,,,',
    ...table(
      '序号,单位,满意度,重视程度,问题',
      40,
      (i) => `${i + 1},${units(i)},4,${(i % 5) + 1},会多`,
    ),
    '填表人：办公室,,,,',
  ]);
  expect(draft.rounds[0]?.headerRows).toBe(4);
  expect(draft.questions.map(({ label }) => label)).toEqual(['满意度', '重视程度', '问题']);
  expect(draft.maximumSetAside).toBeNull();
});

test.each([
  '填表人：甲,,审核人：乙,日期：2026年3月,',
  '填表人,甲,审核人,乙,',
  ',,填报单位（盖章）：某局,,',
  '以上共40人,,,,',
])('no cell of "%s" below a table becomes an option or a unit', async (line) => {
  const rows = table(
    '单位,编号,性别,职务,满意度',
    40,
    (i) => `${units(i)},${i + 1},${i % 2 ? '男' : '女'},${['科员', '科长'][i % 2]},${(i % 5) + 1}`,
  );
  expect(await draftOf([...rows, line])).toEqual(await draftOf(rows));
});

test('a header in two rows is read as two, also where the upper one names most columns', async () => {
  const draft = await draftOf([
    '序号,满意度,困难（可多选）,,,建议',
    '（编号）,,经费不足,人手不够,其他,',
    ...Array.from({ length: 40 }, (_, i) => `${i},${i % 5},${i % 2},1,0,少开会${i}`),
  ]);
  expect(draft.rounds[0]?.headerRows).toBe(2);
});

test('a first respondent who fills gaps of the header is no second header', async () => {
  const words = await draftOf([
    '单位,看法,',
    ...Array.from({ length: 40 }, (_, i) => `${units(i)},会多,人少`),
  ]);
  expect(words.rounds[0]?.headerRows).toBeNull();
  const numbers = await draftOf([
    '单位,,满意度',
    ...Array.from({ length: 40 }, (_, i) => `${units(i)},${i % 5},${i % 3}`),
  ]);
  expect(numbers.rounds[0]?.headerRows).toBeNull();
});

test('a header with few names stays the header, above respondents that are wider', async () => {
  const draft = await draftOf(table('序号,满意度,,,', 40, (i) => `${i},${(i % 5) + 1},a,b,c`));
  expect(draft.rounds[0]?.headerRows).toBeNull();
});

test('a column of answers is not cut at the first one with a comma', async () => {
  const draft = await draftOf([
    '存在的问题',
    '会多,事杂',
    ...Array.from({ length: 40 }, () => '会多'),
  ]);
  expect(draft.rounds[0]?.headerRows).toBeNull();
});

test.each([
  { bad: 2, share: 0.1, raised: true, key: 'note-set-aside' },
  { bad: 3, share: 0.15, raised: false, key: 'note-too-many-aside' },
])(
  'with $bad of 20 rows unusable the limit is raised: $raised',
  async ({ bad, share, raised, key }) => {
    const rows = table('序号,满意度', 20 - bad, (i) => `${i},3`);
    const draft = await draftOf([...rows, ...Array.from({ length: bad }, (_, i) => `${20 - i}`)]);
    expect(draft.maximumSetAside).toEqual({
      share,
      raised,
      note: { key, values: { file: 'round1.csv', count: bad, rows: 20 } },
    });
  },
);

test('columns without a header, or with one that stands twice, cannot be named and are left out', async () => {
  const draft = await draftOf(table('单位,单位,,党龄', 40, (i) => `甲,乙,丙,${i}`));
  expect(draft.unused.map(({ note }) => note.key)).toEqual([
    'unused-twice',
    'unused-twice',
    'unused-no-name',
  ]);
  expect(draft.questions.map(({ label }) => label)).toEqual(['党龄']);
});

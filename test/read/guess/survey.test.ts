/** Whole files, made up here, and the draft that comes of them. */
import { describe, expect, test } from '@jest/globals';
import { seeFile } from '../../../pipeline/read/guess/file.ts';
import { draftSurvey } from '../../../pipeline/read/guess/survey.ts';
import type { Draft } from '../../../pipeline/survey/draft.ts';
import { oneFile } from '../effects.ts';

/** The draft of files given as tables: rows of cells without commas. */
async function draftOf(...tables: readonly (readonly string[])[]): Promise<Draft> {
  const seen = await Promise.all(
    tables.map((lines, i) => {
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const name = `round${i + 1}.csv`;
      return seeFile(`/${name}`, name, oneFile(bytes, 1000));
    }),
  );
  return draftSurvey(seen, ({ name }) => name);
}

/** A header, and `count` rows made by number. */
const table = (header: string, count: number, row: (i: number) => string) => [
  header,
  ...Array.from({ length: count }, (_, i) => row(i)),
];
const named = (draft: Draft) =>
  draft.questions.map(({ id, answer }) => [
    id,
    'columns' in answer ? answer.columns.flat() : answer.column,
  ]);

const units = (i: number) => `${i % 6}处`;
const types = (i: number) => (i % 6 < 2 ? '机关' : '企业');

test('a group lies within another where each of its values has one outer value', async () => {
  const draft = await draftOf(
    table('单位,单位类型,满意度', 60, (i) => `${units(i)},${types(i)},3`),
  );
  expect(draft.groups.map(({ id, within }) => [id, within])).toEqual([
    ['unit_type', null],
    ['unit', 'unit_type'],
  ]);
});

test('groups that cross are not nested', async () => {
  const draft = await draftOf(table('单位,地区,满意度', 60, (i) => `${units(i)},${i % 5}区,3`));
  expect(draft.groups.map(({ within }) => within)).toEqual([null, null]);
});

test('one slip in two hundred rows is told, and does not undo a nesting', async () => {
  const draft = await draftOf(
    table('单位,单位类型,满意度', 200, (i) => `${units(i)},${i === 6 ? '企业' : types(i)},3`),
  );
  expect(draft.groups[1]).toMatchObject({
    within: 'unit_type',
    notes: [{ key: 'note-astray', values: { count: 1 } }],
  });
});

test('columns of options are one question, rows of a grid share the points of all of them', async () => {
  const words = ['不满意', '一般', '满意', '非常满意'];
  const draft = await draftOf(
    table('第1题(会多),第1题(人少),2、服务(态度),2、服务(速度)', 40, (i) =>
      [i % 2, (i + 1) % 2, words[i % 3], words[(i % 3) + 1]].join(),
    ),
  );
  expect(named(draft)).toEqual([
    ['q1', ['第1题(会多)', '第1题(人少)']],
    ['q2_1', ['2、服务(态度)']],
    ['q2_2', ['2、服务(速度)']],
  ]);
  expect(draft.questions[0]?.answer).toMatchObject({ options: ['会多', '人少'] });
  const labels = words.map((word, i) => [i + 1, word]);
  for (const { answer } of draft.questions.slice(1)) expect(answer).toMatchObject({ labels });
});

test('a grid is judged by the cells that it has, each counted once', async () => {
  // Four cells of two words; six would do for a choice.
  const draft = await draftOf(
    table('服务(态度),服务(速度)', 2, (i) => (i === 0 ? '好,差' : '好,好')),
  );
  expect(draft.questions.map(({ notes }) => notes.map(({ key }) => key))).toEqual([
    ['note-few-rows'],
    ['note-few-rows'],
  ]);
});

test('a cell with all that was chosen is left out beside the columns of the options', async () => {
  const draft = await draftOf(
    table('缺什么,缺什么:钱,缺什么:人', 40, (i) => (i % 2 ? '钱 人,1,1' : '钱,1,0')),
  );
  expect(named(draft).map(([, names]) => names)).toEqual([['缺什么:钱', '缺什么:人']]);
  expect(draft.unused.map(({ note }) => note.key)).toEqual(['unused-summary']);
});

test('options told by yes and no name the word for "not chosen"', async () => {
  const draft = await draftOf(table('困难:钱,困难:人', 40, (i) => (i % 2 ? '是,否' : '否,是')));
  expect(draft.questions[0]?.answer).toMatchObject({ type: 'multiple', unselected: ['否'] });
});

test('headers in traditional characters are understood as simplified ones are', async () => {
  const row = (i: number) =>
    `${i + 1},${units(i)},${(i % 5) + 1},${i % 2 ? '經費不足、人手不夠' : '人手不夠'},第${i}條：會議太多`;
  const draft = await draftOf(
    table('編號,單位,您對黨建工作的滿意度,主要困難（可複選）,存在的問題', 40, row),
  );
  expect(draft.respondent).toEqual(['編號']);
  expect(draft.groups).toMatchObject([{ id: 'unit', label: '單位' }]);
  expect(draft.questions.map(({ answer }) => answer)).toMatchObject([
    { type: 'scale', range: [1, 5] },
    { type: 'multiple', separator: '、', options: ['經費不足', '人手不夠'] },
    { type: 'open' },
  ]);
});

test('a column renumbered, reworded or renamed over the rounds gets all its headers, newest first', async () => {
  const cells = (i: number) =>
    `${i + 1},${units(i)},${(i % 5) + 1},第${i}条意见：会议太多、材料太多`;
  const draft = await draftOf(
    table('序号,单位名称,1、重视程度,2、您认为存在哪些问题？', 40, cells),
    table('序号,单位,3、重视程度,4、您认为还存在哪些问题？', 40, cells),
  );
  expect(draft.respondent).toEqual(['序号']);
  expect(draft.groups[0]?.column).toEqual(['单位', '单位名称']);
  expect(named(draft)).toEqual([
    ['q3', ['3、重视程度', '1、重视程度']],
    ['q4', ['4、您认为还存在哪些问题？', '2、您认为存在哪些问题？']],
  ]);
  // What only place and likeness say is to be looked at; what the wording says is not.
  expect(
    draft.questions.map(({ notes }) => notes.some(({ key }) => key === 'note-renamed')),
  ).toEqual([false, true]);
});

test('two questions of one wording are not mixed up by their numbers', async () => {
  const draft = await draftOf(
    table('1、满意度,2、满意度', 40, (i) => `${(i % 5) + 1},3`),
    table('2、满意度,3、满意度', 40, (i) => `${(i % 5) + 1},3`),
  );
  expect(named(draft).map(([, names]) => names)).toContainEqual(['2、满意度']);
  expect(
    draft.questions.flatMap(({ answer }) => ('column' in answer ? [answer.column.length] : [])),
  ).toEqual([1, 1, 1]);
});

test('what only some files have is marked as absent from the others', async () => {
  const draft = await draftOf(
    table('满意度', 40, (i) => `${(i % 5) + 1}`),
    table('满意度,次数', 40, (i) => `${(i % 5) + 1},${i}`),
  );
  expect(draft.questions.map(({ absent }) => absent)).toEqual([[], ['round1.csv']]);
});

test('weights that one file lacks, and a second column of weights, are called so', async () => {
  const one = table('满意度,权重', 40, (i) => `${(i % 5) + 1},1.${i % 3}`);
  const none = table('满意度', 40, (i) => `${(i % 5) + 1}`);
  const two = table('满意度,权重,weight', 40, (i) => `${(i % 5) + 1},1.${i % 3},1`);
  expect((await draftOf(one, none)).unused).toEqual([
    { header: '权重', note: { key: 'unused-weight-apart', values: { files: 'round2.csv' } } },
  ]);
  expect((await draftOf(two)).unused).toMatchObject([
    { header: 'weight', note: { key: 'unused-weight-second' } },
  ]);
});

describe('rows that are no finished answer sheets', () => {
  const excluded = async (...tables: readonly (readonly string[])[]) =>
    (await draftOf(...tables)).exclude.map(({ column, values, notes }) => ({
      column,
      values,
      told: notes[0]?.values.values,
    }));
  const last = (word: string, others: string) => (i: number) => (i < 3 ? word : others);

  test.each([
    { what: '问卷星', header: '答卷状态', cell: last('未完成', '已完成'), values: ['未完成'] },
    {
      what: 'Qualtrics',
      header: 'Status',
      cell: last('Survey Preview', 'IP Address'),
      values: ['Survey Preview'],
    },
    { what: 'Qualtrics', header: 'Finished', cell: last('False', 'True'), values: ['False'] },
    { what: 'LimeSurvey', header: 'submitdate', cell: last('', '2026-03-01'), values: [''] },
    {
      what: 'a table in traditional characters',
      header: '審核狀態',
      cell: last('未通過', '通過'),
      values: ['未通過'],
    },
  ])('$what: $header, with how many there are', async ({ header, cell, values }) => {
    const rows = table(`序号,${header},满意度`, 40, (i) => `${i},${cell(i)},${(i % 5) + 1}`);
    const told = `"${values[0]}" 3`;
    expect(await excluded(rows)).toEqual([{ column: header, values, told }]);
  });

  test.each([
    { what: 'nobody is unfinished', header: '答卷状态', cell: () => '已完成' },
    { what: 'all are', header: 'submitdate', cell: () => '' },
    { what: 'the column is a question', header: '您是否满意', cell: last('否', '是') },
  ])('none where $what', async ({ header, cell }) => {
    const rows = table(`序号,${header},满意度`, 40, (i) => `${i},${cell(i)},${(i % 5) + 1}`);
    expect(await excluded(rows)).toEqual([]);
  });

  test('none by a column that one of the files lacks, as exclude would refuse that file', async () => {
    const one = table('状态,满意度', 40, (i) => `${i < 3 ? '预览' : '完成'},${(i % 5) + 1}`);
    expect(
      await excluded(
        one,
        table('满意度', 40, (i) => `${(i % 5) + 1}`),
      ),
    ).toEqual([]);
  });
});

test('options and units that come and go are told, as they may be renamed', async () => {
  const draft = await draftOf(
    table('单位,困难', 40, (i) => `${i % 2 ? '甲局' : '老干部处'},${i % 2 ? '会多┋人少' : '人少'}`),
    table(
      '单位,困难',
      40,
      (i) => `${i % 2 ? '甲局' : '离退休处'},${i % 2 ? '会太多┋人少' : '人少'}`,
    ),
  );
  expect(draft.groups[0]?.notes).toEqual([{ key: 'note-values', values: { count: 2 } }]);
  expect(draft.questions[0]?.notes).toEqual([
    { key: 'note-options', values: { options: '会多 | 会太多' } },
  ]);
});

describe('a scale that was not the same in each round', () => {
  const scale = (header: string, points: readonly (string | number)[], count = 60) =>
    table(`序号,${header}`, count, (i) => `${i},${points[i % points.length]}`);
  const upTo = (high: number) => Array.from({ length: high }, (_, i) => i + 1);
  const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'];
  const asked = async (...tables: readonly (readonly string[])[]) => {
    const [question] = (await draftOf(...tables)).questions;
    return { answer: question!.answer, keys: question!.notes.map(({ key }) => key) };
  };

  test('of ten points, then of five: the round with another range has its own', async () => {
    const { answer, keys } = await asked(scale('满意度', upTo(10)), scale('满意度', upTo(5)));
    expect(answer).toMatchObject({
      range: [1, 10],
      rounds: [{ round: 'round2', range: [1, 5], labels: [] }],
    });
    expect(keys).toContain('note-rounds-differ');
  });

  test('the range that a header says is that of its round, whatever the cells hold', async () => {
    const { answer } = await asked(
      scale('满意度（1-10分）', [8, 9, 7, 9, 10]),
      scale('满意度（1-5分）', [4, 5, 3, 4, 5]),
    );
    expect(answer).toMatchObject({ range: [1, 10], rounds: [{ round: 'round2', range: [1, 5] }] });
  });

  test('a few answers that lie low may be chance: they are told, and nothing is written', async () => {
    const { answer, keys } = await asked(scale('满意度', upTo(10)), scale('满意度', upTo(5), 5));
    expect(answer).toMatchObject({ range: [1, 10], rounds: [] });
    expect(keys).toContain('note-range-unsure');
  });

  test('a slip in one round is no other range', async () => {
    const slip = scale('满意度', [...Array.from({ length: 59 }, (_, i) => (i % 5) + 1), 6]);
    const { answer } = await asked(scale('满意度', upTo(5), 600), slip);
    expect(answer).toMatchObject({ range: [1, 5], rounds: [] });
  });

  test('words, then as many numbers: one set of labels reads both', async () => {
    const { answer } = await asked(scale('满意度', WORDS), scale('满意度', upTo(5)));
    const labels = WORDS.map((word, i) => [i + 1, word]);
    expect(answer).toMatchObject({ type: 'scale', range: [1, 5], labels, rounds: [] });
  });

  test('words, then more numbers than words: the round of words has its own labels', async () => {
    const { answer } = await asked(scale('满意度', WORDS), scale('满意度', upTo(10)));
    const labels = WORDS.map((word, i) => [i + 1, word]);
    expect(answer).toMatchObject({
      type: 'scale',
      range: [1, 10],
      labels: [],
      rounds: [{ round: 'round1', range: [1, 5], labels }],
    });
  });

  test('a point reworded is no point more; one that nobody chose is none less', async () => {
    const reworded = WORDS.map((word) => word.replace('很', '非常'));
    expect((await asked(scale('满意度', reworded), scale('满意度', WORDS))).answer).toMatchObject({
      labels: WORDS.map((word, i) => [i + 1, word]),
      rounds: [{ round: 'round1', labels: reworded.map((word, i) => [i + 1, word]) }],
    });
    const { answer } = await asked(
      scale('满意度', WORDS.slice(1)),
      scale('满意度', WORDS.slice(0, -1)),
    );
    expect(answer).toMatchObject({ labels: WORDS.map((word, i) => [i + 1, word]), rounds: [] });
  });
});

const META = '序号,提交答卷时间,所用时间,来源,来源详情,来自IP';

test('the two exports of one 问卷星 survey are one round: the text file, with its twin', async () => {
  const text = table(
    `${META},1、性别,2、爱好`,
    20,
    (i) => `${i},,,,,,男,${i % 2 ? '运动┋阅读' : '运动'}`,
  );
  const number = table(
    `${META},1、性别,第2题(运动),第2题(阅读)`,
    20,
    (i) => `${i},,,,,,1,1,${i % 2}`,
  );
  const draft = await draftOf(text, number);
  expect(draft.rounds).toEqual([
    { id: 'round1', label: 'round1', path: 'round1.csv', headerRows: null, twin: 'round2.csv' },
  ]);
  expect(named(draft)).toEqual([
    ['q1', ['1、性别']],
    ['q2', ['2、爱好']],
  ]);
});

test('where the file by number has no wording, a note says where it is', async () => {
  const draft = await draftOf(
    table(
      `${META},1、性别,第2题(运动),第2题(阅读),第3题(领导重视),第3题(制度健全)`,
      40,
      (i) => `${i},,,,,,1,1,${i % 2},${(i % 5) + 1},${((i + 2) % 5) + 1}`,
    ),
  );
  const hasNote = draft.questions.map(({ label, notes }) => [
    label,
    notes.some(({ key }) => key === 'note-stem'),
  ]);
  expect(hasNote).toEqual([
    ['性别', false],
    ['第2题', true],
    ['第3题 — 领导重视', true],
    ['第3题 — 制度健全', true],
  ]);
});

test('a text and a number file of different answers are two rounds', async () => {
  const text = table(`${META},1、性别`, 20, (i) => `${i},,,,,,男`);
  const number = table(`${META},1、性别`, 20, (i) => `${i + 7},,,,,,1`);
  expect((await draftOf(text, number)).rounds.map(({ twin }) => twin)).toEqual([null, null]);
});

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
  expect(named(draft)).toEqual([['q1', ['党龄']]]);
});

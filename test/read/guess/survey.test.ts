/** What a draft makes of several columns and files. */
import { expect, test } from '@jest/globals';
import { seeFile } from '../../../pipeline/read/guess/file.ts';
import type { Draft } from '../../../pipeline/survey/draft.ts';
import { oneFile } from '../effects.ts';
import { draftOf, table, units } from './draft-of.ts';

const named = (draft: Draft) =>
  draft.questions.map(({ id, answer }) => [
    id,
    'columns' in answer ? answer.columns.flat() : answer.column,
  ]);

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

test('people who answer 平均 in the first column are no rows of sums, and 平均 is an option', async () => {
  const lines = table('感受,重视', 60, (i) => `${['好', '平均', '差'][i % 3]},${(i % 5) + 1}`);
  const seen = await seeFile('/a.csv', 'a.csv', oneFile(Buffer.from(lines.join('\n')), 1000));
  expect([seen.rows, seen.unusable]).toEqual([60, 0]);
  const [first] = (await draftOf(lines)).questions;
  expect(first!.answer).toMatchObject({ type: 'single' });
  expect('options' in first!.answer && first!.answer.options).toContain('平均');
});

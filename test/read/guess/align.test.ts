/** Which columns of two files are one, although they have other headers. */
import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../pipeline/survey/draft.ts';
import { draftOf, table } from './draft-of.ts';

const UNITS = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局'];
const unit = (i: number) => UNITS[i % 6]!;
/** The same units in another order. */
const other = (i: number) => UNITS[(i >> 2) % 6]!;
const type = (i: number) => ['机关', '企业'][i % 2]!;

const headers = ({ groups, questions }: Draft) =>
  [
    ...groups.map(({ column }) => column),
    ...questions.flatMap(({ answer }) => ('column' in answer ? [answer.column] : [])),
  ].map((column) => column.join(' = '));

const rounds = (
  first: readonly [string, (i: number) => string],
  second: readonly [string, (i: number) => string],
) => draftOf(table(first[0], 60, first[1]), table(second[0], 60, second[1]));

describe('columns of two files are one where', () => {
  test('they hold the same units, whatever they are called and wherever they stand', async () => {
    const draft = await rounds(
      ['单位,满意度', (i) => `${unit(i)},${i % 6}`],
      ['满意度,所属部门', (i) => `${i % 6},${unit(i)}`],
    );
    expect(headers(draft)).toEqual(['所属部门 = 单位', '满意度']);
    expect(draft.groups[0]!.notes).toEqual([{ key: 'note-renamed', values: {} }]);
  });

  test('they hold the same types and their headers are alike but for words of address', async () => {
    const draft = await rounds(
      ['1、您所在单位的类型,2、您所在的单位,满意度', (i) => `${type(i)},${unit(i)},${i % 6}`],
      ['满意度,单位,单位类型', (i) => `${i % 6},${unit(i)},${type(i)}`],
    );
    expect(headers(draft)).toEqual([
      '单位类型 = 1、您所在单位的类型',
      '单位 = 2、您所在的单位',
      '满意度',
    ]);
    expect(draft.groups.map(({ id, within }) => [id, within])).toEqual([
      ['unit_type', null],
      ['unit', 'unit_type'],
    ]);
  });

  test('they are the rows of a grid whose title went', async () => {
    const cells = (i: number) => `${i % 6},${(i + 1) % 6}`;
    const draft = await rounds(
      ['序号,4、请对以下方面评分—重视程度,4、请对以下方面评分—经费保障', (i) => `${i},${cells(i)}`],
      ['序号,提交时间,重视程度,经费保障', (i) => `${i},,${cells(i)}`],
    );
    expect(headers(draft)).toEqual([
      '重视程度 = 4、请对以下方面评分—重视程度',
      '经费保障 = 4、请对以下方面评分—经费保障',
    ]);
  });

  test('they are the one open question of each, and ask for problems', async () => {
    const answer = (i: number) => `会议太多，材料要报${i}次`;
    const draft = await rounds(
      ['满意度,7、您认为本单位党建工作存在哪些问题？', (i) => `${i % 6},${answer(i)}`],
      ['存在的问题,满意度', (i) => `${answer(i)},${i % 6}`],
    );
    expect(headers(draft)).toContain('存在的问题 = 7、您认为本单位党建工作存在哪些问题？');
  });

  test('one header asks for words, which makes few answers open under the other too', async () => {
    const answer = (i: number) => ['会多', '人少', '钱少'][i % 3]!;
    const draft = await draftOf(
      table('存在的困难,满意度', 20, (i) => `${answer(i)},${i % 6}`),
      table('存在困难,满意度', 15, (i) => `${answer(i)},${i % 6}`),
      table('困扰,满意度', 15, (i) => `${answer(i)},${i % 6}`),
    );
    expect(headers(draft)).toEqual(['困扰 = 存在困难 = 存在的困难', '满意度']);
    expect(draft.questions[0]!.answer.type).toBe('open');
  });

  test('they are the id that each tool gives', async () => {
    const draft = await rounds(
      ['序号,满意度', (i) => `${i},${i % 6}`],
      ['满意度,答卷编号', (i) => `${i % 6},${i}`],
    );
    expect(draft.respondent).toEqual(['答卷编号', '序号']);
  });

  test('they hold the same options, between other marks, which are then left to the options', async () => {
    const list = (mark: string) => (i: number) =>
      [['钱少', '人少'], ['会多', '钱少'], ['人少']][i % 3]!.join(mark);
    const draft = await rounds(
      ['5、您认为主要困难有哪些？【多选题】,满意度', (i) => `${list('┋')(i)},${i % 6}`],
      ['满意度,主要困难（多选）', (i) => `${i % 6},${list('; ')(i)}`],
    );
    expect(headers(draft)).toContain('主要困难（多选） = 5、您认为主要困难有哪些？【多选题】');
    const answer = draft.questions.find((one) => one.answer.type === 'multiple')!.answer;
    expect(answer).toMatchObject({ separator: null });
    expect('options' in answer && [...answer.options].sort()).toEqual(
      ['人少', '会多', '钱少'].sort(),
    );
  });
});

describe('columns of two files stay two where', () => {
  test('the header of one is part of the other, and they hold different values', async () => {
    const draft = await rounds(
      ['单位,满意度', (i) => `${unit(i)},${i % 6}`],
      ['单位类型,满意度', (i) => `${type(i)},${i % 6}`],
    );
    expect(headers(draft)).toEqual(['单位类型', '单位', '满意度']);
  });

  test('the values of one are those of two columns of the other, whose headers are as like', async () => {
    const draft = await rounds(
      ['原单位,现单位,满意度', (i) => `${unit(i)},${other(i)},${i % 6}`],
      ['单位,满意度', (i) => `${unit(i)},${i % 6}`],
    );
    expect(headers(draft)).toEqual(['单位', '满意度', '原单位', '现单位']);
  });

  test('two columns share their values, and but one of them has a like header', async () => {
    const draft = await rounds(
      ['上级单位,所在单位,满意度', (i) => `${other(i)},${unit(i)},${i % 6}`],
      ['工作单位,主管单位,满意度', (i) => `${unit(i)},${other(i)},${i % 6}`],
    );
    expect(headers(draft)).toEqual(['工作单位 = 所在单位', '主管单位', '满意度', '上级单位']);
  });

  test('they hold yes and no, as many questions do', async () => {
    const yes = (i: number) => ['是', '否'][i % 2]!;
    const draft = await rounds(
      ['是否党员,满意度', (i) => `${yes(i)},${i % 6}`],
      ['参加过培训吗,满意度', (i) => `${yes(i)},${i % 6}`],
    );
    expect(headers(draft)).toEqual(['参加过培训吗', '满意度', '是否党员']);
  });

  test('the one open question of each asks for something else', async () => {
    const draft = await rounds(
      ['存在的问题,满意度', (i) => `会议太多，材料要报${i}次,${i % 6}`],
      ['满意度,意见建议', (i) => `${i % 6},少开会，材料少报${i}次`],
    );
    expect(headers(draft)).toEqual(['满意度', '意见建议', '存在的问题']);
  });
});

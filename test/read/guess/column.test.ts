import { describe, expect, test } from '@jest/globals';
import { simplified } from '../../../pipeline/read/cell.ts';
import { commonRole, wording } from '../../../pipeline/read/exports/column-role.ts';
import { isMissingWord, isSkippedWord } from '../../../pipeline/read/exports/layout.ts';
import { guessColumn, labelOf } from '../../../pipeline/read/guess/column.ts';
import { profileOf } from '../../../pipeline/read/guess/profile.ts';

const layout = { cellIsMissing: isMissingWord, cellIsSkipped: isSkippedWord };

/** The guess for a column of `times` repetitions of these cells. */
function guess(header: string, cells: readonly string[], times = 20, format = 'plain') {
  const all = Array.from({ length: times }, () => cells).flat();
  const role = commonRole(simplified(header)) ?? { kind: 'question', question: wording(header) };
  return guessColumn({ header, role, profile: profileOf(all, layout), format });
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

describe('a question', () => {
  test.each([
    // A scale: its range from the header, else from the numbers.
    { header: '效果（1-5分）', cells: ['3', '4'], answer: { type: 'scale', range: [1, 5] } },
    { header: '满意度', cells: ['2', '3', '4'], answer: { type: 'scale', range: [1, 5] } },
    { header: '推荐意愿', cells: numbers(0, 10), answer: { type: 'scale', range: [0, 10] } },
    { header: '打分', cells: numbers(1, 10), answer: { type: 'scale', range: [1, 10] } },
    { header: 'How satisfied are you?', cells: ['1', '7', '4'], answer: { range: [1, 7] } },
    { header: '重视程度', cells: ['５', ' 4', '(空)'], answer: { type: 'scale', range: [1, 5] } },
    // An amount, also where it fits into a scale.
    { header: '党龄（年）', cells: numbers(0, 40), answer: { type: 'number' } },
    { header: '参加组织生活的次数', cells: numbers(1, 9), answer: { type: 'number' } },
    { header: 'Height', cells: ['170.5', '182.0', '165.2'], answer: { type: 'number' } },
    // Options.
    { header: '性别', cells: ['1', '2'], answer: { type: 'single', options: ['1', '2'] } },
    {
      header: '性别',
      cells: ['男', '女', '男'],
      answer: { type: 'single', options: ['男', '女'] },
    },
    { header: 'Do you agree?', cells: ['Yes', 'No'], answer: { options: ['Yes', 'No'] } },
    {
      header: '月收入',
      cells: ['3000-5000元', '无收入', '3000元以下', '5000元以上'],
      answer: { options: ['无收入', '3000元以下', '3000-5000元', '5000元以上'] },
    },
    {
      header: '看法',
      cells: ['其他〖说来话长〗', '赞成', '其他〖不便说〗', '反对', '赞成'],
      answer: { type: 'single', options: ['其他', '赞成', '反对'] },
    },
    {
      header: '态度',
      cells: ['满意', '非常满意', '一般', '不满意', '说不清'],
      answer: {
        type: 'scale',
        range: [1, 4],
        labels: [
          [1, '不满意'],
          [2, '一般'],
          [3, '满意'],
          [4, '非常满意'],
        ],
        missing: ['说不清'],
      },
    },
    // In traditional characters.
    {
      header: '您對黨建工作的滿意度',
      cells: ['2', '3', '4'],
      answer: { type: 'scale', range: [1, 5] },
    },
    { header: '黨齡（年）', cells: numbers(0, 40), answer: { type: 'number' } },
    { header: '性別', cells: ['1', '2'], answer: { type: 'single' } },
    {
      header: '存在的問題',
      cells: ['會議多', '人手少'].map((one) => `${one}，望改進`),
      answer: { type: 'open' },
      times: 3,
    },
    {
      header: '頻率',
      cells: ['從不', '有時', '經常'],
      answer: {
        labels: [
          [1, '從不'],
          [2, '有時'],
          [3, '經常'],
        ],
      },
    },
    { header: '爱好', cells: ['运动┋阅读', '(跳过)'], answer: { separator: '┋' } },
  ])('$header with $cells', ({ header, cells, answer, times = 20 }) => {
    expect(guess(header, cells, times)).toMatchObject({ kind: 'question', answer });
  });

  test('slips beyond a scale, one in a thousand, do not widen it', () => {
    const cells = [...Array.from({ length: 250 }, () => numbers(1, 5)).flat(), '6'];
    expect(guess('规范程度', cells, 1)).toMatchObject({ answer: { range: [1, 5] } });
  });

  const LISTS = ['经费不足、人手不够', '经费不足', '人手不够、时间紧'];
  test.each([
    '主要困难（多选）',
    '主要困难（可多选）',
    '主要困難（可複選）',
    '主要困难 (multiple)',
    'What hinders you? Select all that apply',
  ])('%s is multiple choice, in few rows too', (header) => {
    expect(guess(header, LISTS, 3)).toMatchObject({
      answer: { type: 'multiple', separator: '、', options: ['经费不足', '人手不够', '时间紧'] },
    });
  });

  test('one said to be multiple choice is so where each chose one option only', () => {
    expect(guess('主要困难（多选）', ['经费不足', '人手不够'], 5)).toMatchObject({
      answer: { type: 'multiple', separator: null, options: ['经费不足', '人手不够'] },
      notes: [{ key: 'note-one-each' }],
    });
  });

  test('answers in words stay open where the header does not say what may be chosen', () => {
    expect(guess('主要困难', LISTS, 3)).toMatchObject({ answer: { type: 'open' } });
  });

  const words = ['很不满意', '不满意', '一般', '满意', '很满意'];
  test.each([
    { what: '1 to 5', cells: [...words, ...numbers(1, 5)], range: [1, 5] },
    { what: '0 to 4', cells: [...words, ...numbers(0, 4)], range: [0, 4] },
  ])(
    'words in some cells and $what in others are one scale, read by its labels',
    ({ cells, range }) => {
      const labels = words.map((word, i) => [range[0]! + i, word]);
      expect(guess('满意度', cells)).toMatchObject({ answer: { type: 'scale', range, labels } });
    },
  );

  test('words and numbers that do not match are options, all of which are listed', () => {
    const found = guess('满意度', [...words, '说不清', ...numbers(1, 10)]);
    expect(found).toMatchObject({
      answer: { type: 'single', options: [...words, '说不清', ...numbers(1, 10)] },
      notes: [{ key: 'note-words-apart' }],
    });
  });

  test('among numbers, words for "no answer" are missing, others are told if a run would stop', () => {
    const cells = [...numbers(1, 5), ...numbers(1, 5), '说不清'];
    expect(guess('满意度', cells)).toMatchObject({ answer: { missing: ['说不清'] } });
    expect(guess('党龄', [...numbers(1, 30), '不清楚'])).toMatchObject({
      answer: { type: 'number', missing: ['不清楚'] },
      notes: [],
    });
    expect(guess('党龄', [...numbers(1, 20), '约三年', '十来年'])).toMatchObject({
      answer: { type: 'number', missing: [] },
      notes: [{ key: 'note-stray-words', values: { count: 40 } }],
    });
    expect(guess('党龄', [...numbers(1, 20), '约三年', '十来年'], 1)).toMatchObject({ notes: [] });
  });

  const sixty = (...slips: readonly string[]) => [
    ...Array.from({ length: 60 - slips.length }, (_, i) => String((i % 5) + 1)),
    ...slips,
  ];
  test.each([
    { header: '认可度（1-5分）', slips: ['-1', '999'], key: 'note-beyond' },
    { header: '满意度（1-5分）', slips: ['6'], key: 'note-beyond' },
    { header: '满意度（1-5分）', slips: Array<string>(6).fill('0'), key: 'note-beyond-many' },
    { header: '满意度', slips: ['999'], key: 'note-beyond' },
  ])(
    '$header with $slips among 60 stays a scale of 1 to 5, and the slips are told',
    ({ header, slips, key }) => {
      const { answer, notes } = guess(header, sixty(...slips), 1) as {
        answer: unknown;
        notes: readonly { key: string }[];
      };
      expect(answer).toMatchObject({ type: 'scale', range: [1, 5] });
      expect(notes).toContainEqual({ key, values: { count: slips.length, low: 1, high: 5 } });
    },
  );

  test('numbers most of which are beyond the range in the header are no scale of that range', () => {
    expect(guess('1-5题得票', numbers(11, 60), 1)).toMatchObject({ answer: { type: 'number' } });
  });

  test('sentences are open answers, by the header or by their length', () => {
    const sentences = numbers(1, 40).map((one) => `第${one}条：活动形式单一，建议多到基层走走`);
    expect(guess('请说明', sentences, 1)).toMatchObject({ answer: { type: 'open' }, notes: [] });
    expect(guess('第九栏', sentences, 1)).toMatchObject({
      answer: { type: 'open' },
      notes: [{ key: 'note-open' }],
    });
  });

  test('of many answers some of which come again, sentences are open and names are not', () => {
    const some = (text: (i: number) => string) =>
      numbers(0, 119).map((one) => text(Number(one) % 40));
    expect(
      guess(
        '第九栏',
        some((i) => `会议太多，材料要报${i}次`),
        1,
      ),
    ).toMatchObject({
      answer: { type: 'open' },
      notes: [{ key: 'note-open' }],
    });
    expect(
      guess(
        '第九栏',
        some((i) => `第${i}人民医院`),
        1,
      ),
    ).toMatchObject({
      note: { key: 'unused-unclear' },
    });
  });

  test('whether there are problems, and which, is open where the answers are sentences', () => {
    const header = '您认为是否存在困难？有哪些困难？';
    const sentences = numbers(1, 25).map((one) => `活动太少，一年只有${one}次`);
    expect(guess(header, sentences, 1)).toMatchObject({ answer: { type: 'open' } });
    expect(guess(header, ['是', '否'])).toMatchObject({ answer: { type: 'single' } });
  });

  test.each([
    { header: '存在的问题', cell: '会议太多，材料太多', taxonomy: 'organ' },
    { header: '对我村工作的意见建议', cell: '会议太多，材料太多', taxonomy: 'grassroots' },
    { header: '存在的问题', cell: '村里年轻人都外出，群众活动少', taxonomy: 'grassroots' },
    { header: '机关存在的问题', cell: '村里年轻人都外出，群众活动少', taxonomy: 'organ' },
    { header: '對本社區的意見', cell: '活動太少', taxonomy: 'grassroots' },
    { header: 'Any comments?', cell: '会议太多，wifi 也慢', taxonomy: 'organ' },
    { header: 'Any comments?', cell: 'The wifi drops every ten minutes', taxonomy: null },
    { header: '意见建议', cell: 'The wifi drops every ten minutes', taxonomy: null },
  ])('$header, answered by $cell, is coded by $taxonomy', ({ header, cell, taxonomy }) => {
    const cells = numbers(1, 40).map((one) => cell + one);
    expect(guess(header, cells, 1)).toMatchObject({ answer: { type: 'open', taxonomy } });
  });

  test('in the number file of 问卷星, numbers are options unless the header speaks of a scale', () => {
    const age = guess('4、年龄', numbers(1, 8), 20, 'wenjuanxing-number');
    expect(age).toMatchObject({ answer: { type: 'single' }, notes: [{ key: 'note-codes' }] });
    const degree = guess('5、满意程度', numbers(1, 5), 20, 'wenjuanxing-number');
    expect(degree).toMatchObject({ answer: { type: 'scale', range: [1, 5] } });
  });
});

describe('a column with a purpose of its own', () => {
  test.each([
    { header: '序号', cells: numbers(1, 50), kind: 'respondent' },
    { header: '权重', cells: ['0.5', '1.25', '0'], kind: 'weight' },
    { header: '加权系数', cells: ['1', '2'], kind: 'weight' },
    { header: 'weight', cells: ['0.8'], kind: 'weight' },
    { header: '单位', cells: ['甲局', '乙局'], kind: 'group' },
    { header: '2、您所在的单位类型是？', cells: ['机关', '企业'], kind: 'group' },
    { header: '所在部门：', cells: ['办公室', '人事处'], kind: 'group' },
    { header: '地区', cells: ['东', '西'], kind: 'group' },
    { header: '編號', cells: numbers(1, 50), kind: 'respondent' },
    { header: '權重', cells: ['0.5', '1.25'], kind: 'weight' },
    { header: '您所在的單位類型是？', cells: ['機關', '企業'], kind: 'group' },
    { header: 'Department', cells: ['Sales', 'Law'], kind: 'group' },
  ])('$header is a $kind', ({ header, cells, kind }) => {
    expect(guess(header, cells, kind === 'respondent' ? 1 : 20)).toEqual({ kind });
  });

  test('a long question that speaks of units is no group', () => {
    const cells = ['机关', '企业'];
    expect(guess('您认为本单位重视党建吗', cells)).toMatchObject({ kind: 'question' });
  });
});

describe('a column is left out, and why', () => {
  const phones = numbers(10, 49).map((one) => `138000000${one}`);
  test.each([
    { header: '您的姓名', cells: ['甲'], key: 'unused-personal' },
    { header: '联系电话（选填）', cells: ['无'], key: 'unused-personal' },
    { header: '来自IP', cells: [''], key: 'unused-personal' },
    { header: '备注', cells: phones, key: 'unused-personal-cells' },
    { header: 'x', cells: ['a.b@example.org', 'c@example.com'], key: 'unused-personal-cells' },
    { header: 'y', cells: ['11010519491231002X'], key: 'unused-personal-cells' },
    { header: '提交答卷时间', cells: ['2026/3/9 8:30:40'], key: 'unused-metadata' },
    { header: '答卷状态', cells: ['已完成', '未完成'], key: 'unused-metadata' },
    { header: '所用时间', cells: ['123秒'], key: 'unused-duration' },
    { header: '填表日', cells: ['2026/3/9 8:30:40', '2026-03-10'], key: 'unused-date' },
    { header: '3、其他', cells: ['', '(空)'], key: 'unused-empty' },
    { header: '序号', cells: ['1', '1', '2'], key: 'unused-id-repeats' },
    { header: '权重', cells: ['1', 'x', '-1', '2'], key: 'unused-weight' },
    { header: '单位', cells: numbers(1, 60).map((one) => `${one}处`), key: 'unused-many-values' },
    { header: '总分', cells: ['50', '60'], key: 'unused-score' },
    { header: 'score', cells: ['1', '5'], key: 'unused-score', format: 'google-forms' },
  ])('$header: $key', ({ header, cells, key, format = 'plain' }) => {
    const times = key === 'unused-many-values' ? 1 : 20;
    expect(guess(header, cells, times, format)).toMatchObject({ kind: 'unused', note: { key } });
  });

  test.each(['plain', 'kobotoolbox'])(
    'a score of 1 to 5 that no tool adds up is an answer: %s',
    (format) => {
      expect(guess('score', numbers(1, 5), 20, format)).toMatchObject({
        answer: { type: 'scale', range: [1, 5] },
      });
    },
  );
});

test('a phone number typed into a choice is not listed as an option', () => {
  expect(guess('性别', ['男', '女', '13800000001'])).toMatchObject({
    answer: { options: ['男', '女'] },
  });
});

test('where a tool codes its headers, the wording it tells says what was asked', () => {
  const profile = profileOf(numbers(1, 40).concat(numbers(1, 40)), layout);
  const role = { kind: 'question', question: 'How many years have you been here?' } as const;
  expect(guessColumn({ header: 'Q7', role, profile, format: 'qualtrics' })).toMatchObject({
    answer: { type: 'number' },
  });
  expect(labelOf('Q7', role)).toBe('How many years have you been here?');
});

test('options of two lines are named as a run reads them', () => {
  expect(guess('您的身份', ['書記\n（專職）', '委員'])).toMatchObject({
    answer: { type: 'single', options: ['書記 （專職）', '委員'] },
  });
});

test.each([
  { header: '填答秒數', cell: '205', key: 'unused-duration' },
  { header: '填答時間', cell: '3分25秒', key: 'unused-duration' },
  { header: '填答時間', cell: '2026/05/02 10:01:05', key: 'unused-date' },
  { header: '作答時長', cell: '205', key: 'unused-duration' },
])('$header with $cell is no question: $key', ({ header, cell, key }) => {
  expect(guess(header, [cell])).toEqual({ kind: 'unused', note: { key, values: {} } });
});

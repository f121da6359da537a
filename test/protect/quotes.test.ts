import { expect, test } from '@jest/globals';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import type { Coding } from '../../pipeline/code/coding.ts';
import { quoteCandidates } from '../../pipeline/protect/quotes.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally, type Tally } from '../../pipeline/tally/tally.ts';
import { coderOf, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

/** 经费 states P1, 人手 states P2. */
const codingOf = (text: string): Coding => {
  const codes = [
    ['P1', /经费|經費/],
    ['P2', /人手/],
  ].flatMap(([code, words]) => {
    const start = text.search(words as RegExp);
    const evidence = [{ text: text.slice(start, start + 2), start, end: start + 2 }];
    return start < 0 ? [] : [{ code: code as string, confidence: 0.9, evidence }];
  });
  return { status: codes.length > 0 ? 'coded' : 'uncoded', codes };
};
const coder = coderOf(codingOf);

interface Said {
  readonly text: string;
  readonly unit?: string;
  readonly id?: string;
  readonly type?: string;
}
const redacted = { minimum: 5, quotes: 'redacted', personalData: 'mask' } as const;
const [type, unit] = surveyOf().groups;
const survey = surveyOf({
  columns: { respondent: ['id'], weight: null, stratum: null, cluster: null, fpc: null },
  groups: [type!, { ...unit!, aliases: new Map([['后勤中心', '保障处']]) }],
  privacy: redacted,
});

/** A round with the answers, and as many silent respondents of each unit. */
function tallyOf(
  answers: readonly Said[],
  silent: Readonly<Record<string, number>> = { 财务处: 60 },
  round = 'r1',
): Tally {
  const quiet = Object.entries(silent).flatMap(([own, n]) =>
    Array.from({ length: n }, () => ({ text: '说法', unit: own })),
  );
  const respondents = [...answers, ...quiet].map((one: Said, i) => ({
    ...respondentOf(one.text, '机关类', one.unit ?? '财务处', { row: i + 2 }),
    id: one.id ?? `${round}-${i}`,
    groups: [one.type ?? '机关类', `机关类/${one.unit ?? '财务处'}`],
  }));
  const tally = emptyTally();
  const plan = { survey, round, codebook: tinyCodebook, coders: new Map([['tiny', coder]]) };
  countRespondents(respondents, 'a.csv', plan, tally);
  return tally;
}

function problemsOf(rounds: readonly string[], more: Partial<ProblemRow> = {}) {
  return rounds.flatMap((round) =>
    ['P1', 'P2'].map((code) => ({
      ...{ round, question: 'open', taxonomy: 'tiny', code, label: `Label ${code}` },
      ...{ group: 'all', level: 1, status: 'shown', ...more },
    })),
  ) as unknown as readonly ProblemRow[];
}

function candidates(tally: Tally, more: Partial<ProblemRow> = {}, of: Survey = survey) {
  return quoteCandidates({ problems: problemsOf(['r1'], more) }, of, new Map([['r1', tally]]));
}
const quotes = (...args: Parameters<typeof candidates>) =>
  candidates(...args).map(({ quote }) => quote);

test('a candidate says where it is from and nothing of who said it', () => {
  expect(candidates(tallyOf([{ text: '活动经费不足' }]))).toEqual([
    {
      ...{ round: 'r1', question: 'open', taxonomy: 'tiny', code: 'P1', label: 'Label P1' },
      quote: '活动经费不足',
    },
  ]);
});

test('without a wish for quotes there are no candidates', () => {
  const none = { ...survey, privacy: { ...redacted, quotes: 'none' as const } };
  expect(quotes(tallyOf([{ text: '活动经费不足' }]), {}, none)).toEqual([]);
});

test.each([
  ['hidden over everybody', { status: 'suppressed' }],
  ['without base', { status: 'no-base' }],
  ['of one group only', { group: 'unit' }],
  ['that is a sub-problem', { level: 2 }],
] as const)('a line %s has no quote', (_, more) => {
  expect(quotes(tallyOf([{ text: '活动经费不足' }]), more)).toEqual([]);
});

test('a quote comes from a unit of 30 respondents of that round, never of 29', () => {
  const said = [{ text: '活动经费不足', unit: '宣传科' }];
  expect(quotes(tallyOf(said, { 财务处: 60, 宣传科: 29 }))).toEqual(['活动经费不足']);
  expect(quotes(tallyOf(said, { 财务处: 60, 宣传科: 28 }))).toEqual([]);
  const rounds = new Map([
    ['r1', tallyOf(said, { 财务处: 60, 宣传科: 28 })],
    ['r2', tallyOf([], { 宣传科: 99 }, 'r2')],
  ]);
  expect(quoteCandidates({ problems: problemsOf(['r1', 'r2']) }, survey, rounds)).toEqual([]);
});

test('each of the groups must be large, not the innermost alone', () => {
  const said = [{ text: '活动经费不足', type: '企业类' }];
  expect(quotes(tallyOf(said))).toEqual([]);
});

test.each([
  ['a unit', '财务处的经费不足'],
  ['a unit in traditional characters', '財務處的經費不足'],
  ['a unit with blanks and marks in it', '财务·处 的经费不足'],
  ['a type', '机关类支部经费不足'],
  ['an old name of a unit', '后勤中心经费不足'],
  ['a new name of a unit', '保障处经费不足'],
  ['a person', '张书记不给经费'],
  ['a person elsewhere in the answer', '经费不足，人手也少，找王建国也没用'],
  ['a person who is announced', '我叫张三，经费不足'],
])('words that may name %s are no candidate', (_, text) => {
  expect(quotes(tallyOf([{ text }]))).toEqual([]);
});

test('words that are part of a value are no candidate', () => {
  const own = tallyOf([{ text: '党建经费' }], { 财务处: 60, 党建经费办: 1 });
  expect(quotes(own)).toEqual([]);
  expect(quotes(tallyOf([{ text: '党建经费' }]))).toEqual(['党建经费']);
});

test('a clause beside one that names a unit may be quoted', () => {
  expect(quotes(tallyOf([{ text: '财务处人手少，经费确实不足' }]))).toEqual(['经费确实不足']);
});

test('a value of one character, such as 是, does not take every quote away', () => {
  const own = tallyOf([{ text: '经费是不足的' }], { 财务处: 60, 是: 1 });
  expect(quotes(own)).toEqual(['经费是不足的']);
});

test.each([
  ['mask', ['经费不足请打〔手机号〕']],
  ['drop', []],
] as const)('personal data with %s', (personalData, expected) => {
  const own = { ...survey, privacy: { ...redacted, personalData } };
  expect(quotes(tallyOf([{ text: '经费不足请打13800001234' }]), {}, own)).toEqual(expected);
});

test('with drop, personal data elsewhere in the answer counts too', () => {
  const own = { ...survey, privacy: { ...redacted, personalData: 'drop' as const } };
  const said = [{ text: '人手少，电话13800001234，经费不足' }];
  expect(quotes(tallyOf(said), {}, own)).toEqual([]);
  expect(quotes(tallyOf(said))).toEqual(['经费不足']);
});

const DIFFERENT = [
  '甲乙丙丁',
  '戊己庚辛',
  '子丑寅卯',
  '辰巳午未',
  '申酉戌亥',
  '天地玄黄',
  '宇宙洪荒',
];

test('at most five are proposed for a problem, and none that says much the same', () => {
  const many = DIFFERENT.map((words) => ({ text: `${words}经费` }));
  expect(quotes(tallyOf(many))).toHaveLength(5);
  const alike = ['活动经费不足', '活动经费不足。', '我们这里活动经费不足'];
  expect(quotes(tallyOf(alike.map((text) => ({ text }))))).toHaveLength(1);
});

test('nobody is quoted twice, neither for two problems nor in two rounds', () => {
  const both = tallyOf([{ text: '活动经费不足，而且人手太少', id: '7' }]);
  expect(candidates(both).map(({ code }) => code)).toEqual(['P1']);
  const rounds = (id: string) =>
    new Map([
      ['r1', tallyOf([{ text: '活动经费不足', id: '7' }])],
      ['r2', tallyOf([{ text: '买书的经费没有', id }], { 财务处: 60 }, 'r2')],
    ]);
  const found = (id: string) =>
    quoteCandidates({ problems: problemsOf(['r1', 'r2']) }, survey, rounds(id));
  expect(found('7').map(({ round }) => round)).toEqual(['r1']);
  expect(found('8').map(({ round }) => round)).toEqual(['r1', 'r2']);
});

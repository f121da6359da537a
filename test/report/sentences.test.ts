import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Tables } from '../../pipeline/aggregate/tables.ts';
import { sentence, sentenceList } from '../../pipeline/report/sentences.ts';
import { VERDICT_KINDS, type Verdict } from '../../pipeline/report/verdicts/verdict.ts';
import type { Lang } from '../../pipeline/survey/text.ts';
import {
  contextIn,
  mean,
  modelWith,
  ONE,
  POISON,
  problem,
  Q1,
  Q2,
  Q3,
  read,
  shown,
  tested,
  trend,
} from './made.ts';
import { MODEL } from './model.ts';
import { CASES } from './sentence-cases.ts';

const LANGUAGES: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en'];
const model = modelWith({ problems: [problem(Q3, 'A6', shown(0.3, 600))] });

test.each(CASES)('says in three languages: %s', (_why, verdict, sentences) => {
  for (const [at, lang] of LANGUAGES.entries()) {
    expect(read(sentence(contextIn(lang, model), verdict))).toBe(sentences[at]);
  }
});

const ABOUT = { question: 'problems', taxonomy: 'organ' } as const;
const STEPS = { ...ABOUT, from: Q2, to: Q3 } as const;
const BY = { ...ABOUT, round: Q3, group: 'unit_type' } as const;
const END = { share: 0.2, low: 0.17, high: 0.23, base: 600, n_effective: 600 };
const ENDS = { first: END, last: END, p_adjusted: 0.7 };

// In Chinese, English.
test.each<readonly [Verdict, string, string]>([
  [
    { kind: 'not-asked', ...ABOUT, rounds: [Q1] },
    '2026年一季度没有问“存在的问题”：记作“本轮未问”，没有数字，也不与该轮比较。',
    '“Problems met” was not asked in Q1 2026: marked “not asked in this round”, without figures, and nothing is compared with this round.',
  ],
  [
    { kind: 'no-group-difference', ...BY, codes: ['A1'] },
    '存在的问题：2026年三季度没有证据表明“A1 重要性认识不足”的提及率在不同单位类型之间有差异。',
    'Problems met: in Q3 2026, no evidence that mentions of “A1 Importance not recognised” differ by unit type.',
  ],
  [
    {
      kind: 'trend-over-rounds',
      ...STEPS,
      from: Q1,
      direction: 'no-evidence',
      rounds: 3,
      trends: [{ code: 'A1', ...ENDS }],
    },
    '存在的问题：2026年一季度至2026年三季度的 3 轮中，没有证据表明“A1 重要性认识不足”的提及率有趋势性变化。',
    'Problems met: over the 3 rounds from Q1 2026 to Q3 2026, no evidence of a trend in mentions of “A1 Importance not recognised”.',
  ],
  [
    { kind: 'too-few', ...ABOUT, round: Q2, codes: ['A1'], base: 24, n_effective: 21.4 },
    '存在的问题：2026年二季度的回答太少（基数 24 人，有效样本量 21），不足以判断“A1 重要性认识不足”的提及率有无变化。',
    'Problems met: too few answers in Q2 2026 (base 24, effective n 21) to say whether mentions of “A1 Importance not recognised” changed.',
  ],
  [
    { kind: 'hidden', ...STEPS, codes: ['A1'] },
    '存在的问题：为保护隐私，“A1 重要性认识不足”在2026年二季度或2026年三季度的数字不公布，有无变化不作判断。',
    'Problems met: figures of Q2 2026 or Q3 2026 are withheld for privacy, so nothing is said about changes in “A1 Importance not recognised”.',
  ],
  [
    { kind: 'too-few-in-values', ...BY, values: [{ value: '乡镇街道', base: 14 }] },
    '存在的问题：2026年三季度按单位类型划分，乡镇街道（基数 14 人）的回答太少，不足以单独作出判断。',
    'Problems met: by unit type, too few answers in Q3 2026 to speak of 乡镇街道 (base 14) alone.',
  ],
])(
  'of one round, problem or value no sentence speaks as of several: $kind',
  (verdict, hans, en) => {
    expect(read(sentence(contextIn('zh-Hans', model), verdict))).toBe(hans);
    expect(read(sentence(contextIn('en', model), verdict))).toBe(en);
  },
);

test('below the name of its question a sentence begins with a capital', () => {
  const verdicts = [
    { kind: 'too-few', ...ABOUT, round: Q2, codes: [], base: 24, n_effective: 21.4 },
    { kind: 'hidden', ...STEPS, codes: ['A1'] },
  ] as const;
  const text = read(sentenceList(contextIn('en', model), verdicts));
  expect(text).toContain('Too few answers in Q2 2026');
  expect(text).toContain('Figures of Q2 2026 or Q3 2026');
});

test('of values that a list leaves out the number is told as of values, not of problems', () => {
  const values = 'ABCDEFGH'.split('').map((value) => ({ value, base: 14 }));
  const verdict = { kind: 'too-few-in-values', ...BY, values } as const;
  const text = read(sentence(contextIn('zh-Hans', model), verdict));
  expect(text).toContain('E（基数 14 人），另有 3 项。');
});

test('a question that ends in a question mark is quoted before the colon', () => {
  const label = { 'zh-Hans': '有何困难？', 'zh-Hant': '有何困難？', en: 'What is hard?' };
  const questions = ONE.questions.map((one) => (one.type === 'open' ? { ...one, label } : one));
  const asking = modelWith(
    { problems: [problem(Q3, 'A6', shown(0.3, 600))] },
    { ...ONE, questions },
  );
  const heads = LANGUAGES.map((lang) => {
    const context = contextIn(lang, asking);
    return read(sentence(context, context.verdicts[0]!)).slice(0, 15);
  });
  expect(heads[0]).toMatch(/^“有何困难？”：2026/);
  expect(heads[1]).toMatch(/^「有何困難？」：2026/);
  expect(heads[2]).toBe('“What is hard?”');
});

test('every kind of verdict has words, and all its blanks are filled', () => {
  expect(new Set(CASES.map(([, verdict]) => verdict.kind))).toEqual(new Set(VERDICT_KINDS));
  for (const [, , sentences] of CASES)
    for (const text of sentences) expect(text).not.toMatch(/[{}]/);
});

/** Words that state a direction. */
const DIRECTION =
  /[上下]升|下降|[升降]至|高 [\d.]+ 个|高 [\d.]+ 個|低 [\d.]+ 个|低 [\d.]+ 個|rose|fell|upward|downward|higher|lower/;

function hasDirection(verdict: Verdict): boolean {
  if (verdict.kind === 'rose' || verdict.kind === 'fell') return true;
  if (verdict.kind === 'differs-by-group') return verdict.above.length + verdict.below.length > 0;
  return 'direction' in verdict && verdict.direction !== 'no-evidence';
}

test('a sentence states a direction where its verdict has one, and nowhere else', () => {
  for (const [why, verdict, sentences] of CASES) {
    for (const text of sentences) {
      expect([why, DIRECTION.test(text)]).toEqual([why, hasDirection(verdict)]);
    }
  }
});

/** Tables of two codes in three rounds and two values, each cell shown (up to 60 %) or hidden. */
const tablesOf = fc
  .record({
    shares: fc.array(fc.double({ min: 0.05, max: 0.6, noNaN: true }), {
      minLength: 10,
      maxLength: 10,
    }),
    hidden: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    base: fc.constantFrom(12, 34, 96, 612),
    changes: fc.array(fc.constantFrom('up', 'down', 'no-evidence'), { minLength: 2, maxLength: 2 }),
    p: fc.constantFrom(0.01, 0.2),
  })
  .map(({ shares, hidden, base, changes, p }): Partial<Tables> => {
    const cell = (at: number) =>
      hidden[at] ? POISON : shown(Number(shares[at]!.toFixed(4)), base, 0.1);
    const codes = ['A1', 'A2'] as const;
    return {
      problems: codes.flatMap((code, i) => [
        ...[Q1, Q2, Q3].map((round, at) => problem(round, code, cell(5 * i + at))),
        ...['省直机关', '市直机关'].map((value, at) =>
          problem(Q3, code, cell(5 * i + 3 + at), value),
        ),
      ]),
      trends: codes.map((code, i) =>
        hidden[5 * i + 1] || hidden[5 * i + 2]
          ? trend(code, '', { shown: 'no', difference: 0.777, low: 0.77, high: 0.777 })
          : trend(code, changes[i]!),
      ),
      tests: codes.map((code) => tested(code, p)),
      pairs: [
        {
          ...{
            round: Q3,
            question: 'problems',
            code_a: 'A1',
            code_b: 'A2',
            base: 77_777,
            n: 7_777,
          },
          ...{
            share: 0.777,
            low: 0.77,
            high: 0.777,
            lift: 7.77,
            odds_ratio: null,
            odds_low: null,
            odds_high: null,
            status: 'suppressed',
          },
        },
      ],
      closed: [mean(Q2, 3.1, 0.1), { ...mean(Q3, 7.77, 0.1, 77_777), status: 'suppressed' }],
      coding: (['coded', 'uncoded', 'no-problem'] as const).map((status) => ({
        ...{ round: Q3, question: 'problems', status, n: 77_777, shown: 'no' },
      })),
    };
  });

test('no figure of a hidden line gets into a sentence', () => {
  fc.assert(
    fc.property(tablesOf, (tables) => {
      for (const lang of LANGUAGES) {
        const context = contextIn(lang, modelWith(tables));
        for (const verdict of context.verdicts) {
          const text = read(sentence(context, verdict));
          expect(text).not.toMatch(/77[.,%\d]|7\.77/);
          expect(text).not.toMatch(/NaN|undefined|null|[{}]/);
          if (!hasDirection(verdict)) expect(text).not.toMatch(DIRECTION);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a share stands with its base and an interval in every sentence about the made-up survey', () => {
  for (const lang of LANGUAGES) {
    const context = contextIn(lang, MODEL);
    const told = context.verdicts.filter(
      ({ kind }) => kind !== 'trend-over-rounds' && kind !== 'uncoded',
    );
    const shares = told
      .map((one) => read(sentence(context, one)))
      .filter((text) => /\d%/.test(text));
    expect(shares.length).toBeGreaterThan(5);
    for (const text of shares) {
      expect(text).toMatch(/95% (?:置信区间|信賴區間|interval)/);
      expect(text).toMatch(/基[数數]|\d 人|base|respondents/);
    }
  }
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Tables } from '../../pipeline/aggregate/tables.ts';
import { sentence } from '../../pipeline/report/sentences.ts';
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

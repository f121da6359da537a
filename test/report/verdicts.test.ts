import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProblemRow, ScaleTrendRow } from '../../pipeline/aggregate/tables.ts';
import { mcnemar } from '../../pipeline/statistics/mcnemar.ts';
import {
  contrast,
  mean,
  ONE,
  only,
  POISON,
  problem,
  Q1,
  Q2,
  Q3,
  scaleTrend,
  shown,
  tested,
  trend,
  verdictsIn,
} from './made.ts';
import { MODEL } from './model.ts';

/** A code in two rounds, the latest last. */
const both = (code: string, before: number, after: number, base = 600) => [
  problem(Q2, code, shown(before, base)),
  problem(Q3, code, shown(after, base)),
];

const rankingIn = (tables: Parameters<typeof verdictsIn>[0], survey = ONE) =>
  only('ranking', verdictsIn(tables, survey))[0];
const codesOf = (items: readonly { readonly code: string }[] | undefined) =>
  items?.map(({ code }) => code);

test('the most common problem is first alone where every difference from it is borne out', () => {
  const problems = [
    problem(Q3, 'A1', shown(0.4, 600)),
    problem(Q3, 'A2', shown(0.3, 600)),
    problem(Q3, 'A3', shown(0.25, 600)),
    problem(Q3, 'A4', shown(0.1, 600)),
  ];
  const ranking = rankingIn({ problems });
  expect(ranking).toMatchObject({ question: 'problems', taxonomy: 'organ', round: Q3, base: 600 });
  expect(codesOf(ranking?.first)).toEqual(['A1']);
  // 180 and 150 of 600 are a tie for the second place, which A4 has no part in.
  expect(codesOf(ranking?.next)).toEqual(['A2', 'A3']);
});

// R: binom.test(b, b + c), b and c those who mentioned only the one or only the other.
test.each([
  { a: 22, b: 8, both: 0, p: 0.0161, tied: false, why: 'although their intervals overlap' },
  { a: 22, b: 9, both: 0, p: 0.0294, tied: false, why: 'although their intervals overlap' },
  { a: 22, b: 10, both: 0, p: 0.0501, tied: true, why: 'by a hair' },
  { a: 30, b: 20, both: 0, p: 0.2026, tied: true, why: 'where nobody mentioned both' },
  { a: 30, b: 20, both: 18, p: 0.0129, tied: false, why: 'where 18 mentioned both' },
  { a: 30, b: 20, both: null, p: 0.2026, tied: true, why: 'where those who did are hidden' },
])('$a and $b of 250 are tied: $tied, $why (p = $p)', ({ a, b, both: together, p, tied }) => {
  const apart = [a, b].map((n) => n - (together ?? 0)) as [number, number];
  expect(mcnemar(...apart)!.exact).toBeCloseTo(p, 4);
  const problems = [problem(Q3, 'A1', shown(a / 250, 250)), problem(Q3, 'A2', shown(b / 250, 250))];
  const pair = MODEL.tables.pairs[0]!;
  const share = together === null ? null : together / 250;
  const status = together === null ? ('suppressed' as const) : ('shown' as const);
  const own = { ...pair, round: Q3, question: 'problems', code_a: 'A2', code_b: 'A1' };
  const ranking = rankingIn({ problems, pairs: [{ ...own, share, status }] });
  expect(codesOf(ranking?.first)).toEqual(tied ? ['A1', 'A2'] : ['A1']);
});

test('of several comparisons with the first, one is borne out by its adjusted p', () => {
  // Of 22 and 8, p is 0.0161: twice compared, Holm makes it 0.032; beside three of 0.418, 0.064.
  const counted = (counts: readonly number[]) =>
    counts.map((n, i) => problem(Q3, `A${i + 1}`, shown(n / 250, 250)));
  const holm = { ...ONE, statistics: { ...ONE.statistics, correction: 'holm' as const } };
  expect(codesOf(rankingIn({ problems: counted([22, 8, 8]) }, holm)?.first)).toEqual(['A1']);
  const many = counted([22, 16, 16, 16, 8]);
  expect(codesOf(rankingIn({ problems: many }, holm)?.first)).toEqual([
    ...['A1', 'A2', 'A3', 'A4', 'A5'],
  ]);
});

test('where clusters were drawn, intervals that touch are a tie for the first place', () => {
  const problems = [
    problem(Q3, 'A1', shown(0.4, 600, 0.05)),
    problem(Q3, 'A2', shown(0.3, 600, 0.05)),
    problem(Q3, 'A3', shown(0.29, 600, 0.05)),
  ];
  const clustered = { ...ONE, columns: { ...ONE.columns, cluster: ['单位'] } };
  const ranking = rankingIn({ problems }, clustered);
  expect(codesOf(ranking?.first)).toEqual(['A1', 'A2']);
  expect(ranking?.next).toEqual([]);
});

test('problems that nobody mentioned are not ranked', () => {
  const of = (...shares: readonly number[]) => ({
    problems: shares.map((share, i) => problem(Q3, `A${i + 1}`, shown(share, 40, 0.1))),
  });
  expect(codesOf(rankingIn(of(0.1, 0, 0))?.first)).toEqual(['A1']);
  expect(rankingIn(of(0, 0, 0))).toBeUndefined();
});

test.each([
  ['an effective number of 29.9', shown(0.4, 60, 0.1, 29.9), true],
  ['an effective number of 30', shown(0.4, 60, 0.1, 30), false],
  ['an interval of 30.2 points', shown(0.4, 60, 0.151), true],
  ['an interval of 29.8 points', shown(0.4, 60, 0.149), false],
])('a question with %s is too few to rank: %s', (_why, figures, few) => {
  const verdicts = verdictsIn({ problems: [problem(Q3, 'A1', figures)] });
  expect(only('ranking', verdicts)).toHaveLength(few ? 0 : 1);
  expect(only('too-few', verdicts)).toEqual(
    few
      ? [
          {
            ...{ kind: 'too-few', question: 'problems', taxonomy: 'organ', round: Q3, codes: [] },
            ...{ base: 60, n_effective: figures.n_effective },
          },
        ]
      : [],
  );
});

test('changes follow the adjusted test, the largest first, the others together', () => {
  const verdicts = verdictsIn({
    problems: [
      ...both('A1', 0.2, 0.26),
      ...both('A2', 0.3, 0.2),
      ...both('A3', 0.1, 0.4),
      ...both('A4', 0.1, 0.1),
    ],
    trends: [
      trend('A1', 'up'),
      trend('A2', 'down', { difference: -0.1 }),
      // The largest difference of all, but not borne out.
      trend('A3', 'no-evidence', { difference: 0.3, low: -0.1, high: 0.7, p_adjusted: 0.3 }),
      trend('A4', 'no-evidence', { difference: 0, low: -0.04, high: 0.04, p_adjusted: 0.9 }),
    ],
  });
  const changed = verdicts.flatMap((one) =>
    one.kind === 'rose' || one.kind === 'fell' ? [one] : [],
  );
  expect(changed.map(({ kind, change }) => [kind, change.code, change.difference])).toEqual([
    ['fell', 'A2', -0.1],
    ['rose', 'A1', 0.06],
  ]);
  expect(changed[1]).toMatchObject({
    ...{ from: Q2, to: Q3 },
    change: { before: { share: 0.2, base: 600 }, after: { share: 0.26 }, p_adjusted: 0.004 },
  });
  const [still] = only('no-evidence', verdicts);
  expect(still?.changes.map(({ code }) => code)).toEqual(['A3', 'A4']);
});

test('a share that is too few is not compared, whatever its test says', () => {
  const verdicts = verdictsIn({
    problems: [problem(Q2, 'A1', shown(0.2, 40, 0.1, 25)), problem(Q3, 'A1', shown(0.6, 600))],
    trends: [trend('A1', 'up', { difference: 0.4 })],
  });
  expect(only('rose', verdicts)).toEqual([]);
  expect(only('too-few', verdicts)).toMatchObject([
    { round: Q2, codes: ['A1'], base: 40, n_effective: 25 },
  ]);
});

test('a comparison with a hidden side is named as hidden and has no figure', () => {
  const verdicts = verdictsIn({
    problems: [problem(Q2, 'A1', POISON), problem(Q3, 'A1', shown(0.2, 600))],
    trends: [trend('A1', '', { shown: 'no' })],
  });
  expect(only('hidden', verdicts)).toEqual([
    {
      ...{ kind: 'hidden', question: 'problems', taxonomy: 'organ', from: Q2, to: Q3 },
      codes: ['A1'],
    },
  ]);
});

test('rounds that did not ask are named, and nothing is compared with them', () => {
  const asked = ONE.questions.map((one) =>
    one.id === 'problems' ? { ...one, asked: [Q1, Q3] } : one,
  );
  const problems = [problem(Q1, 'A1', shown(0.2, 600)), problem(Q3, 'A1', shown(0.4, 600))];
  const verdicts = verdictsIn({ problems }, { ...ONE, questions: asked });
  expect(only('not-asked', verdicts)).toEqual([
    { kind: 'not-asked', question: 'problems', taxonomy: 'organ', rounds: [Q2] },
  ]);
  expect(verdicts.map(({ kind }) => kind)).toEqual(['ranking', 'not-asked']);
});

test('rounds coded with different taxonomies are not compared', () => {
  const taxonomies = new Map([
    [Q1, 'grassroots'],
    [Q2, 'grassroots'],
    [Q3, 'organ'],
  ]);
  const questions = ONE.questions.map((one) =>
    one.type === 'open' ? { ...one, taxonomy: { by: 'round', taxonomies } } : one,
  );
  const problems = [
    problem(Q1, 'B1', shown(0.2, 600), '', 'grassroots'),
    problem(Q2, 'B1', shown(0.2, 600), '', 'grassroots'),
    problem(Q3, 'A1', shown(0.4, 600)),
  ];
  const verdicts = verdictsIn({ problems }, { ...ONE, questions });
  expect(only('not-comparable', verdicts)).toMatchObject([
    { taxonomy: 'organ', from: Q2, to: Q3, reason: 'taxonomy' },
  ]);
});

const SERIES = (code: string, shares: readonly number[], n = 600) =>
  shares.map((share, at) => problem([Q1, Q2, Q3][at]!, code, shown(share, n)));

test('a trend over three rounds is told where its test bears it out, the others together', () => {
  const verdicts = verdictsIn({
    problems: [
      ...SERIES('A1', [0.2, 0.26, 0.33]),
      ...SERIES('A2', [0.3, 0.24, 0.2]),
      ...SERIES('A3', [0.2, 0.21, 0.2]),
      ...SERIES('A4', [0.1, 0.1, 0.11]),
    ],
  });
  const trends = only('trend-over-rounds', verdicts);
  expect(
    trends.map((one) => [one.direction, one.rounds, ...one.trends.map(({ code }) => code)]),
  ).toEqual([
    ['up', 3, 'A1'],
    ['down', 3, 'A2'],
    ['no-evidence', 3, 'A3', 'A4'],
  ]);
  expect(trends[0]).toMatchObject({
    ...{ from: Q1, to: Q3 },
    trends: [{ first: { share: 0.2 }, last: { share: 0.33 } }],
  });
});

test('a trend with a round that is hidden or too few is not told', () => {
  const [first, second, third] = SERIES('A1', [0.2, 0.3, 0.5]);
  const of = (figures: ProblemRow) =>
    only('trend-over-rounds', verdictsIn({ problems: [first!, figures, third!] }));
  expect(of(second!)).toHaveLength(1);
  expect(of({ ...second!, ...POISON })).toEqual([]);
  expect(of({ ...second!, ...shown(0.3, 28) })).toEqual([]);
});

const TYPES = ['省直机关', '市直机关', '乡镇街道'] as const;

const SPREAD = [
  problem(Q3, 'A1', shown(0.36, 600)),
  ...TYPES.map((value, at) =>
    problem(Q3, 'A1', shown([0.5, 0.3, 0.2][at]!, [200, 300, 100][at]!), value),
  ),
];

test('values that lie above or below the rest are told, the largest difference first', () => {
  const contrasts = [
    contrast('A1', TYPES[0], 0.5, { share: 0.275, base: 400 }, 'above'),
    contrast('A1', TYPES[1], 0.3, { share: 0.4, base: 300 }, 'below'),
    contrast('A1', TYPES[2], 0.2, { share: 0.38, base: 500 }, 'below'),
  ];
  const tables = { problems: SPREAD, contrasts, tests: [tested('A1', 0.01)] };
  const [differs] = only('differs-by-group', verdictsIn(tables));
  expect(differs).toMatchObject({ code: 'A1', group: 'unit_type', compared: 'some' });
  expect(differs?.above).toMatchObject([
    { value: TYPES[0], rest: { share: 0.275, base: 400 }, difference: expect.closeTo(0.225, 12) },
  ]);
  expect(differs?.below.map(({ value, rest }) => [value, rest.base])).toEqual([
    [TYPES[2], 500],
    [TYPES[1], 300],
  ]);
});

test('without evidence nobody is said to lie above or below', () => {
  const contrasts = TYPES.map((value) =>
    contrast('A1', value, 0.5, { share: 0.3, base: 400 }, 'no-evidence'),
  );
  const tables = { problems: SPREAD, contrasts, tests: [tested('A1', 0.01)] };
  expect(only('differs-by-group', verdictsIn(tables))).toMatchObject([
    { compared: 'some', above: [], below: [] },
  ]);
});

test('where no value can be compared and some are hidden, that is told', () => {
  const problems = [
    problem(Q3, 'A1', shown(0.36, 600)),
    problem(Q3, 'A1', shown(0.5, 200), TYPES[0]),
    problem(Q3, 'A1', POISON, TYPES[2]),
  ];
  const found = only('differs-by-group', verdictsIn({ problems, tests: [tested('A1', 0.01)] }));
  expect(found).toMatchObject([{ compared: 'hidden', above: [], below: [] }]);
});

test('of two values only one is told, and a rest that is too few is not compared with', () => {
  const of = (base: number) => {
    const problems = [
      problem(Q3, 'A1', shown(0.3, 600)),
      problem(Q3, 'A1', shown(0.2, 300), TYPES[0]),
      problem(Q3, 'A1', shown(0.5, base), TYPES[1]),
    ];
    const contrasts = [
      contrast('A1', TYPES[0], 0.2, { share: 0.5, base }, 'below'),
      contrast('A1', TYPES[1], 0.5, { share: 0.2, base: 300 }, 'above'),
    ];
    const tables = { problems, contrasts, tests: [tested('A1', 0.01)] };
    return only('differs-by-group', verdictsIn(tables))[0];
  };
  expect(of(300)).toMatchObject({ above: [], below: [{ value: TYPES[0] }] });
  expect(of(28)).toMatchObject({ above: [], below: [], compared: 'too-few' });
});

test('a group whose test bears nothing out has no direction, however far its values lie apart', () => {
  const problems = [
    problem(Q3, 'A1', shown(0.3, 600)),
    problem(Q3, 'A1', shown(0.1, 300), TYPES[0]),
    problem(Q3, 'A1', shown(0.6, 300), TYPES[1]),
  ];
  const verdicts = verdictsIn({ problems, tests: [tested('A1', 0.05)] });
  expect(only('differs-by-group', verdicts)).toEqual([]);
  expect(only('no-group-difference', verdicts)).toMatchObject([
    { group: 'unit_type', codes: ['A1'] },
  ]);
});

test('values with few answers are named, the smallest first', () => {
  const problems = [
    problem(Q3, 'A1', shown(0.3, 600)),
    problem(Q3, 'A1', shown(0.3, 500), TYPES[0]),
    problem(Q3, 'A1', shown(0.3, 29), TYPES[1]),
    problem(Q3, 'A1', shown(0.3, 14), TYPES[2]),
  ];
  expect(only('too-few-in-values', verdictsIn({ problems }))).toMatchObject([
    {
      values: [
        { value: '乡镇街道', base: 14 },
        { value: '市直机关', base: 29 },
      ],
    },
  ]);
});

test('of shown pairs the one whose odds ratio is borne out above 1 and largest is told, or none', () => {
  const pair = (
    code_b: string,
    share: number,
    [odds_ratio, odds_low, odds_high]: readonly number[],
    status: 'shown' | 'suppressed' = 'shown',
  ) => ({
    ...{ round: Q3, question: 'problems', code_a: 'A1', code_b, base: 600, n: 60, share },
    ...{ low: share - 0.02, high: share + 0.02, lift: 1.5, status },
    ...{ odds_ratio: odds_ratio!, odds_low: odds_low!, odds_high: odds_high! },
  });
  const problems = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((code) =>
    problem(Q3, code, shown(0.3, 600)),
  );
  const apart = pair('A2', 0.2, [0.6, 0.4, 0.9]);
  const unclear = pair('A6', 0.03, [9, 0.9, 90]);
  const pairs = [
    apart,
    unclear,
    pair('A3', 0.12, [1.6, 1.2, 2.1333]),
    pair('A4', 0.1, [3, 2, 4.5]),
    // Above 1 by its own interval (p = 0.045), but not as one of six.
    pair('B1', 0.1, [4, 1.03, 15.53]),
    pair('A5', 0.777, [7.77, 7, 8], 'suppressed'),
  ];
  expect(only('pair', verdictsIn({ problems, pairs }))).toMatchObject([
    { codes: ['A1', 'A4'], odds: { ratio: 3, low: 2, high: 4.5 }, figure: { share: 0.1 } },
  ]);
  const alone = verdictsIn({ problems, pairs: [pair('B1', 0.1, [4, 1.03, 15.53])] });
  expect(only('pair', alone)).toMatchObject([{ codes: ['A1', 'B1'] }]);
  const none = verdictsIn({ problems, pairs: [apart, unclear] });
  expect(only('pair', none)).toEqual([]);
  expect(only('no-pair', none)).toHaveLength(1);
  expect(only('no-pair', verdictsIn({ problems, pairs: [] }))).toEqual([]);
});

test('much that fits no code is told, and only from published counts', () => {
  const problems = [problem(Q3, 'A1', shown(0.3, 600))];
  const coding = (uncoded: number, status: 'yes' | 'no') =>
    (
      [
        ['coded', 700],
        ['uncoded', uncoded],
        ['no-problem', 100],
      ] as const
    ).map(([name, n]) => ({
      ...{ round: Q3, question: 'problems', status: name, n, shown: status },
    }));
  expect(only('uncoded', verdictsIn({ problems, coding: coding(200, 'yes') }))).toMatchObject([
    { share: 0.2, base: 1000 },
  ]);
  expect(only('uncoded', verdictsIn({ problems, coding: coding(100, 'yes') }))).toEqual([]);
  expect(only('uncoded', verdictsIn({ problems, coding: coding(200, 'no') }))).toEqual([]);
});

test('a scale moved where its test bears it out', () => {
  const moved = (after: number, change: ScaleTrendRow['change']) =>
    only(
      'scale-moved',
      verdictsIn({
        closed: [mean(Q2, 3.2, 0.06), mean(Q3, after, 0.08)],
        scale_trends: [scaleTrend(3.2, after, change)],
      }),
    )[0];
  expect(moved(3.31, 'up')).toMatchObject({
    ...{ direction: 'up', range: [1, 5], from: Q2, to: Q3, p_adjusted: 0.03 },
    ...{ before: { mean: 3.2 }, after: { mean: 3.31 } },
  });
  expect(moved(3.09, 'down')?.direction).toBe('down');
  // However far means lie apart.
  expect(moved(4.4, 'no-evidence')?.direction).toBe('no-evidence');
});

test('rounds with another range of a scale are not compared, few answers neither', () => {
  const form = { range: [1, 7], reverse: false, labels: new Map() } as const;
  const questions = ONE.questions.map((one) =>
    one.type === 'scale' ? { ...one, rounds: new Map([[Q3, form]]) } : one,
  );
  const closed = [mean(Q2, 3.2, 0.06), mean(Q3, 4.2, 0.06)];
  expect(verdictsIn({ closed }, { ...ONE, questions })).toEqual([
    {
      ...{ kind: 'not-comparable', question: 'importance', taxonomy: '' },
      ...{ from: Q2, to: Q3, reason: 'range' },
    },
  ]);
  const few = verdictsIn({
    closed: [mean(Q2, 3.2, 0.06, 29), mean(Q3, 4.2, 0.06)],
    scale_trends: [scaleTrend(3.2, 4.2, 'up')],
  });
  expect(few).toMatchObject([{ kind: 'too-few', question: 'importance', round: Q2, base: 29 }]);
});

test('tables are not changed, and the order of lines does not matter', () => {
  const { tables } = MODEL;
  const before = structuredClone(tables);
  const verdicts = verdictsIn(tables, MODEL.survey);
  expect(tables).toEqual(before);
  expect(verdicts.length).toBeGreaterThan(10);
  const turned = {
    ...tables,
    trends: tables.trends.toReversed(),
    tests: tables.tests.toReversed(),
  };
  const kinds = (found: typeof verdicts) => found.map(({ kind }) => kind).sort();
  expect(kinds(verdictsIn(turned, MODEL.survey))).toEqual(kinds(verdicts));
});

test('without evidence in the tables no verdict has a direction, whatever the shares', () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(share, share, share, share, (a, b, c, d) => {
      const verdicts = verdictsIn({
        problems: [
          ...both('A1', a, b),
          problem(Q3, 'A1', shown(c, 300), TYPES[0]),
          problem(Q3, 'A1', shown(d, 300), TYPES[1]),
        ],
        trends: [trend('A1', 'no-evidence', { difference: b - a, p_adjusted: 0.05 })],
        tests: [tested('A1', 0.05)],
      });
      const kinds = verdicts.map(({ kind }) => kind);
      expect(kinds).toContain('no-evidence');
      for (const kind of ['rose', 'fell', 'differs-by-group']) expect(kinds).not.toContain(kind);
    }),
    { numRuns: 60 },
  );
});

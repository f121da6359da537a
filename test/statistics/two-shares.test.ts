import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { newcombe } from '../../pipeline/statistics/newcombe.ts';
import { trendTest } from '../../pipeline/statistics/trend-test.ts';
import { twoProportionTest } from '../../pipeline/statistics/two-proportion-test.ts';
import { expectNear, fixture } from './support.ts';

interface Truth {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly diff: number;
  readonly newcombe95: readonly [number, number];
  readonly z_pooled: number | null;
  readonly p_pooled: number | null;
  readonly proptest_chi2: number | null;
}

const { two_proportions: truths } = fixture<{ two_proportions: readonly Truth[] }>('tests.json');
const pairOf = ({ x1, n1, x2, n2 }: Truth) =>
  [
    { share: x1 / n1, n: n1 },
    { share: x2 / n2, n: n2 },
  ] as const;

test.each(truths)('Newcombe’s method 10 of $x1/$n1 and $x2/$n2', (R) => {
  const found = newcombe(...pairOf(R), 0.95)!;
  expectNear(found.difference, R.diff);
  expectNear(found.low, R.newcombe95[0]);
  expectNear(found.high, R.newcombe95[1]);
});

test.each(truths)('prop.test(c($x1, $x2), c($n1, $n2), correct = FALSE)', (R) => {
  const found = twoProportionTest(...pairOf(R));
  if (R.z_pooled === null) return expect(found).toBeNull();
  expectNear(found!.z, R.z_pooled);
  expectNear(found!.z ** 2, R.proptest_chi2!);
  expectNear(found!.p, R.p_pooled!);
});

const share = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  n: fc.double({ min: 0.5, max: 1e4, noNaN: true }),
});

test('the interval turns round with the order of the two, and stays inside [−1, 1]', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [one, other] = [newcombe(a, b, 0.95)!, newcombe(b, a, 0.95)!];
      expect(other.low).toBeCloseTo(-one.high, 12);
      expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(one.high).toBeLessThanOrEqual(1 + 1e-12);
      expect(one.low).toBeLessThanOrEqual(one.difference);
      expect(one.high).toBeGreaterThanOrEqual(one.difference);
    }),
  );
});

test('no observations on one side: neither interval nor test', () => {
  const [some, nobody] = [
    { share: 0.5, n: 10 },
    { share: 0, n: 0 },
  ] as const;
  expect([newcombe(some, nobody, 0.95), newcombe(nobody, some, 0.95)]).toEqual([null, null]);
  expect(twoProportionTest(nobody, some)).toBeNull();
});

test('both tests refuse numbers out of range', () => {
  const some = { share: 0.5, n: 10 };
  expect(() => twoProportionTest(some, { share: 1.2, n: 3 })).toThrow(RangeError);
  expect(() => twoProportionTest(some, { share: 0.2, n: -3 })).toThrow(RangeError);
  expect(() => newcombe(some, { share: 1.2, n: 3 }, 0.95)).toThrow(RangeError);
  expect(() => trendTest([{ ...some, score: Number.NaN }])).toThrow(RangeError);
});

// The example of R's help page for prop.trend.test (smokers of four studies, Fleiss 1981):
// X-squared = 8.2249, df = 1, p-value = 0.004132.
const fleiss = [
  { share: 83 / 86, n: 86, score: 1 },
  { share: 90 / 93, n: 93, score: 2 },
  { share: 129 / 136, n: 136, score: 3 },
  { share: 70 / 82, n: 82, score: 4 },
];

test('prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))', () => {
  const found = trendTest(fleiss)!;
  expect(found.z ** 2).toBeCloseTo(8.2249, 4);
  expect(found.z).toBeLessThan(0);
  expect(found.p).toBeCloseTo(0.004132, 6);
});

test('the zero and the unit of the scores do not matter, their direction does', () => {
  const moved = fleiss.map((group) => ({ ...group, score: 7 + 100 * group.score }));
  const turned = fleiss.map((group) => ({ ...group, score: -group.score }));
  expectNear(trendTest(moved)!.z, trendTest(fleiss)!.z, 1e-12);
  expectNear(trendTest(turned)!.z, -trendTest(fleiss)!.z, 1e-12);
});

test('the trend over two groups is the two-proportion test', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const test = twoProportionTest(b, a);
      fc.pre(test !== null && Math.abs(test.z) < 30 && a.share + b.share > 1e-9);
      const trend = trendTest([
        { ...a, score: 1 },
        { ...b, score: 2 },
      ])!;
      expect(trend.z).toBeCloseTo(test!.z, 6);
      expect(trend.p).toBeCloseTo(test!.p, 6);
    }),
  );
});

test.each([
  { why: 'no groups', groups: [] },
  { why: 'one score', groups: [1, 2].map((n) => ({ share: 0.5, n, score: 3 })) },
  { why: 'nobody', groups: [1, 2].map((score) => ({ share: 0.5, n: 0, score })) },
  { why: 'all shares 0', groups: [1, 2].map((score) => ({ share: 0, n: 9, score })) },
  { why: 'all shares 1', groups: [1, 2].map((score) => ({ share: 1, n: 9, score })) },
])('there is no trend over $why', ({ groups }) => {
  expect(trendTest(groups)).toBeNull();
});

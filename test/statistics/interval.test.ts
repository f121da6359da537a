import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { betaInterval, kornGraubardN } from '../../pipeline/statistics/beta-interval.ts';
import { type ShareEstimate, shareInterval } from '../../pipeline/statistics/interval.ts';
import { logitInterval } from '../../pipeline/statistics/logit-interval.ts';
import { tInterval } from '../../pipeline/statistics/t-interval.ts';
import { type Interval, wilson } from '../../pipeline/statistics/wilson.ts';
import { designs, expectNear, fixture } from './support.ts';

const { single_proportion: single } = fixture<{
  single_proportion: readonly ({ x: number; n: number } & Record<
    'wilson95' | 'wilson99' | 'clopper_pearson95',
    readonly [number, number]
  >)[];
}>('tests.json');

function expectInterval(
  found: Interval | null,
  [low, high]: readonly [number, number],
  tolerance = 1e-9,
): void {
  expectNear(found?.low, low, tolerance);
  expectNear(found?.high, high, tolerance);
}

test.each(single)('prop.test($x, $n, correct = FALSE) and binom.test($x, $n)', (R) => {
  expectInterval(wilson(R.x / R.n, R.n, 0.95), R.wilson95);
  expectInterval(wilson(R.x / R.n, R.n, 0.99), R.wilson99);
  expectInterval(betaInterval(R.x / R.n, R.n, 0.95), R.clopper_pearson95);
});

const shares = designs.flatMap(([name, design]) =>
  [...design.proportions, ...design.proportions_by]
    .filter(({ variance }) => variance > 1e-20)
    .map((truth) => ({ name, truth, R: truth.svyciprop, where: truth.group ?? 'all' })),
);

test.each(shares)('svyciprop(~$truth.var) of $name, $where', ({ truth, R }) => {
  const { p: share, variance, n, df } = truth;
  const estimate = { share, variance, n, df, nEffective: R.n_eff };
  expectNear(kornGraubardN(R.n_eff!, n, df, 0.95), R.n_eff_dfadj!);
  expectInterval(shareInterval('wilson', estimate, 0.95), R.wilson_neff_z!);
  expectInterval(wilson(share, R.n_eff_dfadj!, 0.95), R.wilson_neff_dfadj_z!);
  expectInterval(shareInterval('beta', estimate, 0.95), R.beta!, 1e-6);
  expectInterval(shareInterval('logit', estimate, 0.95), R.xlogit!);
  expectInterval(shareInterval('logit', estimate, 0.95), R.logit!, 1e-6);
  expectInterval(tInterval(share, variance, df, 0.95), R.mean!);
});

const methods = ['wilson', 'logit', 'beta'] as const;
const shareOf = fc.integer({ min: 0, max: 1e6 }).map((parts) => parts / 1e6);
const sizeOf = fc.double({ min: 0.5, max: 1e5, noNaN: true });

test.each(methods)('a %s interval holds the share and stays inside [0, 1]', (method) => {
  fc.assert(
    fc.property(shareOf, sizeOf, (share, n) => {
      const variance = (share * (1 - share)) / n;
      const estimate = { share, variance, n: Math.ceil(n) + 1, nEffective: n, df: Math.ceil(n) };
      const { low, high } = shareInterval(method, estimate, 0.95)!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(share * (1 + 1e-12));
      expect(high).toBeGreaterThanOrEqual(share * (1 - 1e-12));
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test('Wilson’s interval of the rest is its mirror image', () => {
  fc.assert(
    fc.property(shareOf, sizeOf, (share, n) => {
      const [of, rest] = [wilson(share, n, 0.9)!, wilson(1 - share, n, 0.9)!];
      expect(rest.low).toBeCloseTo(1 - of.high, 12);
      expect(rest.high).toBeCloseTo(1 - of.low, 12);
    }),
  );
});

test('the intervals of nobody and of everybody end exactly at 0 and 1', () => {
  fc.assert(
    fc.property(sizeOf, (n) => {
      expect([wilson(0, n, 0.95)!.low, wilson(1, n, 0.95)!.high]).toEqual([0, 1]);
      expect([betaInterval(0, n, 0.95)!.low, betaInterval(1, n, 0.95)!.high]).toEqual([0, 1]);
    }),
  );
});

const none: ShareEstimate = { share: 0, variance: 0, n: 12, nEffective: 10, df: 11 };

test.each([
  { method: 'wilson', share: 0, expected: [0, 0.27753279986288915] },
  { method: 'logit', share: 0, expected: [0, 0.27753279986288915] },
  { method: 'beta', share: 0, expected: [0, 0.30849710781876083] },
  { method: 'wilson', share: 1, expected: [0.7224672001371109, 1] },
  { method: 'logit', share: 1, expected: [0.7224672001371109, 1] },
  { method: 'beta', share: 1, expected: [0.6915028921812392, 1] },
] as const)('a share of $share by $method falls back on the effective n', (one) => {
  const found = shareInterval(one.method, { ...none, share: one.share }, 0.95);
  expectInterval(found, one.expected);
});

test('a share without a variance by logit is given Wilson’s interval', () => {
  const alone = { share: 0.4, variance: null, n: 1, nEffective: 1, df: 0 };
  expect(shareInterval('logit', alone, 0.95)).toEqual(wilson(0.4, 1, 0.95));
  expect(shareInterval('logit', { ...alone, variance: 0.1 }, 0.95)).toEqual(wilson(0.4, 1, 0.95));
});

test.each(methods)('there is no %s interval without an effective n', (method) => {
  expect(shareInterval(method, { ...none, nEffective: null }, 0.95)).toBeNull();
});

test('there is no interval of nobody', () => {
  expect(wilson(0.5, 0, 0.95)).toBeNull();
  expect(betaInterval(0.5, 0, 0.95)).toBeNull();
  expect(logitInterval(0, 0, 9, 0.95)).toBeNull();
});

test('few clusters widen the Korn–Graubard interval', () => {
  expect(kornGraubardN(100, 183, 14, 0.95)).toBeLessThan(100);
  expect(kornGraubardN(100, 183, 182, 0.95)).toBe(100);
  expect(kornGraubardN(1, 1, 0, 0.95)).toBe(1);
});

test.each([
  () => wilson(1.01, 10, 0.95),
  () => wilson(0.5, -1, 0.95),
  () => wilson(0.5, Number.NaN, 0.95),
  () => wilson(0.5, 10, 95),
  () => betaInterval(-0.1, 10, 0.95),
  () => betaInterval(0.5, Number.NaN, 0.95),
  () => logitInterval(0.5, Number.NaN, 9, 0.95),
])('refuses numbers out of range: %s', (call) => {
  expect(call).toThrow(RangeError);
});

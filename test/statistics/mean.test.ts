import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { mean } from '../../pipeline/statistics/mean.ts';
import { tInterval } from '../../pipeline/statistics/t-interval.ts';
import { baseOf, expectNear, momentsOf, numbersOf, observations, weightsOnly } from './support.ts';

const cases = weightsOnly.flatMap(([name, design]) =>
  [...design.means, ...design.means_by].map((truth) => ({
    name,
    design,
    truth,
    where: truth.group ?? 'all',
    moments: momentsOf(numbersOf(baseOf(design, truth), truth.var)),
  })),
);

test.each(cases)('svymean(~$truth.var), svyvar and confint of $name, $where', (one) => {
  const { truth } = one;
  const found = mean(one.moments, one.design.n)!;
  expectNear(found.mean, truth.mean);
  expectNear(Math.sqrt(found.variance!), truth.se);
  const z = tInterval(found.mean, found.variance, Number.POSITIVE_INFINITY, 0.95)!;
  expectNear(z.low, truth.ci_z[0]);
  expectNear(z.high, truth.ci_z[1]);
  if (truth.svyvar !== undefined) {
    // With na.rm, R's n/(n − 1) counts the rows without x too; with subset(!is.na(x)) it does not.
    const [N, n] = [one.design.n, one.moments.n];
    const ofSubset = (truth.svyvar * (N - 1) * n) / (N * (n - 1));
    expectNear(found.sd!, Math.sqrt(ofSubset));
  }
  if (truth.ci_t !== undefined) {
    const t = tInterval(found.mean, found.variance, truth.df, 0.95)!;
    expectNear(t.low, truth.ci_t[0]);
    expectNear(t.high, truth.ci_t[1]);
  }
});

test.each(
  weightsOnly.flatMap(([name, design]) =>
    design.domain_difference.map((truth) => ({ name, design, truth })),
  ),
)('svycontrast $truth.g1 − $truth.g2 of $truth.var in $name: variances of groups add', (one) => {
  const { truth, design } = one;
  const [a, b] = [truth.g1, truth.g2].map((group) => {
    const rows = baseOf(design, { by: truth.by, group });
    return mean(momentsOf(numbersOf(rows, truth.var)), design.n)!;
  });
  expectNear(a!.mean - b!.mean, truth.diff);
  expectNear(Math.sqrt(a!.variance! + b!.variance!), truth.se);
});

test('the scale of the weights does not matter', () => {
  fc.assert(
    fc.property(observations, fc.constantFrom(0.001, 3, 1e6), (rows, factor) => {
      const scaled = rows.map((row) => ({ ...row, weight: row.weight * factor }));
      const [a, b] = [rows, scaled].map((some) => mean(momentsOf(some), 50)!);
      expectNear(b!.mean, a!.mean, 1e-12);
      expect(b!.variance!).toBeCloseTo(a!.variance!, 9);
      expect(b!.sd!).toBeCloseTo(a!.sd!, 6);
    }),
  );
});

test('equal weights give the sample standard deviation, and s² / n', () => {
  const rows = [2, 4, 4, 4, 5, 5, 7, 9].map((x) => ({ x, weight: 0.2 })); // s² = 32 / 7
  const found = mean(momentsOf(rows), 8)!;
  expectNear(found.mean, 5, 1e-12);
  expectNear(found.sd!, Math.sqrt(32 / 7), 1e-12);
  expectNear(found.variance!, 32 / 7 / 8, 1e-12);
});

test('adding a constant to x moves the mean only', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const moved = rows.map((row) => ({ ...row, x: row.x + 100 }));
      const [a, b] = [rows, moved].map((some) => mean(momentsOf(some), 50)!);
      expect(b!.mean).toBeCloseTo(a!.mean + 100, 9);
      expect(b!.variance!).toBeCloseTo(a!.variance!, 9);
      expect(b!.sd!).toBeCloseTo(a!.sd!, 5);
    }),
  );
});

test('one respondent has a mean, but no spread', () => {
  const one = momentsOf([{ x: 4, weight: 3 }]);
  expect(mean(one, 1)).toEqual({ mean: 4, variance: null, sd: null });
  expect(mean(one, 20)).toEqual({ mean: 4, variance: 0, sd: null });
});

test('equal values have no spread, and rounding does not make it negative', () => {
  const found = mean(momentsOf([0.1, 0.3, 0.7].map((weight) => ({ x: 1999.1, weight }))), 3)!;
  expect(found.sd!).toBeLessThan(1e-3);
  expect(found.variance!).toBeGreaterThanOrEqual(0);
});

test('there is no mean of nobody, or of people without weight', () => {
  expect(mean(momentsOf([]), 5)).toBeNull();
  expect(mean(momentsOf([{ x: 3, weight: 0 }]), 5)).toBeNull();
});

test('refuses a sum that is not a number, and a base beyond the design', () => {
  const three = momentsOf([1, 2, 3].map((x) => ({ x, weight: 1 })));
  expect(() => mean({ ...three, wx: Number.NaN }, 3)).toThrow(/sums.wx must be finite/);
  expect(() => mean(three, 2)).toThrow(/at least 3, got 2/);
});

test('the interval of a mean needs a variance and degrees of freedom', () => {
  expect(tInterval(3, null, 9, 0.95)).toBeNull();
  expect(tInterval(3, 1, 0, 0.95)).toBeNull();
  expect(() => tInterval(3, -1, 9, 0.95)).toThrow(/from 0, got -1/);
});

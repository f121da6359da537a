import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { kishDesignEffect, kishEffective } from '../../pipeline/statistics/kish.ts';
import { baseOf, designs, expectNear, observations, sumsOf } from './support.ts';

const cases = designs.flatMap(([name, design]) => [
  { name, group: 'all', truth: design.kish, rows: baseOf(design, {}) },
  ...Object.entries(design.kish_by).map(([group, truth]) => ({
    name,
    group,
    truth,
    rows: baseOf(design, { by: 'stype', group }),
  })),
]);

test.each(cases)('Kish effective n and design effect of $name, $group, as in R', (one) => {
  const sums = sumsOf(one.rows);
  expect(sums.n).toBe(one.truth.n);
  expectNear(sums.w, one.truth.sum_w);
  expectNear(sums.w2, one.truth.sum_w2);
  expectNear(kishEffective(sums)!, one.truth.n_eff);
  expectNear(kishDesignEffect(sums)!, one.truth.deff);
});

test('the scale of the weights does not matter', () => {
  fc.assert(
    fc.property(observations, fc.constantFrom(0.001, 3, 1e6), (rows, factor) => {
      const scaled = rows.map(({ weight }) => ({ weight: weight * factor }));
      expectNear(kishEffective(sumsOf(scaled))!, kishEffective(sumsOf(rows))!, 1e-12);
    }),
  );
});

test('it is n for equal weights and below n for others', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const equal = rows.map(() => ({ weight: rows[0]!.weight }));
      expectNear(kishEffective(sumsOf(equal))!, rows.length, 1e-12);
      expect(kishEffective(sumsOf(equal))!).toBeLessThanOrEqual(rows.length);
      expect(kishEffective(sumsOf(rows))!).toBeLessThanOrEqual(rows.length);
    }),
  );
});

test.each([
  { why: 'nobody', sums: { n: 0, w: 0, w2: 0 } },
  { why: 'people without weight', sums: { n: 3, w: 0, w2: 0 } },
])('there is none for $why', ({ sums }) => {
  expect(kishEffective(sums)).toBeNull();
  expect(kishDesignEffect(sums)).toBeNull();
});

test.each([
  { n: -1, w: 0, w2: 0 },
  { n: 1.5, w: 1, w2: 1 },
  { n: 1, w: Number.NaN, w2: 1 },
  { n: 1, w: 1, w2: -1 },
])('refuses impossible sums %j', (sums) => {
  expect(() => kishEffective(sums)).toThrow(RangeError);
});

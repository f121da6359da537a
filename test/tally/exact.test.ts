import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMBS, split, total } from '../../pipeline/tally/exact.ts';

const sumOf = (values: readonly number[]): Float64Array => {
  const sum = new Float64Array(LIMBS);
  const part = new Float64Array(LIMBS);
  for (const value of values) {
    split(value, part, 0);
    part.forEach((one, i) => {
      sum[i]! += one;
    });
  }
  return sum;
};

test('ten times 0.1 is 1, which plain addition misses', () => {
  const tenths = Array.from({ length: 10 }, () => 0.1);
  expect(tenths.reduce((a, b) => a + b)).not.toBe(1);
  expect(total(sumOf(tenths), 0)).toBe(1);
});

test.each([0, 1, -1, 0.5, 1234.5678, 1e-6, 3.3e5, -2.25e-3, 98765432.1])(
  '%d comes back as it went in',
  (value) => {
    expect(total(sumOf([value]), 0)).toBe(value);
  },
);

test('a sum does not depend on the order of its values', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(weights, fc.infiniteStream(fc.nat()), (values, keys) => {
      const shuffled = values
        .map((value) => ({ value, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key);
      expect([...sumOf(shuffled.map((one) => one.value))]).toEqual([...sumOf(values)]);
    }),
  );
});

test('a sum of decimals agrees with whole-number arithmetic on their digits', () => {
  const cents = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(cents, (values) => {
      const exact = values.reduce((sum, one) => sum + one, 0) / 10_000;
      expect(total(sumOf(values.map((one) => one / 10_000)), 0)).toBeCloseTo(
        exact,
        12 - Math.ceil(Math.log10(exact + 1)),
      );
    }),
  );
});

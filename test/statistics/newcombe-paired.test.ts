import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { newcombe } from '../../pipeline/statistics/newcombe.ts';
import { newcombePaired } from '../../pipeline/statistics/newcombe-paired.ts';

// Newcombe (1998), Statistics in Medicine 17:2635, method 10; Altman et al. (2000), Statistics with
// Confidence, p. 52; R's contingencytables, Newcombe_square_and_add_CI_paired_2x2 (cavo_2012).
test.each([
  { both: 36, gained: 12, lost: 2, neither: 0, low: 0.0569, high: 0.3404, digits: 4 },
  { both: 14, gained: 5, lost: 0, neither: 22, low: 0.011, high: 0.226, digits: 3 },
  { both: 59, gained: 6, lost: 16, neither: 80, low: -0.1186, high: -0.0046, digits: 4 },
])('the published interval of $both, $gained, $lost, $neither', (one) => {
  const { low, high, digits, ...pairs } = one;
  const found = newcombePaired(pairs, 0.95)!;
  expect(found.low).toBeCloseTo(low, digits);
  expect(found.high).toBeCloseTo(high, digits);
});

const count = fc.integer({ min: 0, max: 60 });
const tables = fc.record({ both: count, gained: count, lost: count, neither: count });

test('it turns round with time, and stays inside [−1, 1]', () => {
  fc.assert(
    fc.property(tables, (pairs) => {
      const found = newcombePaired(pairs, 0.95);
      fc.pre(found !== null);
      const back = newcombePaired({ ...pairs, gained: pairs.lost, lost: pairs.gained }, 0.95)!;
      expect(back.difference).toBeCloseTo(-found.difference, 12);
      expect(back.low).toBeCloseTo(-found.high, 12);
      expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(found.high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test('answers that go together make it narrower than independent samples do', () => {
  const paired = newcombePaired({ both: 40, gained: 8, lost: 4, neither: 48 }, 0.95)!;
  const apart = newcombe({ share: 0.48, n: 100 }, { share: 0.44, n: 100 }, 0.95)!;
  expect(paired.difference).toBeCloseTo(apart.difference, 12);
  expect(paired.high - paired.low).toBeLessThan(0.7 * (apart.high - apart.low));
});

test('one answer for all at one time counts as independent', () => {
  const paired = newcombePaired({ both: 10, gained: 0, lost: 10, neither: 0 }, 0.95)!;
  const apart = newcombe({ share: 0.5, n: 20 }, { share: 1, n: 20 }, 0.95)!;
  expect(paired.low).toBeCloseTo(apart.low, 12);
  expect(paired.high).toBeCloseTo(apart.high, 12);
});

test('there is none of nobody', () => {
  expect(newcombePaired({ both: 0, gained: 0, lost: 0, neither: 0 }, 0.95)).toBeNull();
});

test('refuses counts that are not whole', () => {
  expect(() => newcombePaired({ both: 1.5, gained: 0, lost: 0, neither: 0 }, 0.95)).toThrow(
    /both must be a whole number from 0, got 1.5/,
  );
});

import { expect, test } from '@jest/globals';
import { lift } from '../../pipeline/statistics/lift.ts';

test.each([
  { why: 'independent', both: 5, a: 20, b: 25, base: 100, expected: 1 },
  { why: 'twice as often', both: 10, a: 20, b: 25, base: 100, expected: 2 },
  { why: 'never together', both: 0, a: 20, b: 25, base: 100, expected: 0 },
  { why: 'always together', both: 20, a: 20, b: 20, base: 100, expected: 5 },
])('lift of a pair that is $why: $expected', ({ both, a, b, base, expected }) => {
  expect(lift(both, a, b, base)).toBeCloseTo(expected, 12);
  expect(lift(both * 3, b * 3, a * 3, base * 3)).toBeCloseTo(expected, 12);
});

test('there is none where nobody has one of the two', () => {
  expect([lift(0, 0, 5, 10), lift(0, 5, 0, 10), lift(0, 0, 0, 0)]).toEqual([null, null, null]);
});

test.each([
  { why: 'more with both than with one', both: 6, a: 5, b: 8, base: 10 },
  { why: 'more with one than in the base', both: 5, a: 11, b: 8, base: 10 },
  { why: 'too few with both', both: 1, a: 7, b: 8, base: 10 },
  { why: 'a missing sum', both: Number.NaN, a: 7, b: 8, base: 10 },
])('refuses $why', ({ both, a, b, base }) => {
  expect(() => lift(both, a, b, base)).toThrow(/do not fit/);
});

import { expect, test } from '@jest/globals';
import { withinTime } from '../../pipeline/read/time-limit.ts';

test('what ends in time gives its value, or its own error', () => {
  expect(withinTime(1000, () => [1])).toEqual({ value: [1] });
  expect(() =>
    withinTime(1000, () => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
});

test('what goes round in circles is stopped', () => {
  let rounds = 0;
  const forever = () => {
    for (;;) rounds += 1;
  };
  expect(withinTime(50, forever)).toBe(null);
  expect(rounds).toBeGreaterThan(0);
});

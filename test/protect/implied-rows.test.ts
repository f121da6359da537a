/** What is left out of a program as implied is implied by what is left of it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sayMore } from '../../pipeline/protect/attack/implied-rows.ts';
import { openModel, type Row } from '../../pipeline/protect/attack/linear.ts';

const COUNTS = 7;
const count = fc.nat(COUNTS - 1);
const counts = (most: number) => fc.uniqueArray(count, { minLength: 2, maxLength: most });

const order = counts(2).map((at): Row => ({ at, by: [1, -1], low: -Infinity, high: 0 }));
// Of counts, and of points of a scale, which are taken some times over or in part.
const times = fc.constantFrom(1, 1, 1, 2, 0.5);
const sum = fc
  .tuple(
    counts(4),
    fc.constantFrom(1, -1),
    fc.integer({ min: -2, max: 6 }),
    fc.array(times, { minLength: 4 }),
  )
  .map(
    ([at, sign, rest, by]): Row => ({
      at,
      by: at.map((_, j) => (j === 0 ? sign : -sign) * by[j]!),
      low: rest,
      high: rest,
    }),
  );
const bound = fc
  .tuple(counts(4), fc.array(fc.constantFrom(1, -1, 2), { minLength: 4 }), fc.nat(30))
  .map(([at, by, high]): Row => ({ at, by: by.slice(0, at.length), low: -Infinity, high }));
const rowsOf = fc.array(fc.oneof(order, sum, bound), { minLength: 2, maxLength: 12 });
const starts = fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: COUNTS, maxLength: COUNTS });
const ends = fc.array(fc.constantFrom(2, 5, 9, 1e7), { minLength: COUNTS, maxLength: COUNTS });

test('the most that a row left out can come to is what it allows', () => {
  let left = 0;
  fc.assert(
    fc.property(rowsOf, ends, starts, (rows, most, least) => {
      const upper = Float64Array.from(most);
      const lower = Float64Array.from(least);
      const says = sayMore(rows, lower, upper);
      const model = openModel(
        lower,
        upper,
        rows.filter((_, i) => says[i]!),
      );
      for (const { at, by, high } of rows.filter((_, i) => !says[i]!)) {
        const solution = model.drive(new Map(at.map((one, j) => [one, by[j]!])));
        if (solution === null) continue;
        left += 1;
        const reached = at.reduce((all, one, j) => all + by[j]! * solution.values[one]!, 0);
        expect(reached).toBeLessThanOrEqual(high + 1e-6);
      }
      model.dispose();
    }),
    { numRuns: 1000 },
  );
  expect(left).toBeGreaterThan(100);
});

test('a part is not said again to be at most a whole that a sum has both of', () => {
  const whole: Row = { at: [0, 1, 2], by: [1, -1, -1], low: 3, high: 3 };
  const part: Row = { at: [1, 0], by: [1, -1], low: -Infinity, high: 0 };
  const other: Row = { at: [0, 3], by: [1, -1], low: -Infinity, high: 0 };
  const [lower, upper] = [new Float64Array(4), new Float64Array(4).fill(50)];
  expect(sayMore([whole, part, other], lower, upper)).toEqual([true, false, true]);
});

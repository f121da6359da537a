/** What a coarse share tells of hidden counts, beside all counts that would give it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tellsCounts, type WeightedCount } from '../../../pipeline/protect/coarse/tells.ts';

const count = fc
  .record({
    base: fc.integer({ min: 2, max: 7 }),
    part: fc.integer({ min: 0, max: 100 }),
    weight: fc.constantFrom(0.5, 1, 1.25, 3),
    isHidden: fc.constantFrom(true, true, true, false),
    whole: fc.constantFrom('A', 'A', 'B'),
  })
  .map(({ part, ...one }): WeightedCount => ({ ...one, n: Math.round((part * one.base) / 100) }));

/** Every way in which the hidden counts can be, each whole keeping its sum. */
function waysOf(counts: readonly WeightedCount[]): readonly (readonly number[])[] {
  const sumIn = (ns: readonly number[], whole: string) =>
    counts.reduce((sum, one, i) => sum + (one.whole === whole ? ns[i]! : 0), 0);
  const own = counts.map(({ n }) => n);
  return counts
    .reduce<readonly (readonly number[])[]>(
      (ways, one) =>
        ways.flatMap((way) =>
          (one.isHidden ? Array.from({ length: one.base + 1 }, (_, n) => n) : [one.n]).map((n) => [
            ...way,
            n,
          ]),
        ),
      [[]],
    )
    .filter((way) => ['A', 'B'].every((whole) => sumIn(way, whole) === sumIn(own, whole)));
}

const width = (ways: readonly (readonly number[])[], i: number) => {
  const own = ways.map((way) => way[i]!);
  return Math.max(...own) - Math.min(...own);
};

test('who tries all counts that would give the share finds none more closely than is told', () => {
  let [telling, silent] = [0, 0];
  const some = fc.array(count, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 8 }), (counts, quarters) => {
      const half = quarters / 4;
      const weighted = (way: readonly number[]) =>
        way.reduce((sum, n, i) => sum + n * counts[i]!.weight, 0);
      const sum = weighted(counts.map(({ n }) => n));
      const bounds = { low: sum - half, high: sum + half };
      const ways = waysOf(counts);
      const fitting = ways.filter((way) => Math.abs(weighted(way) - sum) <= half + 1e-9);
      // Where whole numbers are found out, fractions may be wider by less than 1 at either end.
      const isFound = (slack: number) =>
        counts.some(
          ({ isHidden }, i) => isHidden && width(fitting, i) < Math.min(3, width(ways, i)) - slack,
        );
      const isTold = tellsCounts(counts, bounds, 3);
      if (isTold) expect(isFound(0)).toBe(true);
      if (!isTold) expect(isFound(2)).toBe(false);
      if (isTold) telling += 1;
      else silent += 1;
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(telling, silent)).toBeGreaterThan(200);
});

test('a share in steps as wide as the weights differ tells of counts where it is cut at 0', () => {
  // Of 8 that two values come to, each of the second moves the sum by 4: 0 to 20 holds 0 to 3 of them.
  const counts = [
    { n: 7, base: 20, weight: 1, isHidden: true, whole: '' },
    { n: 1, base: 20, weight: 5, isHidden: true, whole: '' },
  ];
  expect(tellsCounts(counts, { low: 0, high: 20 }, 5)).toBe(true);
  expect(tellsCounts(counts, { low: 0, high: 28 }, 5)).toBe(false);
});

test('whatever is told of people of one weight, head-counts tell it too', () => {
  const counts = [1, 4, 0].map((n) => ({ n, base: 9, weight: 2, isHidden: true, whole: 'T' }));
  expect(tellsCounts(counts, { low: 10, high: 10 }, 5)).toBe(false);
});

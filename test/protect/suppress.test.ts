import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPrimary } from '../../pipeline/protect/counts/primary.ts';
import { exposedIn, hiddenIn, networkFrom, tie } from '../support/networks.ts';

const PRIMARY = { primary: true };

test.each([
  { what: 'a small count', n: 4, base: 50, hidden: true },
  { what: 'the threshold itself', n: 5, base: 50, hidden: false },
  { what: 'nobody', n: 0, base: 50, hidden: false },
  { what: 'nobody of a small base', n: 0, base: 4, hidden: true },
  { what: 'all but four', n: 46, base: 50, hidden: true },
  { what: 'all but five', n: 45, base: 50, hidden: false },
  { what: 'everybody', n: 50, base: 50, hidden: true },
])('with minimum 5, $what ($n of $base) is hidden: $hidden', ({ n, base, hidden }) => {
  expect(isPrimary(n, base, 5)).toBe(hidden);
});

test('of parts that cost the same, hides the smallest that is enough', () => {
  const network = networkFrom(
    { all: 62, a: 3, b: 17, c: 40, d: 0, e: 2 },
    [tie('all = a + b + c + d + e')],
    { a: PRIMARY, e: PRIMARY },
  );
  // a and e alone come to 5.
  expect(hiddenIn(network)).toEqual(['a', 'e']);
  const fewer = networkFrom(
    { all: 61, a: 3, b: 17, c: 40, d: 0, e: 1 },
    [tie('all = a + b + c + d + e')],
    { a: PRIMARY, e: PRIMARY },
  );
  expect(hiddenIn(fewer)).toEqual(['a', 'b', 'e']);
});

test('hides the total where there is no other part', () => {
  const network = networkFrom({ all: 3, a: 3 }, [tie('all = a')], { a: PRIMARY });
  expect(hiddenIn(network)).toEqual(['a', 'all']);
});

test('follows a hidden cell through every sum it stands in', () => {
  const network = networkFrom(
    { all: 100, x: 40, y: 60, x1: 2, x2: 38 },
    [tie('all = x + y'), tie('x = x1 + x2')],
    { x1: PRIMARY },
  );
  const hidden = hiddenIn(network);
  expect(hidden).toEqual(['x1', 'x2']);
  expect(exposedIn(network, hidden)).toEqual({});
});

test('what falls with a count is part of its price', () => {
  const network = networkFrom(
    { all: 60, a: 3, b: 17, c: 40, b1: 10, b2: 10, b3: 10 },
    [tie('all = a + b + c')],
    { a: PRIMARY, b: { dependents: ['b1', 'b2', 'b3'] } },
  );
  expect(hiddenIn(network)).toEqual(['a', 'c']);
});

test('one count that helps two sums is hidden rather than two', () => {
  // a1 and c2 are small; b1 would do for a1, d2 for c2, and x for both.
  const network = networkFrom(
    { one: 40, two: 50, a1: 2, b1: 8, x: 30, c2: 3, d2: 17 },
    [tie('one = a1 + b1 + x'), tie('two = c2 + d2 + x')],
    { a1: PRIMARY, c2: PRIMARY },
  );
  expect(hiddenIn(network)).toEqual(['a1', 'c2', 'x']);
});

test('a fixed total is never hidden', () => {
  const network = networkFrom({ used: 9, a: 3, b: 6 }, [tie('used = a + b')], {
    a: PRIMARY,
    used: { fixed: true },
  });
  expect(hiddenIn(network)).toEqual(['a', 'b']);
});

test('equal counts are hidden together, and shown together', () => {
  const network = networkFrom(
    { all: 60, type: 4, unit: 4, other: 56 },
    [tie('type = unit'), tie('all = type + other')],
    { unit: PRIMARY },
  );
  expect(hiddenIn(network)).toEqual(['other', 'type', 'unit']);
});

const SIDE = 4;
const line = Array.from({ length: SIDE }, (_, i) => i);
const grid = fc.record({
  counts: fc.array(fc.oneof(fc.nat(4), fc.nat(40)), {
    minLength: SIDE * SIDE,
    maxLength: SIDE * SIDE,
  }),
  minimum: fc.integer({ min: 3, max: 10 }),
});

test('after suppression no small count can be worked out of a table with margins', () => {
  const at = (r: number, c: number) => `c${r}.${c}`;
  const relations = [
    ...line.map((r) => tie(`r${r} = ${line.map((c) => at(r, c)).join(' + ')}`)),
    ...line.map((c) => tie(`k${c} = ${line.map((r) => at(r, c)).join(' + ')}`)),
    tie(`all = ${line.map((r) => `r${r}`).join(' + ')}`),
    tie(`all = ${line.map((c) => `k${c}`).join(' + ')}`),
  ];
  fc.assert(
    fc.property(grid, ({ counts, minimum }) => {
      const n = (r: number, c: number) => counts[SIDE * r + c]!;
      const numbers: Record<string, number> = { all: counts.reduce((a, b) => a + b, 0) };
      for (const i of line) {
        numbers[`r${i}`] = line.reduce((sum, j) => sum + n(i, j), 0);
        numbers[`k${i}`] = line.reduce((sum, j) => sum + n(j, i), 0);
        for (const j of line) numbers[at(i, j)] = n(i, j);
      }
      // A count is over the count of everybody, as a published share is.
      const more = Object.fromEntries(
        Object.entries(numbers).map(([name, count]) => [
          name,
          {
            over: name === 'all' ? null : 'all',
            primary: numbers.all! > 0 && name !== 'all' && isPrimary(count, numbers.all!, minimum),
          },
        ]),
      );
      const network = networkFrom(numbers, relations, more);
      const hidden = hiddenIn(network, minimum);
      const primary = network.cells.filter((cell) => cell.primary).map((cell) => cell.name);
      expect(hidden).toEqual(expect.arrayContaining(primary));
      expect(exposedIn(network, hidden, minimum)).toEqual({});
    }),
    { numRuns: 200 },
  );
});

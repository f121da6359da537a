/** What can be worked out of a publication, against hand counts and against trying everything. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exposedIn, networkFrom, tie } from '../support/networks.ts';

test('a hidden part follows from its total and the other parts', () => {
  const network = networkFrom({ all: 60, a: 3, b: 17, c: 40 }, [tie('all = a + b + c')]);
  expect(exposedIn(network, ['a'])).toEqual({ a: [3, 3] });
});

test('two hidden parts that come to less than the minimum are exposed, to the minimum they are not', () => {
  const sum = [tie('all = a + b + c')];
  expect(exposedIn(networkFrom({ all: 44, a: 3, b: 1, c: 40 }, sum), ['a', 'b'])).toEqual({
    a: [0, 4],
    b: [0, 4],
  });
  expect(exposedIn(networkFrom({ all: 45, a: 3, b: 2, c: 40 }, sum), ['a', 'b'])).toEqual({});
});

test('a combination of sums exposes what no single sum does', () => {
  // Rows a, b and columns x, y: the hidden a.x, a.y, b.x and b.y all have a partner in every sum,
  // but c.x is what the columns have left when both rows are taken from them.
  const network = networkFrom(
    { a: 20, b: 30, x: 28, y: 25, ax: 8, ay: 12, bx: 17, by: 13, cx: 3 },
    [tie('a = ax + ay'), tie('b = bx + by'), tie('x = ax + bx + cx'), tie('y = ay + by')],
  );
  expect(exposedIn(network, ['ax', 'ay', 'bx', 'by', 'cx'])).toEqual({ cx: [3, 3] });
});

test('a bound by a shown count narrows a hidden one', () => {
  // Sub-problem ≤ problem: 2 to 4 of the 6 hidden ones are in b.
  const network = networkFrom({ all: 20, a: 2, b: 4, c: 14, limit: 4 }, [
    tie('all = a + b + c'),
    tie('b < limit'),
  ]);
  expect(exposedIn(network, ['a', 'b'])).toEqual({ a: [2, 6], b: [0, 4] });
});

test('a count that may be anything from 0 to its base is safe, however small the base', () => {
  const sums = [tie('base = yes + no')];
  const over = { yes: { over: 'base' }, no: { over: 'base' } };
  const network = networkFrom({ base: 3, yes: 1, no: 2 }, sums, over);
  expect(exposedIn(network, ['yes', 'no'])).toEqual({});
  expect(exposedIn(networkFrom({ base: 3, yes: 1, no: 2 }, sums), ['yes', 'no'])).toEqual({
    yes: [0, 3],
    no: [0, 3],
  });
});

test('that nobody in any part said what nobody said at all is no secret found out', () => {
  const network = networkFrom({ all: 0, a: 0, b: 0, leaf: 0 }, [
    tie('all = a + b'),
    tie('leaf < a'),
  ]);
  expect(exposedIn(network, ['a', 'b', 'leaf'])).toEqual({});
  // Where it takes a difference of shown counts to know it, it is.
  const rest = networkFrom({ all: 10, a: 0, b: 0, c: 10 }, [tie('all = a + b + c')]);
  expect(exposedIn(rest, ['a', 'b'])).toEqual({ a: [0, 0], b: [0, 0] });
});

const SIDE = 3;
const names = Array.from({ length: SIDE * SIDE }, (_, i) => `c${i}`);
const cube = Array.from({ length: SIDE }, (_, i) => i);
const table = fc.record({
  counts: fc.array(fc.nat(3), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE }),
  hidden: fc.subarray(names, { minLength: 1 }),
});

test('finds the very ranges that trying every table finds', () => {
  const rows = cube.map((r) => tie(`r${r} = ${cube.map((c) => `c${SIDE * r + c}`).join(' + ')}`));
  const columns = cube.map((c) =>
    tie(`k${c} = ${cube.map((r) => `c${SIDE * r + c}`).join(' + ')}`),
  );
  fc.assert(
    fc.property(table, ({ counts, hidden }) => {
      const sum = (cells: readonly number[]) => cells.reduce((all, i) => all + counts[i]!, 0);
      const margins = Object.fromEntries(
        cube.flatMap((one) => [
          [`r${one}`, sum(cube.map((c) => SIDE * one + c))],
          [`k${one}`, sum(cube.map((r) => SIDE * r + one))],
        ]),
      );
      const cells = Object.fromEntries(names.map((name, i) => [name, counts[i]!]));
      const network = networkFrom({ ...margins, ...cells }, [...rows, ...columns]);
      const found = exposedIn(network, hidden, 1000);
      const expected = byTrying(counts, hidden);
      for (const name of hidden) {
        // Zeros under a shown zero are not hidden.
        if (found[name] !== undefined) expect(found[name]).toEqual(expected[name]);
        else expect(expected[name]).toEqual([0, 0]);
      }
    }),
    { numRuns: 150 },
  );
});

/** The least and most of each hidden cell over all tables with the same margins and shown cells. */
function byTrying(counts: readonly number[], hidden: readonly string[]) {
  const free = hidden.map((name) => names.indexOf(name));
  const ranges: Record<string, [number, number]> = Object.fromEntries(
    hidden.map((name) => [name, [Infinity, -Infinity]]),
  );
  const trial = [...counts];
  const lineOf = (i: number) => cube.map((c) => SIDE * Math.floor(i / SIDE) + c);
  const columnOf = (i: number) => cube.map((r) => SIDE * r + (i % SIDE));
  const sum = (of: readonly number[], cells: readonly number[]) =>
    cells.reduce((all, i) => all + of[i]!, 0);
  const fill = (next: number): void => {
    if (next === free.length) {
      const fits = free.every((i) =>
        [lineOf(i), columnOf(i)].every((line) => sum(trial, line) === sum(counts, line)),
      );
      if (!fits) return;
      free.forEach((i) => {
        const range = ranges[names[i]!]!;
        range[0] = Math.min(range[0], trial[i]!);
        range[1] = Math.max(range[1], trial[i]!);
      });
      return;
    }
    const i = free[next]!;
    const room = sum(counts, lineOf(i)) - sum(trial, lineOf(i)) + trial[i]!;
    const later = new Set(free.slice(next + 1));
    const isLast = !lineOf(i).some((one) => later.has(one));
    const keep = trial[i]!;
    for (const value of isLast ? [room] : range0(sum(counts, lineOf(i)))) {
      if (value < 0) continue;
      trial[i] = value;
      fill(next + 1);
    }
    trial[i] = keep;
  };
  fill(0);
  return ranges;
}

function range0(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, i) => i);
}

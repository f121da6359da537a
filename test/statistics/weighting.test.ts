import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { postStratify } from '../../pipeline/statistics/post-stratify.ts';
import { rake } from '../../pipeline/statistics/rake.ts';
import { trim } from '../../pipeline/statistics/trim.ts';
import type { WeightingCell } from '../../pipeline/statistics/weighting-cell.ts';
import { expectNear } from './support.ts';

const cell = (w: number, ...key: string[]): WeightingCell => ({ key, w, n: Math.ceil(w) });
const people = (count: number, ...key: string[]) => ({ key, count });

test('the factor of a cell is its population over its weight', () => {
  const cells = [cell(20, 'organ', 'north'), cell(5, 'organ', 'south'), cell(8, 'school', 'south')];
  const population = [
    people(100, 'organ', 'north'),
    people(50, 'organ', 'south'),
    people(4, 'school', 'south'),
  ];
  const found = postStratify(cells, population.toReversed());
  expect(found).toEqual({ factors: [5, 10, 0.5], unreached: [], unknown: [] });
});

test('cells nobody answered from, and cells without a population, are said and not divided by', () => {
  const weights = { a: 20, b: 0, c: 3, d: 4, g: 0 };
  const cells = Object.entries(weights).map(([key, w]) => cell(w, key));
  const counts = { a: 100, b: 50, c: 0, e: 9, f: 0 };
  const population = Object.entries(counts).map(([key, count]) => people(count, key));
  expect(postStratify(cells, population)).toEqual({
    factors: [5, null, null, null, null],
    unreached: [people(50, 'b'), people(9, 'e')],
    unknown: [cell(3, 'c'), cell(4, 'd')],
  });
  expect(postStratify([], [])).toEqual({ factors: [], unreached: [], unknown: [] });
});

test('two cells of one key count together, and keys are not joined', () => {
  const cells = [cell(2, 'a', 'b,c'), cell(3, 'a', 'b,c'), cell(4, 'a,b', 'c')];
  const found = postStratify(cells, [people(10, 'a', 'b,c'), people(12, 'a,b', 'c')]);
  expect(found.factors).toEqual([2, 2, 3]);
});

test.each([
  { why: 'keys of two lengths', call: () => postStratify([cell(1, 'a')], [people(1, 'a', 'b')]) },
  { why: 'a population below 0', call: () => postStratify([cell(1, 'a')], [people(-1, 'a')]) },
  { why: 'no weight', call: () => postStratify([cell(Number.NaN, 'a')], [people(1, 'a')]) },
  { why: 'a weight below 0', call: () => trim([{ ...cell(1, 'a'), w: -1 }], 2) },
  { why: 'a key without a margin', call: () => rake([cell(1, 'a')], [], settings) },
  { why: 'a margin below 0', call: () => rake([cell(1, 'a')], [new Map([['a', -3]])], settings) },
  { why: 'a limit that leaves no room', call: () => trim([cell(1, 'a')], 1) },
])('refuses $why', ({ call }) => {
  expect(call).toThrow(RangeError);
});

const settings = { iterations: 2000, tolerance: 1e-10 };

/** A table as cells, rows named r0…, columns c0…. */
const cellsOf = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, i) => row.map((w, j) => cell(w, `r${i}`, `c${j}`)));
const marginOf = (letter: string, counts: readonly number[]) =>
  new Map(counts.map((count, i) => [`${letter}${i}`, count]));

// 40 30 / 35 50, odds ratio 40/21, to rows 100, 100 and columns 120, 80: with x in the first cell
// x (x − 20) / ((100 − x)(120 − x)) = 40/21, or 19 x² − 8380 x + 480000 = 0.
test('a 2 × 2 table, solved by hand', () => {
  const cells = cellsOf([
    [40, 30],
    [35, 50],
  ]);
  const found = rake(cells, [marginOf('r', [100, 100]), marginOf('c', [120, 80])], settings);
  const x = (8380 - Math.sqrt(8380 ** 2 - 4 * 19 * 480000)) / 38;
  expect(found.converged).toBe(true);
  [x, 100 - x, 120 - x, x - 20].forEach((expected, i) => {
    expectNear(found.factors[i]! * cells[i]!.w, expected, 1e-8);
  });
});

// The example of the article "Iterative proportional fitting" in Wikipedia, printed after three
// rounds to two decimals.
test('a 4 × 4 table, as published', () => {
  const cells = cellsOf([
    [40, 30, 20, 10],
    [35, 50, 100, 75],
    [30, 80, 70, 120],
    [20, 30, 40, 50],
  ]);
  const margins = [marginOf('r', [150, 300, 400, 150]), marginOf('c', [200, 300, 400, 100])];
  const found = rake(cells, margins, { ...settings, iterations: 3 });
  const published = [
    [64.61, 46.28, 35.42, 3.83],
    [49.95, 68.15, 156.49, 25.37],
    [56.7, 144.4, 145.06, 53.76],
    [28.74, 41.18, 63.03, 17.03],
  ];
  published.flat().forEach((expected, i) => {
    expect(found.factors[i]! * cells[i]!.w).toBeCloseTo(expected, 2);
  });
  expect(found).toMatchObject({ converged: false, iterations: 3 });
  expect(found.deviation).toBeLessThan(0.001);
  expect(rake(cells, margins, settings).converged).toBe(true);
});

const positive = fc.integer({ min: 1, max: 200 });
const tables = fc.record({
  table: fc.array(fc.array(positive, { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  }),
  population: fc.array(fc.array(positive, { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  }),
});

/** Margins of a population of which every row and column has somebody. */
function marginsOf(population: readonly (readonly number[])[]) {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return [
    marginOf('r', population.map(sum)),
    marginOf(
      'c',
      [0, 1, 2].map((j) => sum(population.map((row) => row[j]!))),
    ),
  ];
}

test('raked margins match, and odds ratios are those of the sample', () => {
  fc.assert(
    fc.property(tables, ({ table, population }) => {
      const margins = marginsOf(population.slice(0, table.length));
      const cells = cellsOf(table);
      const found = rake(cells, margins, settings);
      expect(found).toMatchObject({ converged: true, unreached: [], unknown: [] });
      const fitted = cells.map(({ key, w }, i) => ({ key, w: w * found.factors[i]! }));
      margins.forEach((margin, i) => {
        for (const [category, count] of margin) {
          const inside = fitted.filter(({ key }) => key[i] === category);
          expectNear(
            inside.reduce((sum, { w }) => sum + w, 0),
            count,
            1e-9,
          );
        }
      });
      const odds = (at: (i: number) => number) => (at(0) * at(4)) / (at(1) * at(3));
      expectNear(
        odds((i) => fitted[i]!.w),
        odds((i) => cells[i]!.w),
        1e-9,
      );
    }),
  );
});

test('the unit of weights turns the factors round, and the order of cells does not matter', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(0.01, 7), ({ table, population }, unit) => {
      const margins = marginsOf(population.slice(0, table.length));
      const cells = cellsOf(table);
      const found = rake(cells, margins, settings).factors;
      const scaled = cells.map((one) => ({ ...one, w: one.w * unit })).toReversed();
      const others = rake(scaled, margins, settings).factors.toReversed();
      found.forEach((factor, i) => {
        expectNear(others[i]! * unit, factor!, 1e-7);
      });
    }),
  );
});

test('a cell told in two pieces gets the factor of the whole', () => {
  fc.assert(
    fc.property(tables, ({ table, population }) => {
      const margins = marginsOf(population.slice(0, table.length));
      const cells = cellsOf(table);
      const halves = cells.flatMap((one) => [
        { ...one, w: one.w / 4 },
        { ...one, w: (3 * one.w) / 4 },
      ]);
      const found = rake(cells, margins, settings).factors;
      rake(halves, margins, settings).factors.forEach((factor, i) => {
        expectNear(factor!, found[Math.floor(i / 2)]!, 1e-7);
      });
    }),
  );
});

test('one margin is post-stratification', () => {
  const cells = [cell(20, 'a'), cell(5, 'b')];
  const found = rake(
    cells,
    [
      new Map([
        ['a', 100],
        ['b', 50],
      ]),
    ],
    settings,
  );
  const expected = postStratify(cells, [people(100, 'a'), people(50, 'b')]);
  expect(found.factors).toEqual(expected.factors);
  expect(found.iterations).toBe(1);
});

test('three margins at once', () => {
  const keys = ['xa1', 'xa2', 'xb1', 'yb2', 'ya1', 'yb1'];
  const cells = keys.map((key, i) => cell(3 + i, ...key));
  const margins = ['xy', 'ab', '12'].map(
    (categories, i) =>
      new Map([...categories].map((category, j) => [category, 50 + 10 * i * j - 5 * i])),
  );
  const found = rake(cells, margins, settings);
  expect(found.converged).toBe(true);
  const inB = cells.reduce(
    (sum, { key, w }, i) => sum + (key[1] === 'b' ? w * found.factors[i]! : 0),
    0,
  );
  expectNear(inB, (100 * 55) / 100, 1e-8);
});

test('a category without respondents is said, and its margin scaled to the others', () => {
  const cells = [cell(10, 'm', 'u'), cell(20, 'f', 'u'), cell(0, 'f', 'v')];
  const margins = [
    new Map([
      ['m', 60],
      ['f', 40],
    ]),
    new Map([
      ['u', 70],
      ['v', 30],
    ]),
  ];
  const found = rake(cells, margins, settings);
  expect(found).toMatchObject({ converged: true, unreached: [{ margin: 1, category: 'v' }] });
  expect(found.factors).toEqual([6, 2, null]);
});

test('a margin of zero leaves its cells out, and says so', () => {
  const cells = [cell(10, 'm'), cell(20, 'f'), cell(5, 'x'), cell(5, 'z')];
  const margin = new Map([
    ['m', 60],
    ['f', 40],
    ['x', 0],
  ]);
  const found = rake(cells, [margin], settings);
  expect(found.factors).toEqual([6, 2, null, null]);
  expect(found.unknown).toEqual([
    { margin: 0, category: 'x' },
    { margin: 0, category: 'z' },
  ]);
});

test('empty cells that leave no solution: not converged, and every factor a number', () => {
  // Row 0 has only column 0, and needs more than column 0 may have.
  const cells = cellsOf([
    [10, 0],
    [10, 10],
  ]);
  const found = rake(cells, [marginOf('r', [80, 20]), marginOf('c', [50, 50])], settings);
  expect(found.converged).toBe(false);
  expect(found.deviation).toBeGreaterThan(0.1);
  for (const factor of found.factors) {
    if (factor !== null) expect(Number.isFinite(factor) && factor > 0).toBe(true);
  }
});

test('no cells, or none with a population: nothing to fit', () => {
  const nothing = { factors: [], converged: true, iterations: 0, deviation: 0 };
  expect(rake([], [new Map()], settings)).toEqual({ ...nothing, unreached: [], unknown: [] });
  expect(rake([cell(3, 'a')], [new Map([['b', 5]])], settings)).toEqual({
    ...nothing,
    factors: [null],
    unreached: [{ margin: 0, category: 'b' }],
    unknown: [{ margin: 0, category: 'a' }],
  });
});

// Mean 150/100 = 1.5, cap 4.5: ten of weight 6 give 15 to the ninety of weight 1.
test('weights above three times the mean are cut, and what is cut is given away', () => {
  const cells = [
    { key: ['a'], w: 90, n: 90 },
    { key: ['b'], w: 60, n: 10 },
    { key: ['c'], w: 0, n: 2 },
  ];
  const found = trim(cells, 3);
  expectNear(found.factors[0]!, 105 / 90, 1e-12);
  expectNear(found.factors[1]!, 0.75, 1e-12);
  expect(found).toMatchObject({ cap: 4.5, trimmed: { cells: 1, n: 10 }, rounds: 1 });
  expect(found.factors[2]).toBeNull();
});

// Mean 122/100 = 1.22, cap 2.44. Round 1 cuts 7 to 2.44 and lifts by (122 − 12.2)/87; the 2.4 of
// ten are then 3.03, and cut too.
test('those lifted above the cap are cut in turn', () => {
  const cells = [
    { key: ['a'], w: 63, n: 85 },
    { key: ['b'], w: 24, n: 10 },
    { key: ['c'], w: 35, n: 5 },
  ];
  const found = trim(cells, 2);
  expect(found).toMatchObject({ trimmed: { cells: 2, n: 15 }, rounds: 2 });
  expectNear(found.factors[0]!, (122 - 15 * 2.44) / 63, 1e-12);
  expectNear(found.factors[1]! * 2.4, 2.44, 1e-12);
});

const weighted = fc.array(
  fc.record({ w: fc.integer({ min: 1, max: 5000 }), n: fc.integer({ min: 1, max: 50 }) }),
  { minLength: 1, maxLength: 20 },
);

test('trimming keeps the sum of weights, leaves none above the cap, and cuts nobody twice', () => {
  fc.assert(
    fc.property(weighted, fc.double({ min: 1.01, max: 9, noNaN: true }), (sizes, limit) => {
      const cells = sizes.map((size, i) => ({ ...size, key: [String(i)] }));
      const found = trim(cells, limit);
      const after = cells.map((one, i) => ({ ...one, w: one.w * found.factors[i]! }));
      const sum = (some: readonly WeightingCell[]) => some.reduce((total, { w }) => total + w, 0);
      expectNear(sum(after), sum(cells), 1e-9);
      for (const { w, n } of after) expect(w / n).toBeLessThanOrEqual(found.cap! * (1 + 1e-9));
      expect(trim(after, limit).trimmed.n).toBe(0);
      // The order of weights stays: nobody overtakes.
      const before = [...cells].sort((a, b) => a.w / a.n - b.w / b.n).map(({ key }) => key[0]!);
      const weights = before.map((key) => after[Number(key)]!.w / after[Number(key)]!.n);
      for (let i = 1; i < weights.length; i++) {
        expect(weights[i]!).toBeGreaterThanOrEqual(weights[i - 1]! * (1 - 1e-9));
      }
    }),
  );
});

test('the unit of weights, the order of cells and cells in pieces change no trimming', () => {
  fc.assert(
    fc.property(weighted, fc.constantFrom(0.01, 30), (sizes, unit) => {
      const cells = sizes.map((size, i) => ({ ...size, key: [String(i)] }));
      const found = trim(cells, 2);
      const pieces = cells
        .flatMap((one) => [
          { ...one, w: one.w * unit },
          { ...one, w: one.w * unit * 2, n: one.n * 2 },
        ])
        .toReversed();
      const others = trim(pieces, 2).factors.toReversed();
      found.factors.forEach((factor, i) => {
        expectNear(others[2 * i]!, factor!, 1e-9);
        expectNear(others[2 * i + 1]!, factor!, 1e-9);
      });
    }),
  );
});

test('equal weights, and nobody, are left alone', () => {
  const equal = [cell(5, 'a'), cell(7, 'b')];
  expect(trim(equal, 1.5)).toMatchObject({ factors: [1, 1], trimmed: { n: 0 }, rounds: 0 });
  expect(trim([], 5)).toEqual({
    factors: [],
    cap: null,
    trimmed: { cells: 0, n: 0 },
    rounds: 0,
  });
  expect(trim([cell(0, 'a')], 5)).toMatchObject({ factors: [null], cap: null });
});

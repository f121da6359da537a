import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { oddsRatio, oddsRatioP } from '../../pipeline/statistics/odds-ratio.ts';
import { expectNear, sumsOf } from './support.ts';

const alike = (n: number, weight = 1) => sumsOf(Array.from({ length: n }, () => ({ weight })));
const table = (both: number, onlyA: number, onlyB: number, neither: number, weight = 1) => ({
  both: alike(both, weight),
  onlyA: alike(onlyA, weight),
  onlyB: alike(onlyB, weight),
  neither: alike(neither, weight),
});

// Woolf's interval by hand: log 4 ± 1.95996 · √(1/20 + 1/10 + 1/15 + 1/30) = 1.38629 ± 0.97998.
test('20, 10, 15 and 30: four times the odds', () => {
  const found = oddsRatio(table(20, 10, 15, 30), 0.95)!;
  expectNear(found.ratio, 4, 1e-12);
  expectNear(found.low, 4 * Math.exp(-1.9599639845400536 * 0.5), 1e-12);
  expectNear(found.high, 4 * Math.exp(1.9599639845400536 * 0.5), 1e-12);
  expect(found.corrected).toBe(false);
});

const weights = fc.array(
  fc.integer({ min: 1, max: 100 }).map((units) => ({ weight: units / 20 })),
  { minLength: 1, maxLength: 12 },
);
const cells = fc.record({ both: weights, onlyA: weights, onlyB: weights, neither: weights });
type Rows = Record<'both' | 'onlyA' | 'onlyB' | 'neither', readonly { readonly weight: number }[]>;
const sums = ({ both, onlyA, onlyB, neither }: Rows, factor = 1) => {
  const of = (rows: Rows['both']) =>
    sumsOf(rows.map(({ weight }) => ({ weight: weight * factor })));
  return { both: of(both), onlyA: of(onlyA), onlyB: of(onlyB), neither: of(neither) };
};

test('its variance is that of the log odds ratio, linearised over observations', () => {
  fc.assert(
    fc.property(cells, (rows) => {
      // t = ± w / Σw of the cell: what an observation moves the logarithm by.
      let variance = 0;
      for (const cell of Object.values(rows)) {
        const total = cell.reduce((sum, { weight }) => sum + weight, 0);
        for (const { weight } of cell) variance += (weight / total) ** 2;
      }
      const found = oddsRatio(sums(rows), 0.95)!;
      const half = Math.log(found.high / found.low) / 2;
      expectNear(half, 1.9599639845400536 * Math.sqrt(variance), 1e-9);
    }),
  );
});

test('the unit of weights does not matter, nor which of the two is first', () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(1e-3, 5, 1e6), (rows, factor) => {
      const found = oddsRatio(sums(rows), 0.95)!;
      const scaled = oddsRatio(sums(rows, factor), 0.95)!;
      const { both, onlyA, onlyB, neither } = rows;
      const swapped = oddsRatio(sums({ both, onlyA: onlyB, onlyB: onlyA, neither }), 0.95)!;
      for (const other of [scaled, swapped]) {
        expectNear(other.ratio, found.ratio, 1e-9);
        expectNear(other.low, found.low, 1e-9);
        expectNear(other.high, found.high, 1e-9);
      }
    }),
  );
});

test('asking for the opposite property turns the ratio upside down', () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const { both, onlyA, onlyB, neither } = rows;
      const found = oddsRatio(sums(rows), 0.9)!;
      const opposite = oddsRatio(
        sums({ both: onlyA, onlyA: both, onlyB: neither, neither: onlyB }),
        0.9,
      )!;
      expectNear(opposite.ratio, 1 / found.ratio, 1e-9);
      expectNear(opposite.low, 1 / found.high, 1e-9);
    }),
  );
});

test('an empty cell is met with ½ in each, and said so', () => {
  const found = oddsRatio(table(12, 0, 5, 9), 0.95)!;
  expect(found.corrected).toBe(true);
  expectNear(found.ratio, (12.5 * 9.5) / (0.5 * 5.5), 1e-12);
  const half = 1.9599639845400536 * Math.sqrt(1 / 12.5 + 1 / 0.5 + 1 / 5.5 + 1 / 9.5);
  expectNear(found.high, found.ratio * Math.exp(half), 1e-9);
  // Equal weights of any size are equal weights.
  expectNear(oddsRatio(table(12, 0, 5, 9, 0.1), 0.95)!.ratio, found.ratio, 1e-9);
});

test.each([
  { why: 'nobody', cells: table(0, 0, 0, 0) },
  { why: 'one respondent', cells: table(1, 0, 0, 0) },
  { why: 'nobody with a', cells: table(0, 0, 5, 5) },
  { why: 'everybody with a', cells: table(5, 5, 0, 0) },
  { why: 'nobody with b', cells: table(0, 5, 0, 5) },
  { why: 'everybody with b', cells: table(5, 0, 5, 0) },
])('there is no odds ratio of $why', ({ cells: some }) => {
  expect(oddsRatio(some, 0.95)).toBeNull();
});

test('refuses a level out of range, and sums nobody has', () => {
  expect(() => oddsRatio(table(1, 2, 3, 4), 95)).toThrow(/level/);
  const bad = { ...table(1, 2, 3, 4), both: { n: 1, w: -1, w2: 1 } };
  expect(() => oddsRatio(bad, 0.95)).toThrow(RangeError);
});

test('p is that of Wald’s test of the logarithm, whatever the level of the interval', () => {
  // R: 2 * pnorm(-log(4) / sqrt(1/20 + 1/10 + 1/15 + 1/30))
  for (const level of [0.9, 0.95, 0.99]) {
    expectNear(
      oddsRatioP(oddsRatio(table(20, 10, 15, 30), level)!, level),
      0.005561235724619047,
      1e-12,
    );
  }
  expectNear(oddsRatioP({ ratio: 1, low: 0.5, high: 2 }, 0.95), 1, 1e-12);
});

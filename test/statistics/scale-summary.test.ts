import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { logitInterval } from '../../pipeline/statistics/logit-interval.ts';
import { proportion } from '../../pipeline/statistics/proportion.ts';
import { scaleSummary } from '../../pipeline/statistics/scale-summary.ts';
import { wilson } from '../../pipeline/statistics/wilson.ts';
import { expectNear, sumsOf } from './support.ts';

interface Rated {
  readonly point: number;
  readonly weight: number;
}

const pointsOf = (rows: readonly Rated[], size = 5) =>
  Array.from({ length: size }, (_, i) => sumsOf(rows.filter(({ point }) => point === i + 1)));
const of = (rows: readonly Rated[], n = rows.length) =>
  scaleSummary(pointsOf(rows), n, 'wilson', 0.95);
const alike = (counts: readonly number[]) =>
  counts.flatMap((count, i) => Array.from({ length: count }, () => ({ point: i + 1, weight: 1 })));

test('top-2, bottom-2 and net of 100 answers, by hand', () => {
  const { top, bottom, net } = of(alike([10, 15, 25, 30, 20]))!;
  expect([top.share, bottom.share, net.share]).toEqual([0.5, 0.25, 0.25]);
  expectNear(top.variance!, 0.25 / 99, 1e-12);
  expectNear(bottom.variance!, (0.25 * 0.75) / 99, 1e-12);
  // Multinomial: (p + q − (p − q)²) / (n − 1).
  expectNear(net.variance!, (0.75 - 0.0625) / 99, 1e-12);
  // prop.test(50, 100, correct = FALSE) and prop.test(25, 100, correct = FALSE).
  expect(top.interval.low).toBeCloseTo(0.4038, 4);
  expect(bottom.interval.high).toBeCloseTo(0.343, 4);
  // φ = −√(½·¼ / (½·¾)) = −0.57735; arms √(.0962² + .0930² + 2·.57735·.0962·.0930) = .1680 below,
  // √(.0962² + .0745² + 2·.57735·.0962·.0745) = .1519 above.
  expect(net.interval.low).toBeCloseTo(0.25 - 0.168, 3);
  expect(net.interval.high).toBeCloseTo(0.25 + 0.1519, 3);
});

const rated = fc.array(
  fc.record({
    point: fc.integer({ min: 1, max: 5 }),
    weight: fc.integer({ min: 1, max: 100 }).map((units) => units / 20),
  }),
  { minLength: 2, maxLength: 40 },
);

test('the variance of the net is var(top) + var(bottom) − 2 cov, summed over observations', () => {
  fc.assert(
    fc.property(rated, (rows) => {
      const found = of(rows)!;
      const W = rows.reduce((sum, { weight }) => sum + weight, 0);
      const residuals = rows.map(({ point, weight }) => {
        const sign = point >= 4 ? 1 : point <= 2 ? -1 : 0;
        return (weight * (sign - found.net.share)) / W;
      });
      const n = rows.length;
      const squares = residuals.reduce((sum, t) => sum + t * t, 0);
      expect(found.net.variance).toBeCloseTo((n / (n - 1)) * squares, 10);
    }),
  );
});

test('the interval of the net holds it and stays inside [−1, 1]', () => {
  fc.assert(
    fc.property(rated, (rows) => {
      const { net } = of(rows)!;
      expect(net.interval.low).toBeGreaterThanOrEqual(-1);
      expect(net.interval.low).toBeLessThanOrEqual(net.share);
      expect(net.interval.high).toBeGreaterThanOrEqual(net.share);
      expect(net.interval.high).toBeLessThanOrEqual(1);
    }),
  );
});

test('weights times a constant change nothing; turning the scale round turns the net', () => {
  fc.assert(
    fc.property(rated, fc.constantFrom(0.001, 9, 1e6), (rows, factor) => {
      const found = of(rows)!;
      const scaled = of(rows.map((row) => ({ ...row, weight: row.weight * factor })))!;
      const turned = of(rows.map((row) => ({ ...row, point: 6 - row.point })))!;
      expect(scaled.net.share).toBeCloseTo(found.net.share, 10);
      expect(scaled.net.variance).toBeCloseTo(found.net.variance!, 10);
      expect(scaled.net.interval.low).toBeCloseTo(found.net.interval.low, 8);
      expect(turned.net.share).toBeCloseTo(-found.net.share, 10);
      expect(turned.net.interval.low).toBeCloseTo(-found.net.interval.high, 8);
      expect(turned.top.share).toBeCloseTo(found.bottom.share, 10);
    }),
  );
});

test('without a middle, net is 2·top − 1 and so is its interval', () => {
  const { top, net } = of(alike([5, 10, 0, 20, 5]))!;
  expectNear(net.interval.low, 2 * top.interval.low - 1, 1e-9);
  expectNear(net.interval.high, 2 * top.interval.high - 1, 1e-9);
});

test('everybody at one end: no variance, but an interval', () => {
  const { net } = of(alike([0, 0, 0, 4, 6]))!;
  expect(net.share).toBe(1);
  expect(net.variance).toBe(0);
  expectNear(net.interval.low, 2 * wilson(1, 10, 0.95)!.low - 1, 1e-12);
  expect(net.interval.high).toBe(1);
});

test('everybody in the middle: a net of 0 with an interval about it', () => {
  const { net } = of(alike([0, 0, 10, 0, 0]))!;
  expect(net.share).toBe(0);
  expect(net.interval.low).toBeCloseTo(-wilson(0, 10, 0.95)!.high, 12);
});

test('one respondent of a design of one has shares, but no variance', () => {
  const found = of([{ point: 5, weight: 2 }])!;
  expect([found.top.share, found.net.share]).toEqual([1, 1]);
  expect([found.top.variance, found.net.variance]).toEqual([null, null]);
  expect(Number.isFinite(found.net.interval.low)).toBe(true);
});

test('top and bottom are the shares of their points', () => {
  const rows = alike([3, 4, 5, 6, 7]).map((row, i) => ({ ...row, weight: 1 + (i % 3) }));
  const yes = sumsOf(rows.filter(({ point }) => point >= 4));
  expect(of(rows, 90)!.top).toMatchObject(proportion(yes, sumsOf(rows), 90)!);
});

test('its degrees of freedom are those of its base, however large the design', () => {
  const rows = alike([3, 1, 2, 1, 2]);
  const { top } = scaleSummary(pointsOf(rows), 1000, 'logit', 0.95)!;
  const expected = logitInterval(top.share, top.variance!, rows.length - 1, 0.95)!;
  expect(top.interval).toEqual(expected);
});

test('there is no summary of nobody; a scale of three points has no two ends', () => {
  expect(of([])).toBeNull();
  expect(() => scaleSummary(pointsOf([], 3), 9, 'wilson', 0.95)).toThrow(/four points, got 3/);
});

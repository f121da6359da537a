import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fUpperTail } from '../../pipeline/statistics/distributions.ts';
import { rankTest } from '../../pipeline/statistics/rank-test.ts';
import { expectNear, sumsOf } from './support.ts';

interface Rated {
  readonly first: boolean;
  readonly point: number;
  readonly weight: number;
}

const POINTS = [1, 2, 3, 4, 5];

function sidesOf(rows: readonly Rated[], points: readonly number[] = POINTS) {
  return [true, false].map((first) =>
    points.map((point) => sumsOf(rows.filter((row) => row.first === first && row.point === point))),
  ) as [ReturnType<typeof sumsOf>[], ReturnType<typeof sumsOf>[]];
}

function ranked(rows: readonly Rated[], points: readonly number[] = POINTS) {
  return rankTest(...sidesOf(rows, points), rows.length, 0.95);
}

/**
 * `svyranktest` step by step over observations, as in R's survey 4.1: mid-ranks by cumulated
 * weight, `lm` on the group, and `svytotal` of its influence functions.
 */
function byObservations(rows: readonly Rated[]) {
  const sorted = [...rows].sort((x, y) => x.point - y.point);
  const N = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let cumulated = 0;
  const raw = sorted.map((row) => {
    cumulated += row.weight;
    return { ...row, rank: cumulated - row.weight / 2 };
  });
  const scored = raw.map((row) => {
    const ties = raw.filter(({ point }) => point === row.point);
    return { ...row, score: ties.reduce((sum, { rank }) => sum + rank, 0) / ties.length / N };
  });
  const meanOf = (some: typeof scored) =>
    some.reduce((sum, { weight, score }) => sum + weight * score, 0) /
    some.reduce((sum, { weight }) => sum + weight, 0);
  const groups = [true, false].map((first) => scored.filter((row) => row.first === first));
  const [m1, m0] = groups.map(meanOf);
  const [W1, W0] = groups.map((some) => some.reduce((sum, { weight }) => sum + weight, 0));
  const influence = scored.map(({ first, weight, score }) =>
    first ? (weight * (score - m1!)) / W1! : (-weight * (score - m0!)) / W0!,
  );
  const centre = influence.reduce((sum, t) => sum + t, 0) / rows.length;
  const squares = influence.reduce((sum, t) => sum + (t - centre) ** 2, 0);
  const t = (m1! - m0!) / Math.sqrt((rows.length / (rows.length - 1)) * squares);
  return { t, df: rows.length - 2, p: fUpperTail(t * t, 1, rows.length - 2) };
}

const ratedBy = (weight: fc.Arbitrary<number>) =>
  fc
    .array(fc.record({ first: fc.boolean(), point: fc.constantFrom(...POINTS), weight }), {
      minLength: 4,
      maxLength: 60,
    })
    .filter((rows) => [true, false].every((side) => rows.some(({ first }) => first === side)));
const equal = ratedBy(fc.constant(1));
const weighted = ratedBy(fc.integer({ min: 1, max: 100 }).map((units) => units / 20));
/** Weights that are equal on one point, so that R's mid-ranks do not depend on an order. */
const byPoint = equal.map((rows) => rows.map((row) => ({ ...row, weight: 0.3 + row.point / 7 })));

test.each([
  ['equal weights', equal],
  ['weights that depend on the point', byPoint],
] as const)('svyranktest(x ~ group, test = "wilcoxon") of %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (rows) => {
      const found = ranked(rows)!.test;
      fc.pre(found !== null);
      const expected = byObservations(rows);
      expect(found.t).toBeCloseTo(expected.t, 6);
      expect(found.df).toBe(expected.df);
      expect(found.p).toBeCloseTo(expected.p, 8);
    }),
  );
});

test('the superiority is P(A > B) + ½ P(A = B) over all pairs, by weight', () => {
  fc.assert(
    fc.property(weighted, (rows) => {
      let [won, all] = [0, 0];
      for (const a of rows.filter(({ first }) => first)) {
        for (const b of rows.filter(({ first }) => !first)) {
          const pair = a.weight * b.weight;
          won += pair * (a.point > b.point ? 1 : a.point === b.point ? 0.5 : 0);
          all += pair;
        }
      }
      expect(ranked(rows)!.superiority).toBeCloseTo(won / all, 10);
    }),
  );
});

const hand = [
  ...[2, 3, 3].map((point) => ({ first: true, point, weight: 1 })),
  ...[1, 1, 2].map((point) => ({ first: false, point, weight: 1 })),
];

test('2, 3, 3 against 1, 1, 2, by hand', () => {
  const { superiority, interval, test: found } = ranked(hand)!;
  // 8 pairs won and one tied, of 9.
  expectNear(superiority, 8.5 / 9, 1e-12);
  // Mid-ranks 3.5, 5.5, 5.5 and 1.5, 1.5, 3.5 of 6: within groups Σ about the mean 8/3 each, over
  // 36; the variance is 6/5 · 2 · (8/3)/36/9 = 16/810, the difference (29/6 − 13/6)/6 = 4/9.
  expectNear(found!.t, 4 / 9 / Math.sqrt(16 / 810), 1e-12);
  expect(found!.df).toBe(4);
  // t = √10 with 4 df: R's 2 * pt(-sqrt(10), 4), by its closed form.
  const x = Math.sqrt(10 / 14);
  expectNear(found!.p, 1 - (x * (3 - x * x)) / 2, 1e-9);
  // Placements 5/6, 1, 1 and 1, 1, 5/6: variance 6/5 · 2 · (1/54)/9; logit ± 2.776 · s / (θ(1 − θ)).
  const half = (2.7764451051977987 * Math.sqrt(0.4 / 81)) / ((8.5 * 0.5) / 81);
  const logit = Math.log(8.5 / 0.5);
  expectNear(interval!.low, 1 / (1 + Math.exp(half - logit)), 1e-9);
  expectNear(interval!.high, 1 / (1 + Math.exp(-half - logit)), 1e-9);
});

test('swapping the groups mirrors everything', () => {
  fc.assert(
    fc.property(weighted, (rows) => {
      const found = ranked(rows)!;
      const swapped = ranked(rows.map((row) => ({ ...row, first: !row.first })))!;
      expect(swapped.superiority).toBeCloseTo(1 - found.superiority, 10);
      fc.pre(found.test !== null && Math.abs(found.test.t) < 1e4);
      expect(swapped.test!.t).toBeCloseTo(-found.test!.t, 6);
      fc.pre(found.interval !== null && swapped.interval !== null);
      expect(swapped.interval!.low).toBeCloseTo(1 - found.interval!.high, 6);
    }),
  );
});

test('turning the scale round mirrors, points nobody chose and the unit of weights change nothing', () => {
  fc.assert(
    fc.property(weighted, fc.constantFrom(0.001, 3, 1e5), (rows, factor) => {
      const found = ranked(rows)!;
      const scaled = rows.map((row) => ({ ...row, weight: row.weight * factor }));
      const spread = ranked(scaled, [0, 1, 1.5, 2, 3, 4, 5, 9])!;
      const turned = ranked(rows.map((row) => ({ ...row, point: 6 - row.point })))!;
      expect(spread.superiority).toBeCloseTo(found.superiority, 10);
      expect(turned.superiority).toBeCloseTo(1 - found.superiority, 10);
      fc.pre(found.test !== null && Math.abs(found.test.t) < 1e4);
      expect(spread.test!.t).toBeCloseTo(found.test!.t, 6);
      expect(turned.test!.t).toBeCloseTo(-found.test!.t, 6);
    }),
  );
});

test('the interval holds the superiority and stays inside [0, 1]', () => {
  fc.assert(
    fc.property(weighted, (rows) => {
      const { superiority, interval } = ranked(rows)!;
      fc.pre(interval !== null);
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.low).toBeLessThanOrEqual(superiority + 1e-9);
      expect(interval.high).toBeGreaterThanOrEqual(superiority - 1e-9);
      expect(interval.high).toBeLessThanOrEqual(1);
    }),
  );
});

const at = (first: boolean, ...points: number[]) =>
  points.map((point) => ({ first, point, weight: 2 }));

test('groups that part fully have a test, but no interval', () => {
  const found = ranked([...at(true, 4, 5), ...at(false, 1, 2)])!;
  expect(found.superiority).toBe(1);
  expect(found.interval).toBeNull();
  expect(found.test!.t).toBeGreaterThan(0);
});

test.each([
  { why: 'everybody on one point', rows: [...at(true, 3, 3), ...at(false, 3, 3)], expected: 0.5 },
  { why: 'one respondent a group', rows: [...at(true, 3), ...at(false, 2)], expected: 1 },
])('$why: neither test nor interval', ({ rows, expected }) => {
  expect(ranked(rows)).toEqual({ superiority: expected, interval: null, test: null });
});

test('there is nothing to compare with a group of nobody', () => {
  expect(ranked(at(true, 1, 2, 3))).toBeNull();
  expect(rankTest([], [], 5, 0.95)).toBeNull();
});

test('refuses different scales and groups beyond the design', () => {
  const [a, b] = sidesOf(hand);
  expect(() => rankTest(a, b.slice(1), 6, 0.95)).toThrow(/same points, got 5 and 4/);
  expect(() => rankTest(a, b, 5, 0.95)).toThrow(/at least 6, got 5/);
});

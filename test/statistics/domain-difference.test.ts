import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { domainDifference, type TwoDomains } from '../../pipeline/statistics/domain-difference.ts';
import { ratioVariance } from '../../pipeline/statistics/ratio-variance.ts';
import {
  type DesignTruth,
  designs,
  expectNear,
  type Row,
  totalsOf,
  unitSumsOf,
  unitsOf,
} from './support.ts';

const NORMAL = Number.POSITIVE_INFINITY;
type Value = (row: Row) => number | null;

function twoDomains(design: DesignTruth, one: Value, other: Value): readonly TwoDomains[] {
  return unitsOf(design).map(({ units, fraction, rows }) => {
    const pairs = rows.map((unit) => [totalsOf(unit, one), totalsOf(unit, other)] as const);
    const sum = (f: 'a' | 'b', s: 'a' | 'b') =>
      pairs.reduce((total, [first, second]) => total + first[f] * second[s], 0);
    return {
      units,
      fraction,
      first: unitSumsOf(rows, one),
      second: unitSumsOf(rows, other),
      cross: { ac: sum('a', 'a'), ad: sum('a', 'b'), bc: sum('b', 'a'), bd: sum('b', 'b') },
    };
  });
}

const cases = designs.flatMap(([name, design]) =>
  design.domain_difference.map((truth) => ({ name, design, truth })),
);

test.each(cases)(
  'svycontrast(svyby(~$truth.var, ~$truth.by, svymean, covmat = TRUE)), $truth.g1 − $truth.g2, of $name',
  ({ design, truth }) => {
    const valueIn = (group: string) => (row: Row) =>
      row.cells[truth.by] === group && row.cells[truth.var] !== ''
        ? Number(row.cells[truth.var])
        : null;
    const strata = twoDomains(design, valueIn(truth.g1), valueIn(truth.g2));
    const found = domainDifference(strata, NORMAL, 0.95)!;
    expectNear(found.difference, truth.diff);
    expectNear(Math.sqrt(found.variance!), truth.se);
    expectNear(found.interval!.low, truth.ci_z[0]);
    expectNear(found.interval!.high, truth.ci_z[1]);
  },
);

/** A random stratum of clusters: for each A, B, C, D. */
const cluster = fc
  .record({
    b: fc.integer({ min: 0, max: 40 }),
    d: fc.integer({ min: 0, max: 40 }),
    shares: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
  })
  .map(({ b, d, shares: [first, second] }) => ({
    a: (b * first) / 10,
    b,
    c: (d * second) / 10,
    d,
  }));
type Cluster = typeof cluster extends fc.Arbitrary<infer T> ? T : never;

function stratumOf(
  clusters: readonly Cluster[],
  { factor, swap }: { readonly factor: number; readonly swap: boolean },
): TwoDomains {
  const sum = (of: (one: Cluster) => number) => clusters.reduce((total, one) => total + of(one), 0);
  const squared = (of: (one: Cluster) => number) => factor ** 2 * sum(of);
  const first = {
    a: factor * sum(({ a }) => a),
    b: factor * sum(({ b }) => b),
    aa: squared(({ a }) => a * a),
    ab: squared(({ a, b }) => a * b),
    bb: squared(({ b }) => b * b),
  };
  const second = {
    a: factor * sum(({ c }) => c),
    b: factor * sum(({ d }) => d),
    aa: squared(({ c }) => c * c),
    ab: squared(({ c, d }) => c * d),
    bb: squared(({ d }) => d * d),
  };
  const [ac, ad, bc, bd] = [
    squared(({ a, c }) => a * c),
    squared(({ a, d }) => a * d),
    squared(({ b, c }) => b * c),
    squared(({ b, d }) => b * d),
  ];
  const drawn = { units: clusters.length, fraction: 0.1 };
  return swap
    ? { ...drawn, first: second, second: first, cross: { ac, ad: bc, bc: ad, bd } }
    : { ...drawn, first, second, cross: { ac, ad, bc, bd } };
}

const strata = fc
  .array(fc.array(cluster, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 })
  .filter((all) => all.flat().some(({ b }) => b > 0) && all.flat().some(({ d }) => d > 0));
const plain = { factor: 1, swap: false };

test('the difference turns round with the order of the two, and its variance stays', () => {
  fc.assert(
    fc.property(strata, (all) => {
      const of = (swap: boolean) =>
        domainDifference(
          all.map((one) => stratumOf(one, { ...plain, swap })),
          9,
          0.95,
        )!;
      const [found, turned] = [of(false), of(true)];
      expect(turned.difference).toBeCloseTo(-found.difference, 12);
      expect(turned.variance).toBeCloseTo(found.variance!, 12);
      expect(turned.interval!.low).toBeCloseTo(-found.interval!.high, 10);
    }),
  );
});

test('weights times a constant change nothing', () => {
  fc.assert(
    fc.property(strata, fc.constantFrom(0.001, 7, 1e5), (all, factor) => {
      const of = (times: number) =>
        domainDifference(
          all.map((one) => stratumOf(one, { ...plain, factor: times })),
          9,
          0.95,
        )!;
      expect(of(factor).difference).toBeCloseTo(of(1).difference, 10);
      expect(of(factor).variance).toBeCloseTo(of(1).variance!, 10);
    }),
  );
});

test('a domain less itself is 0, without variance', () => {
  fc.assert(
    fc.property(strata, (all) => {
      const same = all.map((one) =>
        stratumOf(
          one.map(({ a, b }) => ({ a, b, c: a, d: b })),
          plain,
        ),
      );
      fc.pre(all.flat().some(({ b }) => b > 0));
      const found = domainDifference(same, 9, 0.95)!;
      expect(found.difference).toBe(0);
      expect(found.variance).toBeLessThan(1e-12);
    }),
  );
});

test('without shared units, variances of the two domains add in strata of their own', () => {
  fc.assert(
    fc.property(strata, (all) => {
      const nothing = { a: 0, b: 0, aa: 0, ab: 0, bb: 0 };
      const cross = { ac: 0, ad: 0, bc: 0, bd: 0 };
      const both = all.map((one) => stratumOf(one, plain));
      const apart = both.flatMap(({ units, fraction, first, second }) => [
        { units, fraction, first, second: nothing, cross },
        { units, fraction, first: nothing, second, cross },
      ]);
      const varianceOf = (domain: 'first' | 'second') =>
        ratioVariance(both.map((stratum) => ({ ...stratum, ...stratum[domain] })))!;
      const found = domainDifference(apart, 9, 0.95)!;
      expect(found.variance).toBeCloseTo(varianceOf('first') + varianceOf('second'), 10);
    }),
  );
});

const person = { a: 1, b: 1, c: 0, d: 0 };
const other = { a: 0, b: 0, c: 0, d: 1 };

test('a design of one unit has a difference, but neither variance nor interval', () => {
  const found = domainDifference([stratumOf([{ a: 1, b: 2, c: 1, d: 1 }], plain)], 0, 0.95);
  expect(found).toEqual({ difference: -0.5, variance: null, interval: null });
});

test('strata of one respondent each vary about the mean over all strata', () => {
  const found = domainDifference(
    [[person], [other]].map((one) => stratumOf(one, plain)),
    0,
    0.95,
  );
  expect(found).toEqual({ difference: 1, variance: 0, interval: null });
});

test('there is no difference from a domain without weight, nor of no strata', () => {
  expect(domainDifference([stratumOf([person, person], plain)], 1, 0.95)).toBeNull();
  expect(domainDifference([], 1, 0.95)).toBeNull();
});

test('refuses a stratum of no units', () => {
  expect(() => domainDifference([stratumOf([], plain)], 1, 0.95)).toThrow(/needs units/);
});

import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { effectiveFromVariance } from '../../pipeline/statistics/n-effective.ts';
import { proportion } from '../../pipeline/statistics/proportion.ts';
import { baseOf, expectNear, observations, sumsOf, weightsOnly } from './support.ts';

const cases = weightsOnly.flatMap(([name, design]) =>
  [...design.proportions, ...design.proportions_by].map((truth) => {
    const base = baseOf(design, truth);
    const yes = base.filter(({ cells }) => cells[truth.var] === truth.level);
    return { name, design, truth, base, yes, where: truth.group ?? 'all' };
  }),
);

test.each(cases)('svymean(~$truth.var, subset) of $name, $where', (one) => {
  const { truth, design } = one;
  const found = proportion(sumsOf(one.yes), sumsOf(one.base), design.n)!;
  expect(one.base.length).toBe(truth.n);
  expectNear(found.share, truth.p);
  expectNear(found.variance!, truth.variance);
  expectNear(Math.sqrt(found.variance!), truth.se);
  expectNear(effectiveFromVariance(found.share, found.variance)!, truth.svyciprop.n_eff!);
});

const split = (rows: readonly { yes: boolean; weight: number }[]) =>
  [sumsOf(rows.filter(({ yes }) => yes)), sumsOf(rows)] as const;

test('the scale of the weights does not matter', () => {
  fc.assert(
    fc.property(observations, fc.constantFrom(0.001, 3, 1e6), (rows, factor) => {
      const scaled = rows.map((row) => ({ ...row, weight: row.weight * factor }));
      const [a, b] = [rows, scaled].map((some) => proportion(...split(some), 50)!);
      expectNear(b!.share, a!.share, 1e-12);
      expectNear(b!.variance!, a!.variance!, 1e-9);
    }),
  );
});

test('equal weights give the textbook p(1 − p) / (n − 1)', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const equal = rows.map((row) => ({ ...row, weight: 0.7 }));
      const n = rows.length;
      const p = rows.filter(({ yes }) => yes).length / n;
      const found = proportion(...split(equal), n)!;
      expectNear(found.share, p, 1e-12);
      expectNear(found.variance!, (p * (1 - p)) / (n - 1), 1e-9);
    }),
  );
});

test('the share of those without is the rest, with the same variance', () => {
  fc.assert(
    fc.property(observations, (rows) => {
      const turned = rows.map((row) => ({ ...row, yes: !row.yes }));
      const [a, b] = [rows, turned].map((some) => proportion(...split(some), 60)!);
      expect(b!.share).toBeCloseTo(1 - a!.share, 12);
      expect(b!.variance!).toBeCloseTo(a!.variance!, 12);
    }),
  );
});

test.each([
  { share: 0, yes: { n: 0, w: 0, w2: 0 } },
  { share: 1, yes: { n: 3, w: 0.30000000000000004, w2: 0.14 } },
])('a share of $share has variance exactly 0', ({ share, yes }) => {
  const base = { n: 3, w: 0.30000000000000004, w2: 0.14 };
  expect(proportion(yes, base, 9)).toEqual({ share, variance: 0 });
});

test.each([
  { why: 'nobody', base: { n: 0, w: 0, w2: 0 } },
  { why: 'people without weight', base: { n: 4, w: 0, w2: 0 } },
])('there is no share of $why', ({ base }) => {
  expect(proportion({ n: 0, w: 0, w2: 0 }, base, 10)).toBeNull();
});

test('the variance in a design of one is unknown', () => {
  const one = { n: 1, w: 2, w2: 4 };
  expect(proportion(one, one, 1)).toEqual({ share: 1, variance: null });
});

const ten = { n: 10, w: 10, w2: 10 };
test.each([
  { why: 'more with the property than people', yes: { n: 11, w: 9, w2: 9 }, designN: 20 },
  { why: 'more weight with the property', yes: { n: 9, w: 10.1, w2: 9 }, designN: 20 },
  { why: 'a base beyond the design', yes: { n: 9, w: 9, w2: 9 }, designN: 9 },
])('refuses $why', ({ yes, designN }) => {
  expect(() => proportion(yes, ten, designN)).toThrow(RangeError);
});

test('there is no effective n where there is no variance', () => {
  expect(effectiveFromVariance(0.5, null)).toBeNull();
  expect(effectiveFromVariance(1, 0)).toBeNull();
  expect(effectiveFromVariance(1, 0.1)).toBeNull();
  expect(effectiveFromVariance(0.7, 3e-33)).toBeNull();
});

import { expect, test } from '@jest/globals';
import { proportion } from '../../pipeline/statistics/proportion.ts';
import { ratioVariance, type Stratum } from '../../pipeline/statistics/ratio-variance.ts';
import {
  baseOf,
  type DesignTruth,
  designs,
  expectNear,
  type Row,
  sumsOf,
  unitSumsOf,
  unitsOf,
} from './support.ts';

/** The strata of a design with the totals of y over the base; y null: not in the base. */
function strataOf(design: DesignTruth, y: (row: Row) => number | null): readonly Stratum[] {
  return unitsOf(design).map(({ units, fraction, rows }) => ({
    units,
    fraction,
    ...unitSumsOf(rows, y),
  }));
}

const shares = designs.flatMap(([name, design]) =>
  [...design.proportions, ...design.proportions_by].map((truth) => ({
    name,
    truth,
    design,
    where: truth.group ?? 'all',
  })),
);

test.each(shares)('svymean(~$truth.var) of $name, $where, has R’s variance', (one) => {
  const { truth, design } = one;
  const inBase = new Set(baseOf(design, truth));
  const found = ratioVariance(
    strataOf(design, (row) =>
      inBase.has(row) ? Number(row.cells[truth.var] === truth.level) : null,
    ),
  )!;
  if (truth.variance < 1e-20) expect(found).toBeLessThan(1e-18);
  else expectNear(found, truth.variance);
});

const means = designs.flatMap(([name, design]) =>
  [...design.means, ...design.means_by].map((truth) => ({
    name,
    truth,
    design,
    where: truth.group ?? 'all',
  })),
);

test.each(means)('svymean(~$truth.var) of $name, $where, has R’s standard error', (one) => {
  const { truth, design } = one;
  const inBase = new Set(baseOf(design, truth));
  const found = ratioVariance(
    strataOf(design, (row) =>
      inBase.has(row) && row.cells[truth.var] !== '' ? Number(row.cells[truth.var]) : null,
    ),
  )!;
  expectNear(Math.sqrt(found), truth.se);
});

test('one stratum of single observations is the design with weights only', () => {
  const base = sumsOf([1, 2, 0.5, 3].map((weight) => ({ weight })));
  const yes = sumsOf([2, 0.5].map((weight) => ({ weight })));
  const stratum = {
    units: 9,
    fraction: 0,
    a: yes.w,
    b: base.w,
    aa: yes.w2,
    ab: yes.w2,
    bb: base.w2,
  };
  expectNear(ratioVariance([stratum])!, proportion(yes, base, 9)!.variance!, 1e-12);
});

const unit = (a: number, b: number) => ({
  units: 1,
  fraction: 0,
  a,
  b,
  aa: a * a,
  ab: a * b,
  bb: b * b,
});

test('a stratum of one unit varies about the mean over all strata', () => {
  // Ratio ½; t = ±½ of total 2, so ((½)² + (½)²) / 2².
  expectNear(ratioVariance([unit(1, 1), unit(0, 1)])!, 0.125, 1e-12);
});

test('there is no variance of a design of one unit, nor of an empty base', () => {
  expect(ratioVariance([unit(1, 2)])).toBeNull();
  expect(ratioVariance([unit(0, 0), unit(0, 0)])).toBeNull();
  expect(ratioVariance([])).toBeNull();
});

test('a stratum that was taken whole adds nothing', () => {
  const whole = { units: 5, fraction: 1, a: 3, b: 5, aa: 3, ab: 3, bb: 5 };
  expect(ratioVariance([whole])).toBe(0);
});

test.each([
  { units: 0, fraction: 0 },
  { units: 3, fraction: 1.2 },
])('refuses a stratum of $units units and fraction $fraction', (bad) => {
  expect(() => ratioVariance([{ ...unit(1, 1), ...bad }])).toThrow(RangeError);
});

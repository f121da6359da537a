import { expect, test } from '@jest/globals';
import { degreesOfFreedom } from '../../pipeline/statistics/degrees-of-freedom.ts';
import { baseOf, designs, unitsOf } from './support.ts';

const cases = designs.flatMap(([name, design]) =>
  [...design.proportions, ...design.proportions_by, ...design.means].map((truth) => ({
    name,
    design,
    truth,
    where: truth.group ?? 'all',
  })),
);

test.each(cases)('degf(subset(design, $where)) of $truth.var in $name', ({ design, truth }) => {
  const base = new Set(baseOf(design, truth));
  const strata = unitsOf(design).map(({ rows }) => ({
    observed: rows.filter((unit) => unit.some((row) => base.has(row))).length,
  }));
  expect(degreesOfFreedom(strata)).toBe(truth.df);
});

test('a stratum without observations takes no degree of freedom, one of one has none', () => {
  expect(degreesOfFreedom([{ observed: 15 }, { observed: 0 }, { observed: 1 }])).toBe(14);
  expect(degreesOfFreedom([{ observed: 0 }])).toBe(0);
  expect(degreesOfFreedom([])).toBe(0);
});

test.each([-1, 0.5, Number.NaN])('refuses %d observed units', (observed) => {
  expect(() => degreesOfFreedom([{ observed }])).toThrow(/whole number from 0, got/);
});

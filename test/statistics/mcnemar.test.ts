import { expect, test } from '@jest/globals';
import { mcnemar } from '../../pipeline/statistics/mcnemar.ts';
import { expectNear, fixture } from './support.ts';

const { mcnemar: truths } = fixture<{
  mcnemar: readonly Record<'b' | 'c' | 'chi2' | 'p' | 'exact_p', number>[];
}>('tests.json');

test.each(truths)('mcnemar.test(correct = FALSE) and binom.test of $b and $c', (R) => {
  for (const [gained, lost] of [
    [R.b, R.c],
    [R.c, R.b],
  ] as const) {
    const found = mcnemar(gained, lost)!;
    expectNear(found.statistic, R.chi2);
    expectNear(found.p, R.p);
    expectNear(found.exact, R.exact_p);
  }
});

test.each([
  { gained: 1, lost: 0, exact: 1 },
  { gained: 3, lost: 0, exact: 2 / 2 ** 3 },
  { gained: 4, lost: 1, exact: (2 * (1 + 5)) / 2 ** 5 },
  { gained: 2, lost: 3, exact: 1 },
])('$gained against $lost by counting coins: $exact', ({ gained, lost, exact }) => {
  expectNear(mcnemar(gained, lost)!.exact, exact, 1e-12);
});

test('there is no test where nobody changed', () => {
  expect(mcnemar(0, 0)).toBeNull();
});

test('refuses counts that are not whole or below 0', () => {
  expect(() => mcnemar(1.5, 2)).toThrow(/got 1.5/);
  expect(() => mcnemar(1, -2)).toThrow(/got -2/);
});

/** Families of tests: what is hidden counts, and tells nothing. */
import { expect, test } from '@jest/globals';
import { adjustWithin, type FoundP } from '../../pipeline/aggregate/families.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';

const adjusted = (ps: readonly FoundP[], correction: 'BH' | 'holm' | 'none' = 'BH') =>
  adjustWithin(
    ps,
    () => '',
    (p) => p,
    correction,
  );

test('a hidden test counts as one that bears nothing out, and one that there is not does not count', () => {
  // R: p.adjust(c(0.01, 0.04, 1, 1), "BH")
  expect(adjusted([0.01, 'hidden', 0.04, null, 'hidden'])).toEqual([0.04, null, 0.08, null, null]);
  // R: p.adjust(c(0.01, 0.04, 1, 1), "holm")
  expect(adjusted([0.01, 'hidden', 0.04, null, 'hidden'], 'holm')).toEqual([
    0.04,
    null,
    0.12,
    null,
    null,
  ]);
  expect(adjusted([0.01, 'hidden', 0.04], 'none')).toEqual([0.01, null, 0.04]);
});

test('families are adjusted apart, hidden tests too', () => {
  const items = [
    { family: 'a', p: 0.01 },
    { family: 'b', p: 'hidden' as const },
    { family: 'b', p: 0.02 },
  ];
  const ps = adjustWithin(
    items,
    ({ family }) => family,
    ({ p }) => p,
    'BH',
  );
  expect(ps).toEqual([0.01, null, 0.04]);
});

test('where nothing differs and only extreme tests are left shown, one survey in twenty is misled', () => {
  const next = randomFrom(5);
  const surveys = 4000;
  let misled = 0;
  for (let i = 0; i < surveys; i++) {
    // Of forty tests those are shown whose p happens to be small, as of rare codes 0 and 5 are.
    const ps = Array.from({ length: 40 }, () => next()).map((p) => (p < 0.1 ? p : 'hidden'));
    if (adjusted(ps).some((p) => p !== null && p < 0.05)) misled += 1;
  }
  // The share is binomial: four standard errors, 0.0138, above the 0.05 that BH promises here.
  expect(misled / surveys).toBeLessThan(0.064);
  expect(misled / surveys).toBeGreaterThan(0.03);
});

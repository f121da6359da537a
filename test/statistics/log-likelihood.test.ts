import { expect, test } from '@jest/globals';
import { logLikelihood } from '../../pipeline/statistics/log-likelihood.ts';

// Dunning (1993), Computational Linguistics 19:61, its table of bigrams: −2 log λ with k(AB), k(A¬B), k(¬AB), k(¬A¬B).
test.each([
  { bigram: 'the swiss', cells: [110, 2442, 111, 29114], g2: 270.72 },
  { bigram: 'can be', cells: [29, 13, 123, 31612], g2: 263.9 },
  { bigram: 'previous year', cells: [31, 23, 139, 31584], g2: 256.84 },
])('G² of "$bigram" is $g2', ({ cells: [a, b, c, d], g2 }) => {
  expect(logLikelihood(a!, a! + b!, c!, c! + d!)).toBeCloseTo(g2, 2);
});

test('equal shares give 0, and so does an empty set', () => {
  expect(logLikelihood(5, 50, 10, 100)).toBeCloseTo(0, 12);
  expect(logLikelihood(0, 10, 0, 20)).toBe(0);
  expect(logLikelihood(10, 10, 20, 20)).toBe(0);
  expect(logLikelihood(3, 10, 0, 0)).toBe(0);
});

test('it is the same whichever set comes first', () => {
  expect(logLikelihood(12, 80, 3, 400)).toBeCloseTo(logLikelihood(3, 400, 12, 80), 10);
});

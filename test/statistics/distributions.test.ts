import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  betaQuantile,
  chiSquareUpperTail,
  fUpperTail,
  tQuantile,
} from '../../pipeline/statistics/distributions.ts';
import { normalQuantile, normalTwoSided } from '../../pipeline/statistics/normal.ts';
import { expectNear, fixture } from './support.ts';

const { distributions: R } = fixture<{
  distributions: Record<
    'qnorm' | 'qt975' | 'pchisq_upper' | 'pf_upper' | 'qbeta',
    Record<'p' | 'q' | 'x' | 'df' | 'd1' | 'd2' | 'a' | 'b', readonly number[]>
  >;
}>('tests.json');

test.each(R.qnorm.p.map((p, i) => ({ p, q: R.qnorm.q[i]! })))('qnorm($p)', ({ p, q }) => {
  expectNear(normalQuantile(p), q, 1e-10);
});

test.each(R.qt975.df.map((df, i) => ({ df, q: R.qt975.q[i]! })))('qt(.975, $df)', ({ df, q }) => {
  expectNear(tQuantile(0.975, df), q, 1e-10);
});

test.each(
  R.pchisq_upper.x.map((x, i) => ({ x, df: R.pchisq_upper.df[i]!, p: R.pchisq_upper.p[i]! })),
)('pchisq($x, $df, lower.tail = FALSE)', ({ x, df, p }) => {
  expectNear(chiSquareUpperTail(x, df), p, 1e-10);
});

test.each(
  R.pf_upper.x.map((x, i) => ({
    x,
    d1: R.pf_upper.d1[i]!,
    d2: R.pf_upper.d2[i]!,
    p: R.pf_upper.p[i]!,
  })),
)('pf($x, $d1, $d2, lower.tail = FALSE)', ({ x, d1, d2, p }) => {
  expectNear(fUpperTail(x, d1, d2), p, 1e-10);
});

test.each(R.qbeta.p.map((p, i) => ({ p, a: R.qbeta.a[i]!, b: R.qbeta.b[i]!, q: R.qbeta.q[i]! })))(
  'qbeta($p, $a, $b)',
  ({ p, a, b, q }) => {
    expectNear(betaQuantile(p, a, b), q, 1e-10);
  },
);

// mpmath, 40 digits: the regularised incomplete beta function at swapped arguments.
test.each([
  { x: 300, d1: 2, d2: 2000, p: 1.1393251732349e-114 },
  { x: 5000, d1: 1, d2: 199, p: 5.78383841681e-143 },
  { x: 30, d1: 3.3, d2: 1e6, p: 4.53190911798e-21 },
])('the tail of F($d1, $d2) beyond $x keeps its digits', ({ x, d1, d2, p }) => {
  expectNear(fUpperTail(x, d1, d2), p, 1e-9);
});

test('a normal tail of z = 30 is not rounded to 0', () => {
  // Mills ratio, first terms: 2 φ(30)/30 · (1 − 1/900 + 3/900² − …).
  const density = Math.exp(-450) / Math.sqrt(2 * Math.PI);
  expectNear(normalTwoSided(30), ((2 * density) / 30) * (1 - 1 / 900 + 3 / 900 ** 2), 1e-7);
});

test('t with infinitely many degrees of freedom is the normal', () => {
  expect(tQuantile(0.9, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.9));
});

test('chi-square with two degrees of freedom is exponential', () => {
  expectNear(chiSquareUpperTail(9, 2), Math.exp(-4.5), 1e-15);
});

test('a tail from 0 or below is everything', () => {
  expect([chiSquareUpperTail(0, 1), chiSquareUpperTail(0, 2), fUpperTail(0, 2, 9)]).toEqual([
    1, 1, 1,
  ]);
});

test('chi-square refuses fractional degrees of freedom', () => {
  expect(() => chiSquareUpperTail(1, 1.5)).toThrow(/positive whole df, got 1.5/);
});

// mpmath, 40 digits: roots of the regularised incomplete beta function; the last by hand, as
// B(1, b) has the distribution function 1 − (1 − q)^b.
test.each([
  { p: 0.025, a: 0.015996200483093453, b: 22.399223593515966, q: 1.8273866759764e-102 },
  { p: 0.005, a: 0.37127099474913733, b: 10281.469550730937, q: 4.4966938921091e-11 },
  { p: 0.025, a: 1, b: 1e6, q: -Math.expm1(Math.log(0.975) / 1e6) },
])('qbeta($p, $a, $b) of a share near 0', ({ p, a, b, q }) => {
  expectNear(betaQuantile(p, a, b), q, 1e-10);
});

test('the beta distribution function at its quantile is p', () => {
  const size = fc.double({ min: 1, max: 5000, noNaN: true });
  fc.assert(
    fc.property(size, size, fc.constantFrom(0.005, 0.025, 0.975, 0.995), (a, b, p) => {
      const q = betaQuantile(p, a, b);
      // P(B ≤ q) is the tail of F(2b, 2a) beyond a(1 − q) / (bq).
      expectNear(fUpperTail((a * (1 - q)) / (b * q), 2 * b, 2 * a), p, 1e-8);
    }),
  );
});

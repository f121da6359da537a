import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { krippendorffAlpha } from '../../pipeline/statistics/alpha.ts';
import { kappa } from '../../pipeline/statistics/kappa.ts';
import { masi } from '../../pipeline/statistics/masi.ts';
import { multilabelScores } from '../../pipeline/statistics/multilabel.ts';
import { expectNear, fixture } from './support.ts';

type Value = number | string;
interface Units {
  readonly name: string;
  readonly units: readonly (readonly (Value | null)[])[];
  readonly alpha: number | null;
}
interface Scored {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
interface Multilabel {
  readonly name: string;
  readonly codes: readonly string[];
  readonly gold: readonly (readonly number[])[];
  readonly pred: readonly (readonly number[])[];
  readonly micro: Scored;
  readonly macro_f1_all: number;
  readonly macro_f1_supported: number | null;
  readonly subset_accuracy: number;
  readonly per_code: readonly (Scored & {
    readonly code: string;
    readonly support: number;
    readonly kappa: number | null;
    readonly alpha: number | null;
  })[];
}
const truth = fixture<{
  alpha_textbook: readonly (Units & { readonly printed: number })[];
  alpha: readonly Units[];
  kappa: readonly { name: string; a: number[]; b: number[]; kappa: number | null }[];
  multilabel: readonly Multilabel[];
}>('agreement.json');

function expectFigure(actual: number | null, expected: number | null): void {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else if (expected === 0) expect(actual).toBeCloseTo(0, 12);
  else expectNear(actual, expected);
}

test.each(truth.alpha_textbook)('alpha of Krippendorff (2011), example $name', (one) => {
  expectFigure(krippendorffAlpha(one.units), one.alpha);
  expect(krippendorffAlpha(one.units)).toBeCloseTo(one.printed, 3);
});

test.each(truth.alpha)('alpha of $name', (one) => {
  expectFigure(krippendorffAlpha(one.units), one.alpha);
});

test.each(truth.kappa)('cohen_kappa_score of $name', (one) => {
  expectFigure(kappa(one.a, one.b), one.kappa);
});

test('kappa does not depend on who is first, and refuses coders of different length', () => {
  const [a, b] = [[...'aabbcacb'], [...'aabacccb']];
  expect(kappa(a, b)).toBe(kappa(b, a));
  expect(() => kappa(a, ['a'])).toThrow(/got 8 and 1/);
  expect(kappa([], [])).toBeNull();
});

test.each(truth.multilabel)('kappa and alpha of each code of $name', (one) => {
  one.per_code.forEach((expected, i) => {
    const [gold, pred] = [one.gold, one.pred].map((rows) => rows.map((row) => row[i]!));
    expectFigure(kappa(gold!, pred!), expected.kappa);
    expectFigure(krippendorffAlpha(gold!.map((g, j) => [g, pred![j]!])), expected.alpha);
  });
});

test.each(truth.multilabel)('precision_recall_fscore_support of $name', (one) => {
  const sets = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => new Set(one.codes.filter((_, i) => row[i] === 1)));
  const found = multilabelScores(one.codes, sets(one.gold), sets(one.pred));
  expect(found.perLabel.map(({ label }) => label)).toEqual(one.codes);
  one.per_code.forEach((expected, i) => {
    const scores = found.perLabel[i]!;
    for (const figure of ['precision', 'recall', 'f1', 'support'] as const) {
      expectFigure(scores[figure], expected[figure]);
    }
  });
  for (const figure of ['precision', 'recall', 'f1'] as const) {
    expectFigure(found.micro[figure], one.micro[figure]);
  }
  expectFigure(found.macro!.f1, one.macro_f1_all);
  expectFigure(found.macroSupported?.f1 ?? null, one.macro_f1_supported);
  expectFigure(found.exact, one.subset_accuracy);
});

test('macro precision and recall are means over labels', () => {
  const found = multilabelScores(
    ['a', 'b', 'c'],
    [new Set(['a']), new Set(['a', 'b'])],
    [new Set(['a', 'b']), new Set(['b'])],
  );
  expect(found.macro).toEqual({ precision: 1.5 / 3, recall: 1.5 / 3, f1: (2 / 3 + 2 / 3) / 3 });
  expect(found.macroSupported).toMatchObject({ precision: 0.75, recall: 0.75 });
  expect(found.perLabel.map(({ predicted }) => predicted)).toEqual([1, 2, 0]);
});

test('without labels or items there are no means', () => {
  expect(multilabelScores([], [], [])).toEqual({
    perLabel: [],
    micro: { precision: 0, recall: 0, f1: 0 },
    macro: null,
    macroSupported: null,
    exact: null,
  });
});

test('refuses a label that is not scored, and lists of different length', () => {
  expect(() => multilabelScores(['a'], [new Set(['b'])], [new Set()])).toThrow(/"b" is not among/);
  expect(() => multilabelScores(['a'], [new Set()], [])).toThrow(/1, 0/);
});

// Passonneau (2006): 1 − Jaccard · monotonicity (1, ⅔, ⅓, 0).
test.each([
  { a: ['A1', 'A2'], b: ['A2', 'A1'], expected: 0 },
  { a: [], b: [], expected: 0 },
  { a: ['A1', 'A2'], b: ['A1'], expected: 1 - (1 / 2) * (2 / 3) },
  { a: ['A1', 'A2'], b: ['A2', 'A3'], expected: 1 - (1 / 3) * (1 / 3) },
  { a: ['A1', 'A2', 'A3'], b: ['A1', 'A3', 'A4'], expected: 1 - (2 / 4) * (1 / 3) },
  { a: ['A1'], b: ['A2'], expected: 1 },
  { a: ['A1'], b: [], expected: 1 },
])('MASI distance of $a and $b is $expected', ({ a, b, expected }) => {
  expect(masi(a, b)).toBeCloseTo(expected, 12);
  expect(masi(b, a)).toBeCloseTo(expected, 12);
});

test('alpha of code sets by MASI, by hand', () => {
  // Values {x} {x,y} {x} {x} {y} {y}: disagreement of the first unit ⅔ (twice); the pairs over all
  // six: {x} 3, {x,y} 1, {y} 2 -> 2·(3·⅔ + 3·2·1 + 2·⅔) = 18⅔.
  const units = [
    [['x'], ['x', 'y']],
    [['x'], ['x'], null],
    [['y'], ['y']],
    [['x', 'y'], null],
  ];
  expectNear(krippendorffAlpha(units, masi)!, 1 - (5 * (4 / 3)) / (56 / 3), 1e-12);
});

test('alpha does not depend on the order of units and of coders', () => {
  const value = fc.option(fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 12 }), (units) => {
      const turned = units.map((unit) => unit.toReversed()).toReversed();
      const [a, b] = [krippendorffAlpha(units), krippendorffAlpha(turned)];
      if (a === null) expect(b).toBeNull();
      else expect(b).toBeCloseTo(a, 12);
    }),
  );
});

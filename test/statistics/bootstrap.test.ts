import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { krippendorffAlpha } from '../../pipeline/statistics/alpha.ts';
import { alphaInterval } from '../../pipeline/statistics/alpha-interval.ts';
import { bootstrapInterval } from '../../pipeline/statistics/bootstrap.ts';
import { masi } from '../../pipeline/statistics/masi.ts';
import { randomFrom } from '../../pipeline/statistics/random.ts';
import { fixture } from './support.ts';

const settings = { draws: 2000, seed: 1, level: 0.95 };
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** sfc32 as PractRand defines it, in whole numbers of any size cut to 32 bits. */
function* reference(seed: bigint) {
  const word = (x: bigint) => BigInt.asUintN(32, x);
  let [a, b, c, counter] = [0n, word(seed), 0n, 1n];
  for (let i = 0; ; i++) {
    const sum = word(a + b + counter);
    counter = word(counter + 1n);
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(word((c << 21n) | (c >> 11n)) + sum);
    if (i >= 12) yield Number(sum);
  }
}

test('draws are sfc32 with PractRand’s seeding, word for word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      const [random, expected] = [randomFrom(seed), reference(BigInt(seed))];
      for (let i = 0; i < 50; i++) expect(random() * 2 ** 32).toBe(expected.next().value);
    }),
  );
});

// The first word the Rust crate sfc-prng documents for the seed 0.
test('seed 0 begins with 0x514676C3', () => {
  expect(randomFrom(0)() * 2 ** 32).toBe(0x514676c3);
});

test('draws fill [0, 1) evenly', () => {
  const random = randomFrom(7);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 1e5; i++) counts[Math.floor(random() * 10)]!++;
  // Chi-square with 9 degrees of freedom: 27.9 in one of 1,000 streams.
  const chi = counts.reduce((sum, count) => sum + (count - 1e4) ** 2 / 1e4, 0);
  expect(chi).toBeLessThan(27.9);
});

test('the interval of a mean is about mean ± 1.96 s/√n', () => {
  const random = randomFrom(3);
  const units = Array.from({ length: 400 }, () => random()); // variance 1/12
  const found = bootstrapInterval(units, mean, settings)!;
  const half = 1.96 * Math.sqrt(1 / 12 / 400);
  expect(Math.abs(found.low - (mean(units) - half))).toBeLessThan(0.1 * half);
  expect(Math.abs(found.high - (mean(units) + half))).toBeLessThan(0.1 * half);
  expect(found.draws).toBe(2000);
});

test('the share of two units, one with it: drawn 0, ½ and 1 of ¼, ½ and ¼', () => {
  const found = bootstrapInterval([0, 1], mean, { ...settings, level: 0.4 })!;
  expect(found).toEqual({ low: 0.5, high: 0.5, draws: 2000 });
  expect(bootstrapInterval([0, 1], mean, settings)).toEqual({ low: 0, high: 1, draws: 2000 });
});

test('quantile(1:4, c(.25, .75)) is 1.75 and 3.25', () => {
  let drawn = 0;
  const found = bootstrapInterval([0, 1], () => ++drawn, { draws: 4, seed: 1, level: 0.5 });
  expect(found).toEqual({ low: 1.75, high: 3.25, draws: 4 });
});

test('the same seed gives the same interval, another seed another', () => {
  const units = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
  const [first, again, other] = [1, 1, 2].map((seed) =>
    bootstrapInterval(units, mean, { ...settings, seed }),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('a higher level gives a wider interval', () => {
  const units = Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
  const [narrow, wide] = [0.8, 0.99].map(
    (level) => bootstrapInterval(units, mean, { ...settings, level })!,
  );
  expect(wide!.low).toBeLessThan(narrow!.low);
  expect(wide!.high).toBeGreaterThan(narrow!.high);
});

test('draws without a figure are left out and counted', () => {
  const found = bootstrapInterval([0, 1], (drawn) => (mean(drawn) === 0.5 ? null : 1), settings)!;
  expect(found.draws).toBeGreaterThan(900);
  expect(found.draws).toBeLessThan(1100);
  expect(bootstrapInterval([0, 1], () => null, settings)).toBeNull();
});

test('one unit has no interval', () => {
  expect(bootstrapInterval([1], mean, settings)).toBeNull();
  expect(bootstrapInterval([], mean, settings)).toBeNull();
});

test.each([
  { draws: 0, message: /draws must be a whole number above 0, got 0/ },
  { draws: 1.5, message: /got 1.5/ },
  { level: 95, message: /level/ },
])('refuses settings: $message', ({ message, ...bad }) => {
  expect(() => bootstrapInterval([1, 2], mean, { ...settings, ...bad })).toThrow(message);
});

const { alpha: truths } = fixture<{
  alpha: readonly {
    readonly name: string;
    readonly units: readonly (readonly (number | null)[])[];
    readonly alpha: number | null;
  }[];
}>('agreement.json');
const existing = truths.flatMap(({ name, units, alpha }) =>
  alpha === null ? [] : [{ name, units, alpha }],
);

test.each(existing)('the interval of alpha of $name holds it', ({ units, alpha }) => {
  const found = alphaInterval(units, settings)!;
  expect(found.low).toBeLessThanOrEqual(alpha);
  expect(found.high).toBeGreaterThanOrEqual(alpha);
  expect(found.high).toBeLessThanOrEqual(1);
});

const notSame = (a: readonly string[], b: readonly string[]) => Number(a.join() !== b.join());

test('it is the bootstrap of alpha over units with two values: nominal and by MASI', () => {
  const value = fc.option(
    fc.constantFrom<readonly string[]>(['a'], ['b'], ['a', 'b'], ['b', 'c'], []),
  );
  const unit = fc.array(value, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.integer(), (units, seed) => {
      const few = { draws: 5, seed, level: 0.95 };
      const pairable = units.filter((one) => one.filter((set) => set !== null).length > 1);
      for (const distance of [masi, notSame]) {
        const found = alphaInterval(units, few, distance);
        const expected = bootstrapInterval(
          pairable,
          (some) => krippendorffAlpha(some, distance),
          few,
        );
        expect(found?.draws).toBe(expected?.draws);
        expect(found?.low ?? 0).toBeCloseTo(expected?.low ?? 0, 10);
        expect(found?.high ?? 0).toBeCloseTo(expected?.high ?? 0, 10);
      }
    }),
  );
});

test('more units narrow the interval of alpha', () => {
  const few = [
    ['x', 'x'],
    ['x', 'y'],
    ['y', 'y'],
    ['y', 'y'],
    ['x', 'x'],
  ];
  const many = Array.from({ length: 10 }, () => few).flat();
  const [a, b] = [few, many].map((units) => alphaInterval(units, settings)!);
  expect(b!.high - b!.low).toBeLessThan((a!.high - a!.low) / 2);
});

test('full agreement on more than one value is sure; draws of one value have no alpha', () => {
  const found = alphaInterval(
    [
      ['x', 'x'],
      ['y', 'y'],
    ],
    settings,
  )!;
  expect(found).toMatchObject({ low: 1, high: 1 });
  expect(found.draws).toBeLessThan(1200);
  expect(
    alphaInterval(
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
      settings,
    ),
  ).toBeNull();
  expect(
    alphaInterval(
      [
        ['x', 'y'],
        ['x', null],
      ],
      settings,
    ),
  ).toBeNull();
});

import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { FUNNEL_LEVELS, funnelLimits, funnelPlace } from '../../pipeline/statistics/funnel.ts';
import { wilson } from '../../pipeline/statistics/wilson.ts';
import { expectNear } from './support.ts';

const share = fc.integer({ min: 0, max: 1000 }).map((parts) => parts / 1000);
const size = fc.double({ min: 0.5, max: 1e5, noNaN: true });

// Spiegelhalter (2005), A.1.1, by hand: 0.15 ± 1.95996 · √(0.15 · 0.85 / 200), and 3.09023 for 99.8 %.
test('limits about 15 % of 200', () => {
  const half = Math.sqrt((0.15 * 0.85) / 200);
  const [two, three] = FUNNEL_LEVELS.map((level) => funnelLimits(0.15, 200, level)!);
  expectNear(two!.low, 0.15 - 1.9599639845400536 * half, 1e-12);
  expectNear(two!.high, 0.15 + 1.9599639845400536 * half, 1e-12);
  expectNear(three!.high, 0.15 + 3.090232306167813 * half, 1e-12);
});

test('limits stay inside [0, 1], hold the target, and close in as n grows', () => {
  fc.assert(
    fc.property(share, size, size, (target, n, more) => {
      const wide = funnelLimits(target, n, 0.95)!;
      const narrow = funnelLimits(target, n + more, 0.95)!;
      expect(wide.low).toBeGreaterThanOrEqual(0);
      expect(wide.high).toBeLessThanOrEqual(1);
      expect(narrow.low).toBeGreaterThanOrEqual(wide.low);
      expect(narrow.high).toBeLessThanOrEqual(wide.high);
      expect(narrow.low).toBeLessThanOrEqual(target);
      expect(narrow.high).toBeGreaterThanOrEqual(target);
    }),
  );
});

test('limits of a higher level are wider, and limits of the rest their mirror image', () => {
  fc.assert(
    fc.property(share, size, (target, n) => {
      const [two, three] = FUNNEL_LEVELS.map((level) => funnelLimits(target, n, level)!);
      expect(three!.low).toBeLessThanOrEqual(two!.low);
      expect(three!.high).toBeGreaterThanOrEqual(two!.high);
      expect(funnelLimits(1 - target, n, 0.95)!.low).toBeCloseTo(1 - two!.high, 12);
    }),
  );
});

test('a unit is outside just where its Wilson interval leaves out the target', () => {
  fc.assert(
    fc.property(share, share, size, fc.constantFrom(...FUNNEL_LEVELS), (one, target, n, level) => {
      const { low, high } = wilson(one, n, level)!;
      fc.pre(Math.min(Math.abs(low - target), Math.abs(high - target)) > 1e-9);
      const place = funnelPlace({ share: one, n }, target, [level])!;
      expect(place.side === 'inside').toBe(low <= target && target <= high);
    }),
  );
});

test.each([
  { share: 0.15, side: 'inside', level: null },
  { share: 0.19, side: 'inside', level: null },
  { share: 0.21, side: 'above', level: 0.95 },
  { share: 0.24, side: 'above', level: 0.998 },
  { share: 0.09, side: 'below', level: 0.95 },
  { share: 0.06, side: 'below', level: 0.998 },
])('$share of 200 against 0.15 is $side ($level)', ({ share: one, side, level }) => {
  expect(funnelPlace({ share: one, n: 200 }, 0.15)).toEqual({ side, level });
});

test('a target of 0 or 1 leaves no room', () => {
  expect(funnelLimits(0, 10, 0.95)).toEqual({ low: 0, high: 0 });
  expect(funnelPlace({ share: 0, n: 10 }, 0)).toEqual({ side: 'inside', level: null });
  expect(funnelPlace({ share: 0.1, n: 10 }, 0)).toEqual({ side: 'above', level: 0.998 });
});

test('a unit of nobody has neither limits nor a place', () => {
  expect(funnelLimits(0.2, 0, 0.95)).toBeNull();
  expect(funnelPlace({ share: 0, n: 0 }, 0.2)).toBeNull();
});

test.each([
  () => funnelLimits(1.2, 10, 0.95),
  () => funnelLimits(0.2, Number.NaN, 0.95),
  () => funnelLimits(0.2, 10, 95),
  () => funnelPlace({ share: -0.1, n: 10 }, 0.2),
])('refuses numbers out of range: %s', (call) => {
  expect(call).toThrow(RangeError);
});

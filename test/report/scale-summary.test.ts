import { expect, test } from '@jest/globals';
import type { ClosedRow } from '../../pipeline/aggregate/tables.ts';
import { summariseScale } from '../../pipeline/report/scale-summary.ts';

function line(option: string, share: number | null, mean: number | null = null): ClosedRow {
  const status = share === null && mean === null ? 'suppressed' : 'shown';
  return {
    ...{ round: 'r', question: 'q', group: 'all', value: '', type: 'scale', option, label: option },
    ...{ base: 100, n: null, share, low: null, high: null, n_effective: 100, status },
    ...{ mean, sd: null },
  };
}

const scale = (shares: readonly (number | null)[], mean: number | null) => [
  ...shares.map((share, at) => line(String(at + 1), share)),
  line('', null, mean),
];

test('the top two points, and how far they outweigh the bottom two', () => {
  const found = summariseScale(scale([0.1, 0.2, 0.3, 0.3, 0.1], 3.1));
  expect(found?.mean).toBe(3.1);
  expect(found?.top).toBeCloseTo(0.4, 12);
  expect(found?.net).toBeCloseTo(0.1, 12);
});

test('of four points the two ends make the whole', () => {
  const found = summariseScale(scale([0.4, 0.3, 0.2, 0.1], 2));
  expect(found?.top).toBeCloseTo(0.3, 12);
  expect(found?.net).toBeCloseTo(-0.4, 12);
});

test('three points have no two ends of two, but a mean', () => {
  expect(summariseScale(scale([0.2, 0.3, 0.5], 2.3))).toEqual({ mean: 2.3, top: null, net: null });
});

test.each([
  { why: 'a point in the middle', rows: scale([0.1, 0.2, null, 0.3, 0.1], 3.1) },
  { why: 'the lowest point', rows: scale([null, 0.2, 0.3, 0.3, 0.1], 3.1) },
  { why: 'the mean', rows: scale([0.1, 0.2, 0.3, 0.3, 0.1], null) },
])('nothing is told where $why is hidden', ({ rows }) => {
  expect(summariseScale(rows)).toBeNull();
});

test('nothing is told of no lines', () => {
  expect(summariseScale([])).toBeNull();
});

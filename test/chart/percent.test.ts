import { expect, test } from '@jest/globals';
import {
  count,
  percent,
  plain,
  points,
  pValue,
  range,
  shareTexts,
} from '../../pipeline/chart/percent.ts';

test.each([
  { share: 0.3456, base: 812, text: '34.6%' },
  { share: 0.3456, base: 100, text: '34.6%' },
  { share: 0.3456, base: 99, text: '35%' },
  { share: 0, base: 812, text: '0.0%' },
  { share: 1, base: 40, text: '100%' },
  { share: 0.5, base: null, text: '50.0%' },
])('$share of $base is written $text', ({ share, base, text }) => {
  expect(percent(share, base)).toBe(text);
});

test.each([
  [-0.0523, '−5.2'],
  [0.0523, '+5.2'],
  [0.0004, '0.0'],
  [-0.0004, '0.0'],
])('a difference of %d is %s points', (difference, text) => {
  expect(points(difference)).toBe(text);
});

test.each([
  [0.0004, '<0.001'],
  [0.001, '0.001'],
  [0.0456, '0.046'],
  [1, '1.000'],
])('p of %d is written %s', (p, text) => {
  expect(pValue(p)).toBe(text);
});

test('counts have thousands marked, intervals a dash, means a true minus', () => {
  expect([count(999), count(1234567)]).toEqual(['999', '1,234,567']);
  expect(range(0.31, 0.375, 812)).toBe('31.0%–37.5%');
  expect(plain(-1.234, 2)).toBe('−1.23');
});

test.each(['suppressed', 'no-base'] as const)(
  'a row that is %s has no texts, whatever it holds',
  (status) => {
    expect(shareTexts({ share: 0.5, low: 0.4, high: 0.6, base: 9, status })).toBeNull();
  },
);

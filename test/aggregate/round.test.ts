import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roundTables, written } from '../../pipeline/aggregate/round.ts';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import { percent, points, pValue, shareTexts } from '../../pipeline/chart/percent.ts';
import { resultsJson, tableCsv } from '../../pipeline/publish/files.ts';
import { NO_TABLES } from '../support/tables.ts';

const roundedFigures = (figures: object) =>
  roundTables({ ...NO_TABLES, problems: [figures as ProblemRow] }).problems[0]!;

/** Half up in whole numbers: n of base in units of one `parts`-th. */
const halfUp = (n: number, base: number, parts: number) =>
  Number((BigInt(n) * BigInt(2 * parts) + BigInt(base)) / BigInt(2 * base));

const someOf = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));

test('126 of 310 (40.645 %) is published as 0.4065 and shown as 40.6 %', () => {
  const problems = [roundedFigures({ base: 310, n: 126, share: 126 / 310, status: 'shown' })];
  expect(shareTexts(problems[0]!)?.share).toBe('40.6%');
  const tables = { ...NO_TABLES, problems };
  expect([...tableCsv(tables, 'problems')].join('')).toMatch(/,310,126,0\.4065,/);
  expect([...resultsJson(tables)].join('')).toContain('"share":0.4065,');
});

test('a share is shown as if it had never been rounded before, and written with four decimals', () => {
  fc.assert(
    fc.property(someOf(100, 4_000), ([n, base]) => {
      const { share } = roundedFigures({ share: n / base });
      expect(percent(share!, base)).toBe(`${(halfUp(n, base, 1_000) / 10).toFixed(1)}%`);
      expect(written('share', share!)).toBe(Number((n / base).toFixed(4)));
    }),
    { numRuns: 5_000 },
  );
});

test('so it is with whole percent of small bases', () => {
  for (let base = 1; base < 100; base++)
    for (let n = 0; n <= base; n++) {
      const { share } = roundedFigures({ share: n / base });
      expect(percent(share!, base)).toBe(`${halfUp(n, base, 100)}%`);
    }
});

test.each([
  { exact: -0.06046, written: -0.0605, text: '−6.0' },
  { exact: 0.06046, written: 0.0605, text: '+6.0' },
  { exact: 0.06051, written: 0.0605, text: '+6.1' },
  { exact: -0, written: 0, text: '0.0' },
])('a difference of $exact is $text points', ({ exact, written: published, text }) => {
  const { share } = roundedFigures({ share: exact });
  expect(points(share!)).toBe(text);
  expect(written('share', share!)).toBe(published);
});

test('p of 0.12346 is written 0.1235 in tables and 0.123 in words', () => {
  const { p } = roundedFigures({ p: 0.12346 }) as unknown as { p: number };
  expect([written('p', p), pValue(p)]).toEqual([0.1235, '0.123']);
});

test('a figure that is a tie but for what arithmetic loses is rounded up', () => {
  // 37 steps of a two-hundredth, computed as 0.18499999999999997.
  const { share } = roundedFigures({ share: 0.185 - 2 ** -55 });
  expect(percent(share!, 40)).toBe('19%');
});

test('a figure of any size is published with the digits of its column, and none is told apart', () => {
  const figures = { base: 12_345_678, n: -3, share: 123_456_789.12346, p: 0.0000012346 };
  const row = roundedFigures({ ...figures, n_effective: 1.25 }) as unknown as typeof figures;
  const published = Object.entries(row).map(([name, value]) => written(name, value));
  expect(published).toEqual([12_345_678, -3, 123_456_789.1235, 0.000001235, 1.3]);
  // The workbook holds what leans; nobody is to take it for another figure.
  expect([row.share, row.p]).toEqual([123_456_789.123499, 0.00000123499]);
});

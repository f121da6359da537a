import { expect, test } from '@jest/globals';
import type { ClosedRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { divergingColours, isDark } from '../../pipeline/chart/colours.ts';
import { LANGUAGES } from '../../pipeline/survey/text.ts';
import { withScales } from '../report/linked-scales.ts';
import { contrast, type Rgb } from '../support/contrast.ts';
import { dataOf } from './spec-data.ts';
import { warningsFrom } from './warnings.ts';

const POINTS = ['1', '2', '3', '4', '5'];

/** Three scales of one to five and one of one to seven, the first with a hidden point. */
function model(): ReportModel {
  const made = withScales(
    { code: 'A1', mean: 3.5, range: [1, 5] },
    { code: 'A2', mean: 2.5, range: [1, 5] },
    { code: 'A3', mean: 3, range: [1, 5] },
    { code: 'A4', mean: 3, range: [1, 7] },
  );
  const shares = ['A1', 'A2', 'A3'].flatMap((code) =>
    POINTS.map((option): ClosedRow => {
      const hidden = code === 'A1';
      return {
        ...{ round: '2026-q3', question: `scale-${code}`, type: 'scale', group: 'all', value: '' },
        ...{ option, label: option, mean: null, sd: null },
        ...{ base: hidden ? null : 500, n: hidden ? null : 100, share: hidden ? null : 0.2 },
        ...{ low: hidden ? null : 0.17, high: hidden ? null : 0.24 },
        ...{ n_effective: hidden ? null : 500, status: hidden ? 'suppressed' : 'shown' },
      };
    }),
  );
  return { ...made, tables: { ...made.tables, closed: [...made.tables.closed, ...shares] } };
}

const CHARTS = drawCharts(model()).filter((one) => one.kind === 'closed' && /scale/.test(one.name));

test('scales with the same points are rows of one chart, with their means', () => {
  expect(CHARTS.map(({ question }) => question)).toEqual(['scale-A1']);
  const data = dataOf(CHARTS[0]!.specs.en);
  const segments = data.filter((one) => one.start !== undefined);
  expect(segments.map((one) => one.rowName)).toEqual([
    ...POINTS.map(() => '量表A2'),
    ...POINTS.map(() => '量表A3'),
  ]);
  // Half of the middle lies on either side of the common centre.
  expect(segments.filter((one) => one.part === '3').map((one) => one.middle)).toEqual([0, 0]);
  const means = data.filter((one) => one.value !== undefined);
  expect(means.map((one) => [one.row, one.value])).toEqual([
    [0, '3.50'],
    [1, '2.50'],
    [2, '3.00'],
  ]);
});

test('each mark says of which question it is, as the audit needs to know', () => {
  const segments = dataOf(CHARTS[0]!.specs.en).filter((one) => one.start !== undefined);
  expect(new Set(segments.map((one) => one.question))).toEqual(new Set(['scale-A2', 'scale-A3']));
});

test('they draw without a warning', async () => {
  for (const lang of LANGUAGES) expect(await warningsFrom(CHARTS[0]!.specs[lang])).toEqual([]);
});

test.each([3, 5, 7])('of %i points no two that grey print could confuse are alike', (n) => {
  const greys = divergingColours(n).map((colour) =>
    [1, 3, 5]
      .map((at, i) => [0.299, 0.587, 0.114][i]! * Number.parseInt(colour.slice(at, at + 2), 16))
      .reduce((sum, one) => sum + one, 0),
  );
  greys.forEach((grey, at) => {
    const opposite = greys[n - 1 - at]!;
    if (at < (n - 1) / 2) expect(Math.abs(grey - opposite)).toBeGreaterThan(15);
    if (at > 0) expect(Math.abs(grey - greys[at - 1]!)).toBeGreaterThan(10);
  });
});

test.each([2, 3, 4, 5, 6, 7, 9, 10, 11])('figures can be read on each colour of %i points', (n) => {
  for (const colour of divergingColours(n)) {
    const ground = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const text: Rgb = isDark(colour) ? [255, 255, 255] : [0, 0, 0];
    expect(contrast(text, ground as unknown as Rgb)).toBeGreaterThanOrEqual(4.5);
  }
});

test('figures are white on dark colours only', () => {
  expect([isDark('#8c3a0b'), isDark('#1f5f96'), isDark('#a5cbe8'), isDark('#dfe2e6')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

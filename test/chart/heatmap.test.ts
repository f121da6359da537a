import { expect, test } from '@jest/globals';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import { heatmapChart, heatmapWidth } from '../../pipeline/chart/heatmap.ts';
import { panelsOf } from '../../pipeline/chart/panels.ts';
import { pairsTogether } from '../../pipeline/chart/together.ts';
import { MODEL } from '../report/model.ts';
import { dataOf } from './spec-data.ts';

/** What is left of a phone of 360 px beside the margins of the page. */
const PHONE = 328;

test.each(['省直机关事业单位', 'A4 Party-affairs posts unattractive'])(
  'twelve columns fit on a phone, also where they are called %s',
  (name) => {
    for (let n = 1; n <= 12; n += 1) {
      const names = Array(n).fill(name);
      expect(heatmapWidth(names, names)).toBeLessThanOrEqual(PHONE);
    }
  },
);

test('long labels take up more room rather than more lines, where there is room', () => {
  const heightOf = (label: string, columns: number) => {
    const names = Array(columns).fill('B1');
    const chart = heatmapChart([label], names, [names.map(() => null)], {
      ...{ lang: 'en', title: '', reading: '', colour: '#000', rowTitle: '', columnTitle: '' },
    });
    return (chart as unknown as { height: number }).height;
  };
  const [short, long] = ['A6 Funding not guaranteed', 'A4 Party-affairs posts unattractive'];
  expect(heightOf(long, 5)).toBe(heightOf(short, 5));
  expect(heightOf(long, 1)).toBe(heightOf(short, 1));
});

test('more columns than rows are drawn as rows, so that 24 groups fit on a phone', () => {
  const groups = Array.from({ length: 24 }, (_, i) => `省直机关事业单位${i + 1}`);
  const problems = ['经费无保证', '重要性认识不足'];
  expect(heatmapWidth(problems, groups)).toBeLessThanOrEqual(PHONE);
  const cell = { low: null, high: null, base: 50, status: 'shown', strength: null } as const;
  const chart = heatmapChart(
    problems,
    groups,
    problems.map((_, row) => groups.map((_, column) => ({ ...cell, share: (row + column) / 100 }))),
    {
      lang: 'zh-Hans',
      title: '',
      reading: '',
      colour: '#000',
      rowTitle: '问题',
      columnTitle: '群体',
    },
  );
  const found = dataOf(chart).find((one) => one.share === 0.05 && one.columnName === problems[1]);
  expect(found).toMatchObject({ rowName: groups[4], row: 4, column: 1 });
});

test('of pairs only those are coloured that are borne out to meet more often than by chance', () => {
  const panel = panelsOf(MODEL).find(({ taxonomy }) => taxonomy.id === 'organ')!;
  const together = pairsTogether(MODEL, panel)!.map(({ codes }) => codes.toSorted().join());
  const chart = drawCharts(MODEL).find((one) => one.kind === 'pairs' && one.taxonomy === 'organ');
  const cells = dataOf(chart!.specs.en).filter((one) => one.share !== undefined);
  const coloured = cells
    .filter((one) => one.strength === 1)
    .map((one) => [String(one.rowName).slice(0, 2), String(one.columnName)].toSorted().join());
  expect(coloured.toSorted()).toEqual(together.toSorted());
  expect(coloured.length).toBeGreaterThan(0);
  expect(cells.length).toBeGreaterThan(coloured.length);
  expect(new Set(cells.map((one) => one.strength))).toEqual(new Set([0, 1]));
});

import { expect, test } from '@jest/globals';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import { heatmapWidth } from '../../pipeline/chart/heatmap.ts';
import { panelsOf } from '../../pipeline/chart/panels.ts';
import { pairsTogether } from '../../pipeline/chart/together.ts';
import { MODEL } from '../report/model.ts';
import { dataOf } from './spec-data.ts';

/** What is left of a phone of 360 px beside the margins of the page. */
const PHONE = 328;

test('seven columns fit on a phone, whatever they are called', () => {
  expect(heatmapWidth(Array(7).fill('省直机关事业单位'))).toBeLessThanOrEqual(PHONE);
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

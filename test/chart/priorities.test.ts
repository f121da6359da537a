import { expect, test } from '@jest/globals';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { medianOf } from '../../pipeline/chart/priorities.ts';
import { severityOf } from '../../pipeline/chart/severity.ts';
import { LANGUAGES } from '../../pipeline/survey/text.ts';
import { withScales } from '../report/linked-scales.ts';
import { dataOf } from './spec-data.ts';
import { warningsFrom } from './warnings.ts';

const FIVE = [1, 5] as const;
const THREE = withScales(
  { code: 'A1', mean: 3.4, range: FIVE },
  { code: 'A4', mean: 2.2, range: FIVE },
  { code: 'A6', mean: 4.1, range: FIVE },
);

function mapOf(model: ReportModel) {
  return drawCharts(model).find((one) => one.kind === 'priorities') ?? null;
}

const pointsOf = (model: ReportModel) =>
  dataOf(mapOf(model)!.specs.en).filter((one) => one.severity !== undefined && 'name' in one);

test('a problem stands at its published share and the mean of its scale, lower means higher up', () => {
  const shareOf = (code: string) =>
    THREE.tables.problems.find(
      (row) => row.code === code && row.round === '2026-q3' && row.group === 'all',
    )!.share!;
  const points = pointsOf(THREE);
  const found = points.map(({ name, share, severity }) => [
    String(name).slice(0, 2),
    share,
    severity,
  ]);
  const rounded = (share: number) => Math.round(share * 1e4) / 1e4;
  expect(found).toEqual([
    ['A1', rounded(shareOf('A1')), 3.4],
    ['A4', rounded(shareOf('A4')), 2.2],
    ['A6', rounded(shareOf('A6')), 4.1],
  ]);
  expect(points[1]).toMatchObject({ mild: 2.1, grave: 2.3, mean: '2.20', scale: '量表A4' });
  const spec = JSON.stringify(mapOf(THREE)!.specs.en);
  expect(spec).toContain('"reverse":true');
  expect(spec).toContain('lower mean (1–5): more severe');
});

test('means of a group or of an earlier round have no place on the map', () => {
  const { closed } = THREE.tables;
  const scales = closed.filter((row) => row.type === 'scale').map((row) => ({ ...row, mean: 1.5 }));
  const others = [
    ...scales.map((row) => ({ ...row, group: 'unit_type', value: '省直机关' })),
    ...scales.map((row) => ({ ...row, round: '2026-q2' })),
  ];
  const more = { ...THREE, tables: { ...THREE.tables, closed: [...others, ...closed] } };
  expect(pointsOf(more)).toEqual(pointsOf(THREE));
});

test('lines stand at the medians of the problems shown', () => {
  const lines = dataOf(mapOf(THREE)!.specs.en).filter((one) => Object.keys(one).join() === 'at');
  const shares = pointsOf(THREE).map((one) => Number(one.share));
  expect(lines).toEqual([{ at: shares.toSorted((a, b) => a - b)[1] }, { at: 3.4 }]);
});

test('scales of different ranges are set on one axis by how far they are from their best point', () => {
  const mixed = withScales(
    { code: 'A1', mean: 3, range: FIVE },
    { code: 'A4', mean: 2.5, range: [0, 10] },
    { code: 'A6', mean: 4, range: FIVE },
  );
  // (5 − 3) / 4, (10 − 2.5) / 10, (5 − 4) / 4.
  expect(pointsOf(mixed).map((one) => one.severity)).toEqual([0.5, 0.75, 0.25]);
  expect(JSON.stringify(mapOf(mixed)!.specs.en)).toContain('"reverse":false');
});

test('there is no map of fewer than three problems, hidden ones left out', () => {
  const [a, b] = [
    { code: 'A1', mean: 3.4, range: FIVE },
    { code: 'A4', mean: 2.2, range: FIVE },
  ];
  expect(mapOf(withScales(a, b))).toBeNull();
  expect(mapOf(withScales(a, b, { code: 'A6', mean: null, range: FIVE }))).toBeNull();
  expect(mapOf(withScales(a, b, { code: 'B1', mean: 3, range: FIVE }))).toBeNull();
});

test('draws without a warning, also with scales of different ranges', async () => {
  const mixed = withScales(
    { code: 'A1', mean: 3, range: FIVE },
    { code: 'A4', mean: 1, range: FIVE },
    { code: 'A6', mean: 10, range: [0, 10] },
  );
  for (const lang of LANGUAGES) {
    expect(await warningsFrom(mapOf(THREE)!.specs[lang])).toEqual([]);
    expect(await warningsFrom(mapOf(mixed)!.specs[lang])).toEqual([]);
  }
});

test('warns in three languages that the figures come from different questions', () => {
  const { readings } = mapOf(THREE)!;
  expect(readings['zh-Hans']).toContain('出自不同的题目');
  expect(readings['zh-Hant']).toContain('出自不同的題目');
  expect(readings.en).toContain('come from different questions');
});

test.each([
  { numbers: [3], median: 3 },
  { numbers: [9, 1, 4], median: 4 },
  { numbers: [8, 1, 2, 4], median: 3 },
])('the median of $numbers is $median', ({ numbers, median }) => {
  expect(medianOf(numbers)).toBe(median);
});

test('the best point is not severe at all, the worst wholly', () => {
  expect([5, 3, 1].map((mean) => severityOf(mean, [1, 5]))).toEqual([0, 0.5, 1]);
});

import { expect, test } from '@jest/globals';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { panelsOf } from '../../pipeline/chart/panels.ts';
import { innermostGroups, problemFunnels, unitFunnel } from '../../pipeline/chart/units.ts';
import { MODEL } from '../report/model.ts';
import { dataOf } from './spec-data.ts';
import { warningsFrom } from './warnings.ts';

const NOTHING = { base: null, n: null, share: null, low: null, high: null, n_effective: null };

function row(value: string, share: number | null, code = 'organ'): ProblemRow {
  const figures =
    share === null
      ? { ...NOTHING, status: 'suppressed' as const }
      : {
          ...{ base: 120, n: Math.round(share * 120), share, low: share - 0.1, high: share + 0.1 },
          ...{ n_effective: 100, status: 'shown' as const },
        };
  return {
    ...{ round: '2026-q3', question: 'problems', taxonomy: 'organ', value },
    ...{ group: value === '' ? 'all' : 'unit', code, level: code === 'organ' ? 0 : 1 },
    ...{ label: code, ...figures },
  };
}

function modelOf(...problems: readonly ProblemRow[]): ReportModel {
  return { ...MODEL, tables: { ...MODEL.tables, problems } };
}

const unit = (name: string) => `省直机关/${name}`;

/** The whole is at 0.5 and every unit has 100: limits 0.402 and 0.598, 0.345 and 0.655. */
const SIX = modelOf(
  row('', 0.5),
  row(unit('甲处'), 0.59),
  row(unit('乙处'), 0.61),
  row(unit('丙处'), 0.66),
  row(unit('丁处'), 0.39),
  row(unit('戊处'), 0.34),
  row(unit('己处'), 0.41),
);

function funnelOf(model: ReportModel) {
  const [panel] = panelsOf(model);
  return unitFunnel(panel!, innermostGroups(model)[0]!, 'organ');
}

test('units whose figures are not published are counted, not drawn', () => {
  const some = funnelOf({
    ...SIX,
    tables: { ...SIX.tables, problems: [...SIX.tables.problems, row(unit('庚处'), null)] },
  })!;
  expect(some.units).toHaveLength(6);
  expect([funnelOf(SIX)!.hidden, some.hidden]).toEqual([0, 1]);
});

test('a unit is outside where chance alone would not put a share of its size', () => {
  const found = funnelOf(SIX)!.units.map((one) => [one.value.slice(-2), one.standing]);
  expect(found).toEqual([
    ['甲处', 'within'],
    ['乙处', 'above'],
    ['丙处', 'far-above'],
    ['丁处', 'below'],
    ['戊处', 'far-below'],
    ['己处', 'within'],
  ]);
});

test('only units beyond the outer limits are named on the chart; tooltips tell all', () => {
  const chart = drawCharts(SIX).find((one) => one.kind === 'units')!;
  const data = dataOf(chart.specs['zh-Hans']);
  expect(data.flatMap((one) => one.label ?? [])).toEqual(['丙处', '戊处']);
  const points = data.filter((one) => one.share !== undefined);
  expect(points.map((one) => one.name)).toEqual(['甲处', '乙处', '丙处', '丁处', '戊处', '己处']);
  expect(points[2]).toMatchObject({ value: '66.0%', interval: '56.0%–76.0%', base: 120, n: 100 });
});

test('the curves are the limits, cut off at the edges of the plot', () => {
  const chart = drawCharts(SIX).find((one) => one.kind === 'units')!;
  const curves = dataOf(chart.specs.en).filter((one) => one.size !== undefined);
  // At n = 112: √(0.25 / 112) = 0.047246, times 1.959964 and 3.090232.
  expect(curves.at(-1)).toMatchObject({ size: 112, target: 0.5, low: 0.4074, high: 0.5926 });
  expect(curves.at(-1)).toMatchObject({ lowest: 0.354, highest: 0.646 });
});

test('hidden units and respondents of no unit are neither drawn nor counted', () => {
  const more = [row(unit('密处'), null), row('省直机关/(未填)', 0.9), row('省直机关/大处', 0.5)];
  const model = modelOf(...SIX.tables.problems, ...more);
  expect(funnelOf(model)!.units).toHaveLength(7);
  const chart = drawCharts(model).find((one) => one.kind === 'units')!;
  expect(JSON.stringify(dataOf(chart.specs['zh-Hans']))).not.toMatch(/密处|未填|null/);
});

test('only the latest round is drawn', () => {
  const before = SIX.tables.problems.map((line) => ({ ...line, round: '2026-q2', share: 0.9 }));
  expect(funnelOf(modelOf(...before, ...SIX.tables.problems))).toEqual(funnelOf(SIX));
});

test('no funnel without a published whole, nor of fewer than five units', () => {
  const [, ...units] = SIX.tables.problems;
  expect(funnelOf(modelOf(row('', null), ...units))).toBeNull();
  expect(funnelOf(modelOf(row('', 0.5), ...units.slice(0, 5)))).not.toBeNull();
  expect(funnelOf(modelOf(row('', 0.5), ...units.slice(0, 4), row(unit('庚处'), null)))).toBeNull();
  const few = modelOf(row('', 0.5), ...units.slice(0, 4));
  expect(drawCharts(few).filter((one) => one.kind === 'units')).toEqual([]);
});

test('units are the values of the group that no other lies within', () => {
  expect(innermostGroups(MODEL).map((one) => one.id)).toEqual(['unit']);
});

test('small multiples show the four most common problems, in the order of the main chart', () => {
  const [panel] = panelsOf(MODEL);
  const shown = problemFunnels(panel!, innermostGroups(MODEL)[0]!).map((one) => one.code);
  expect(shown).toEqual(panel!.order.slice(0, 4));
  const chart = drawCharts(MODEL).find((one) => one.kind === 'unit-problems')!;
  const heads = [...new Set(dataOf(chart.specs.en).map((one) => String(one.panel).slice(0, 2)))];
  expect(heads).toEqual(shown);
});

test('a chart says which more common problems it does not draw, and is not called after them', () => {
  const own = (code: string, share: number, shownUnits: number) =>
    SIX.tables.problems.map((line, i) => ({
      ...line,
      ...{ code, level: 1 as const },
      ...(i === 0 ? { share } : {}),
      ...(i > shownUnits ? { ...NOTHING, status: 'suppressed' as const } : {}),
    }));
  const of = (...rows: readonly ProblemRow[]) =>
    drawCharts(modelOf(...rows)).find(({ kind }) => kind === 'unit-problems');
  const some = of(...own('A1', 0.6, 4), ...own('A2', 0.4, 6), ...own('A3', 0, 6))!;
  expect(some.titles['zh-Hans']).toContain('可以比较的几类问题');
  expect(some.readings['zh-Hans']).toContain('A1 重要性认识不足也较常见，但公布数字的');
  // Nobody mentioned A3: nothing in it to compare.
  expect(JSON.stringify(some.specs.en)).not.toContain('A3');
  const all = of(...own('A1', 0.6, 6), ...own('A2', 0.4, 4))!;
  expect(all.titles['zh-Hans']).toContain('最常见的几类问题');
  expect(all.readings['zh-Hans']).not.toContain('未画出');
});

test('a funnel of one problem alone keeps its name and draws without a warning', async () => {
  const one = SIX.tables.problems.map((line) => ({ ...line, code: 'A1', level: 1 as const }));
  const chart = drawCharts(modelOf(...one)).find(({ kind }) => kind === 'unit-problems')!;
  expect(JSON.stringify(chart.specs.en)).toContain('A1 Importance not recognised\\nwhole 50.0%');
  expect(await warningsFrom(chart.specs.en)).toEqual([]);
});

test('says how to read it in three languages, and ranks nobody', () => {
  const { readings, titles } = drawCharts(SIX).find((one) => one.kind === 'units')!;
  expect(readings['zh-Hans']).toContain('不超出偶然所能造成的范围');
  expect(readings['zh-Hant']).toContain('不超出偶然所能造成的範圍');
  expect(readings.en).toContain('differ by no more than chance would make them');
  const said = JSON.stringify([readings, titles]);
  expect(said).not.toMatch(/best|worst|最好|最差|最优|最優|排名|rank/i);
});

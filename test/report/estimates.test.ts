import { expect, test } from '@jest/globals';
import type { PanelRow, ResponseRow, SensitivityRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import type { ReportModel } from '../../pipeline/chart/model.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import type { Manifest } from '../../pipeline/report/manifest.ts';
import { changes } from '../../pipeline/report/sections/changes.ts';
import { method } from '../../pipeline/report/sections/method.ts';
import { response } from '../../pipeline/report/sections/response.ts';
import { sensitivity } from '../../pipeline/report/sections/sensitivity.ts';
import type { Lang } from '../../pipeline/survey/text.ts';
import { MANIFEST, MODEL } from './model.ts';

function contextOf(
  lang: Lang,
  tables: Partial<ReportModel['tables']>,
  manifest: Manifest = MANIFEST,
) {
  const model = { ...MODEL, tables: { ...MODEL.tables, ...tables } };
  const contexts = contextsOf(model, drawCharts(model), manifest, new Map());
  return contexts.find((one) => one.lang === lang)!;
}

const textOf = (content: unknown) =>
  String(html`${content as never}`)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const POPULATION = { file: 'units.csv', sha256: '0'.repeat(64) };

function rate(value: string, population: number | null, n: number | null): ResponseRow {
  const isKnown = population !== null && n !== null;
  return {
    ...{ round: '2026-q3', group: value === '' ? 'all' : 'unit_type', value, population },
    ...{ respondents: n, rate: isKnown ? n / population : null },
    status: n === null ? 'suppressed' : population === null ? 'no-base' : 'shown',
  };
}

test('response rates stand with what they are rates of, and hidden ones are called hidden', () => {
  const rows = [rate('', 4000, 1000), rate('省直机关', 500, 120), rate('乡镇', 90, null)];
  const context = contextOf('en', { response: rows }, { ...MANIFEST, population: POPULATION });
  const text = textOf(response(context)!.body);
  expect(text).toContain('a share of the population (units.csv)');
  expect(text).toContain('25.0% 1,000 / 4,000');
  expect(text).toContain('省直机关 24.0% 120 / 500');
  expect(text).toContain('乡镇 hidden');
  expect(text).not.toContain('above 100%');
  expect(response(contextOf('en', { response: [] }))).toBeNull();
});

test('a rate above 100 % is shown and asked about', () => {
  const context = contextOf(
    'en',
    { response: [rate('', 400, 500)] },
    { ...MANIFEST, population: POPULATION },
  );
  expect(textOf(response(context)!.body)).toContain('A rate above 100%');
});

function variant(code: string, share: number | null, difference: number | null): SensitivityRow {
  return {
    ...{ round: '2026-q3', question: 'problems', taxonomy: 'organ', code, level: 1 },
    ...{ variant: 'unflagged', base: 600, n: 60, share, low: 0.1, high: 0.3, n_effective: 600 },
    ...{ difference, status: share === null ? 'suppressed' : 'shown' },
  };
}

test('each problem stands beside what another way would give, and how far that is off', () => {
  const rows = [variant('A1', 0.213, -0.012), variant('A2', null, null)];
  const text = textOf(sensitivity(contextOf('en', { sensitivity: rows }))!.body);
  expect(text).toContain('21.3% (−1.2)');
  expect(text).toContain('Without flagged');
  expect(text).not.toContain('Terms alone');
});

test('where nothing can differ that is said', () => {
  expect(textOf(sensitivity(contextOf('zh-Hans', {}))!.body)).toContain('最近一轮没有可比的数字');
});

test('changes of the same people are told in pairs', () => {
  const row: PanelRow = {
    ...{ question: 'problems', taxonomy: 'organ', code: 'A1', level: 1, n: 240 },
    ...{ from: '2026-q2', to: '2026-q3', share_from: 0.2, share_to: 0.3, difference: 0.1 },
    ...{ low: 0.04, high: 0.16, p: 0.001, p_adjusted: 0.004, change: 'up', shown: 'yes' },
  };
  const text = textOf(changes(contextOf('en', { panel: [row] })).body);
  expect(text).toContain('McNemar’s exact one');
  expect(text).toContain('240 20.0% → 30.0% +10.0 +4.0 … +16.0 0.004');
  expect(textOf(changes(contextOf('en', {})).body)).not.toContain('McNemar');
});

test('the method says how weights were computed and how the sample was drawn', () => {
  const manifest: Manifest = {
    ...MANIFEST,
    settings: { ...MANIFEST.settings, design: 'stratum cluster' },
    weighting: [
      {
        ...{ round: '2026-q3', method: 'rake', by: ['unit_type'], iterations: 4, deviation: 0 },
        ...{ trimmed: 7, unplaced: 0, unreached: 0, design_effect: 1.456 },
      },
    ],
  };
  const text = textOf(method(contextOf('zh-Hans', {}, manifest)).body).replaceAll(' ', '');
  expect(text).toContain('按单位类型的总体人数计算权重（边际加权，raking）');
  expect(text).toContain('设计效应1.46，截尾7份');
  expect(text).toContain('抽样设计计入层、群');
});

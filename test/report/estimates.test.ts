import { expect, test } from '@jest/globals';
import type { PanelRow, ResponseRow, SensitivityRow } from '../../pipeline/aggregate/tables.ts';
import type { Weighting } from '../../pipeline/aggregate/weighting.ts';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import type { ReportModel } from '../../pipeline/chart/model.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import type { Manifest } from '../../pipeline/report/manifest.ts';
import { changes } from '../../pipeline/report/sections/changes.ts';
import { header } from '../../pipeline/report/sections/header.ts';
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

test('rates tell whom they leave out, and rounds without head-counts', () => {
  const none: ResponseRow = { ...rate('', null, 900), round: '2026-q2' };
  const used = MODEL.tables.rows
    .filter(({ round }) => round === '2026-q3')
    .reduce((sum, row) => sum + row.used, 0);
  const manifest = { ...MANIFEST, population: POPULATION };
  const context = contextOf('zh-Hans', { response: [none, rate('', 4000, used - 12)] }, manifest);
  const text = textOf(response(context)!.body).replaceAll(' ', '');
  expect(text).toContain('2026年二季度没有总体人数，不计算回收率');
  expect(text).toContain('2026年三季度有12份答卷所在的组没有总体人数，未计入全体的回收率');
  const unknown: ResponseRow = { ...rate('', 4000, used), rate: null, status: 'no-base' };
  expect(textOf(response(contextOf('en', { response: [unknown] }, manifest))!.body)).toContain(
    'some respondents are in units without population figures, so there is no rate of all',
  );
});

test('the rate of the latest round stands at the head of the report, if it has one', () => {
  const [latest, earlier] = [rate('', 4000, 1000), rate('', 2000, 900)];
  const text = (rows: readonly ResponseRow[]) =>
    textOf(header(contextOf('zh-Hans', { response: rows }))).replaceAll(' ', '');
  const both = text([{ ...earlier, round: '2026-q2' }, latest]);
  expect(both).toContain('份有效答卷，回收率25.0%（1,000/4,000）');
  expect(both.match(/回收率/g)).toHaveLength(1);
  expect(text([rate('', 4000, null)])).not.toContain('回收率');
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

const PAIR: PanelRow = {
  ...{ question: 'problems', taxonomy: 'organ', code: 'A1', level: 1, n: 240 },
  ...{ from: '2026-q2', to: '2026-q3', share_from: 0.2, share_to: 0.3, difference: 0.1 },
  ...{ low: 0.04, high: 0.16, p: 0.001, p_adjusted: 0.004, change: 'up', shown: 'yes' },
};
const NOBODY: PanelRow = {
  ...PAIR,
  ...{ n: 0, share_from: null, share_to: null, difference: null, low: null, high: null },
  ...{ p: null, p_adjusted: null, change: '', shown: 'no' },
};

function panelText(
  lang: Lang,
  panel: readonly PanelRow[],
  recurring: ReportModel['recurring'] = [],
): string {
  const context = contextOf(lang, { panel });
  return textOf(changes({ ...context, model: { ...context.model, recurring } }).body);
}

test('tables of pairs name their rounds: the latest two, then the first and the latest', () => {
  const text = panelText('zh-Hans', [{ ...PAIR, from: '2026-q1', n: 99 }, PAIR]);
  const two = text.indexOf('同一人前后比较：2026年二季度与2026年三季度');
  const ends = text.indexOf('同一人前后比较：2026年一季度与2026年三季度');
  expect(two).toBeGreaterThan(-1);
  expect(ends).toBeGreaterThan(two);
  expect(text).toContain('按编号把2026年一季度与2026年三季度都作了实质性回答的人');
});

test('a panel in which nobody recurs says so instead of hiding lines', () => {
  for (const [lang, words] of [
    ['zh-Hans', '没有一个编号在两轮都作了实质性回答'],
    ['zh-Hant', '沒有一個編號在兩輪都作了實質性回答'],
    ['en', 'no id has a substantive answer in both'],
  ] as const) {
    const text = panelText(lang, [NOBODY]);
    expect(text).toContain(words);
    expect(text).not.toContain('McNemar');
  }
  expect(panelText('en', [{ ...NOBODY, n: null }])).not.toContain('no id has');
});

test('pairs stand with how many ids recur, and a warning where they seem to be other people', () => {
  const found = { from: '2026-q2', to: '2026-q3', ids: 1800, agreeing: 450, doubtful: true };
  const text = panelText('zh-Hans', [PAIR], [found]);
  expect(text).toContain('有 1,800 个编号相同。其中 25.0% 的所属分组（单位类型）前后相同。');
  expect(text).toContain('可能不是同一人（如平台自动生成的序号）');
  const hidden = panelText('en', [PAIR], [{ ...found, ids: null, agreeing: null }]);
  expect(hidden).toContain('may not be the same person');
  expect(hidden).not.toMatch(/ids occur|same groups/);
  const sure = panelText('en', [PAIR], [{ ...found, agreeing: 1750, doubtful: false }]);
  expect(sure).toContain('97.2% of them are in the same groups in both (unit type).');
  expect(sure).not.toContain('Warning');
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
  expect(text).not.toContain('加权后仍与总体不一致');
  expect(text).not.toContain('没有填写加权所用的分组');
});

test.each([
  ['deviation', { deviation: 0.061 }, '相差最多6.1%'],
  ['unreached', { unreached: 0.0502 }, '总体中5.0%的人所在的组没有答卷'],
])('the method warns of weights that miss the population: %s', (_, by, says) => {
  const base = { round: '2026-q3', method: 'rake', by: ['unit_type'], iterations: 4 } as const;
  const figures = { deviation: 0.05, trimmed: 7, unplaced: 0, unreached: 0.05, design_effect: 1.4 };
  const textFor = (more: Partial<Weighting>) => {
    const weighting = [{ ...base, ...figures, ...more }];
    const context = contextOf('zh-Hans', {}, { ...MANIFEST, weighting });
    return textOf(method(context).body).replaceAll(' ', '');
  };
  expect(textFor(by)).toContain(says);
  expect(textFor(by)).toContain('2026年三季度加权后仍与总体不一致');
  expect(textFor({})).not.toContain('加权后仍与总体不一致');
  expect(textFor({ unplaced: 8 })).toContain('有8份答卷没有填写加权所用的分组');
  expect(textFor({ unplaced: null })).toContain('有的答卷没有填写加权所用的分组');
});

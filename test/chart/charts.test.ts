import { expect, test } from '@jest/globals';
import { compile } from 'vega-lite';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { LANGUAGES } from '../../pipeline/survey/text.ts';
import { hostile } from '../report/hostile.ts';
import { MODEL } from '../report/model.ts';
import { NO_TABLES } from '../support/tables.ts';
import { dataOf } from './spec-data.ts';
import { warningsFrom } from './warnings.ts';

const charts = drawCharts(MODEL);

test.each(charts.map((chart) => [chart.name, chart] as const))(
  '%s draws without a warning',
  async (_name, chart) => {
    for (const lang of LANGUAGES) expect(await warningsFrom(chart.specs[lang])).toEqual([]);
  },
);

test('the helper sees a warning', async () => {
  const said = await warningsFrom({
    data: { values: [{ a: 1 }] },
    mark: 'bar',
    encoding: { x: { field: 'a', type: 'quantitative' }, shape: { field: 'a', type: 'nominal' } },
  });
  expect(said.join()).toMatch(/shape/);
});

test('a spec stands alone: it names its schema, has a title and holds its data', () => {
  for (const { specs } of charts) {
    const spec = specs['zh-Hans'] as { $schema?: string; title?: unknown };
    expect(spec.$schema).toBe('https://vega.github.io/schema/vega-lite/v6.json');
    expect(spec.title).toBeDefined();
    expect(JSON.stringify(spec)).not.toContain('"url"');
  }
});

test('every chart has its own file name, of letters, digits and dashes', () => {
  const strange = drawCharts({
    ...MODEL,
    survey: {
      ...MODEL.survey,
      questions: MODEL.survey.questions.map((one, at) =>
        one.type === 'single' || one.type === 'multiple'
          ? { ...one, id: `../q${'?'.repeat(at)}` }
          : one,
      ),
    },
    tables: {
      ...MODEL.tables,
      closed: MODEL.tables.closed.map((row) =>
        row.question === 'reasons'
          ? { ...row, question: '../q??' }
          : row.question === 'role'
            ? { ...row, question: '../q???' }
            : row,
      ),
    },
  });
  const names = strange.map((chart) => chart.name);
  expect(names.filter((name) => name.startsWith('closed-q'))).toEqual(['closed-q', 'closed-q-2']);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}-]+$/u);
});

test('a hidden cell has no figure in any spec', () => {
  // A number of its own for every hidden cell would have to come from somewhere: none may be.
  for (const { specs } of charts) {
    for (const datum of dataOf(specs['zh-Hans'])) {
      // What is told of other figures may be hidden too, each for itself.
      const others = { toldPrevious: 'previous', toldBeside: 'beside' };
      for (const [told, figure] of Object.entries(others)) {
        if (datum[told] === '隐去') expect(datum[figure] ?? null).toBeNull();
      }
      const marked = Object.entries(datum).some(
        ([key, value]) => value === '隐去' && !Object.hasOwn(others, key),
      );
      if (!marked) continue;
      const allowed = ['row', 'column', 'order', 'previous', 'beside'];
      const numbers = Object.entries(datum).filter(
        ([key, value]) => typeof value === 'number' && !allowed.includes(key),
      );
      expect(numbers).toEqual([]);
    }
  }
});

test('hidden cells are marked as hidden, and places without respondents are not', () => {
  const heat = charts.find((one) => one.kind === 'groups' && one.taxonomy === 'grassroots');
  const cells = dataOf(heat!.specs.en).filter((one) => one.columnName === '国有企业');
  expect(cells.map((one) => one.text)).toContain('hidden');
  const empty = drawCharts(withoutRespondents('国有企业')).find(
    (one) => one.kind === 'groups' && one.taxonomy === 'grassroots',
  );
  const none = dataOf(empty!.specs.en).filter((one) => one.columnName === '国有企业');
  expect(new Set(none.map((one) => one.text))).toEqual(new Set(['—']));
});

test('problems keep the order of the main chart in every chart', () => {
  const labels = (kind: string) => {
    const chart = charts.find((one) => one.kind === kind && one.taxonomy === 'organ');
    const names = dataOf(chart!.specs.en).flatMap(
      (one) => one.name ?? one.rowName ?? one.panel ?? [],
    );
    return [...new Set(names.map((name) => String(name).slice(0, 2)))];
  };
  const main = labels('problems');
  expect(main).toHaveLength(8);
  expect(labels('groups')).toEqual(main);
  expect(labels('trends')).toEqual(main);
});

test('only changes with a verdict carry an arrow in the small multiples', () => {
  const chart = charts.find((one) => one.kind === 'trends' && one.taxonomy === 'organ');
  const heads = new Set(dataOf(chart!.specs.en).flatMap((one) => one.panel ?? []));
  const told = [...heads].map(String).filter((head) => /[▲▼]/.test(head));
  expect(told).toEqual(['A6 Funding\nnot guaranteed\n▼ since Q2 2026\n▼ since Q1 2026']);
});

test('texts of the data never become part of an expression', () => {
  for (const { specs } of drawCharts(hostile(MODEL))) {
    for (const lang of LANGUAGES) {
      const found = expressionsIn(compile(specs[lang]).spec);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((one) => one.includes('ran='))).toEqual([]);
    }
  }
});

test('draws nothing from no data', () => {
  expect(drawCharts({ ...MODEL, tables: NO_TABLES })).toEqual([]);
});

test('does not touch its input', () => {
  const frozen = deepFreeze(structuredClone({ tables: MODEL.tables }));
  expect(drawCharts({ ...MODEL, ...frozen })).toEqual(charts);
});

/** Every string that Vega would run as an expression. */
function expressionsIn(spec: unknown): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap(expressionsIn);
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) => {
    if (key === 'values') return [];
    const runs = ['signal', 'expr', 'test', 'init', 'update', 'events'].includes(key);
    return runs && typeof value === 'string' ? [value] : expressionsIn(value);
  });
}

function withoutRespondents(value: string): ReportModel {
  return {
    ...MODEL,
    tables: {
      ...MODEL.tables,
      problems: MODEL.tables.problems.map((row) =>
        row.value === value
          ? {
              ...row,
              base: null,
              n: null,
              share: null,
              low: null,
              high: null,
              n_effective: null,
              status: 'no-base',
            }
          : row,
      ),
    },
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

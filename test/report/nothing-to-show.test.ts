import { expect, test } from '@jest/globals';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import { pairs } from '../../pipeline/report/sections/pairs.ts';
import { themes } from '../../pipeline/report/sections/themes.ts';
import { MANIFEST, MODEL } from './model.ts';

const SECTIONS = { pairs, themes };

function sectionOf(model: ReportModel, id: keyof typeof SECTIONS): string | null {
  const [context] = contextsOf(model, drawCharts(model), MANIFEST, new Map());
  const found = SECTIONS[id](context!);
  return found === null ? null : String(html`${found.body}`);
}

test('pairs that nobody mentioned are not among the most common', () => {
  const [first, second, ...rest] = MODEL.tables.pairs.filter((row) => row.status === 'shown');
  const none = (row: (typeof rest)[number]) => ({ ...row, n: 0, share: 0, low: 0, high: 0.01 });
  const model = (rows: typeof rest) => ({ ...MODEL, tables: { ...MODEL.tables, pairs: rows } });
  const some = sectionOf(model([first!, second!, ...rest.map(none)]), 'pairs');
  expect(some?.match(/<tr><th scope="row">[^<]*/g)).toHaveLength(2);
  expect(sectionOf(model([first!, second!, ...rest].map(none)), 'pairs')).toBeNull();
});

test('themes are shown where they join several taxonomies, and not of one alone', () => {
  expect(sectionOf(MODEL, 'themes')).not.toBeNull();
  const problems = MODEL.tables.problems.filter((row) => row.taxonomy === 'organ');
  const alone = { ...MODEL, tables: { ...MODEL.tables, problems } };
  expect(sectionOf(alone, 'themes')).toBeNull();
  expect(drawCharts(alone).filter(({ kind }) => kind.startsWith('theme'))).toEqual([]);
});

/**
 * Every kind of chart as the report draws it, compared with the drawing in charts/.
 *
 * `UPDATE=1 npm run jest -- test/golden` writes them anew; look at each that differs in a browser
 * before you commit it.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { TopLevelSpec } from 'vega-lite';
import type { ClosedRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import type { ChartKind } from '../../pipeline/chart/named-chart.ts';
import { staticSvg } from '../../pipeline/report/static-svg.ts';
import { withScales } from '../report/linked-scales.ts';
import { figures } from '../report/model.ts';
import { canvass } from '../support/cli.ts';
import { goldenSvg } from '../support/golden-svg.ts';

const here = import.meta.dirname;
const LANG = 'zh-Hans';

/** The drawings by kind of chart; closed questions have three looks. */
const DRAWN: Readonly<Record<ChartKind, readonly string[]>> = {
  problems: ['problems-problem-workshop'],
  trends: ['trends-problem-workshop', 'trends-problems-grassroots'],
  groups: ['groups-problem-workshop-shop'],
  subproblems: ['subproblems-problem-workshop-1'],
  closed: ['closed-mood', 'closed-wish', 'closed-scale-A1'],
  coding: ['coding-problems'],
  units: ['units-problems-organ-unit'],
  'unit-problems': ['unit-problems-problems-organ-unit'],
  priorities: ['priorities-problems-organ'],
  pairs: ['pairs-problems-grassroots'],
  themes: ['themes-problems'],
  'theme-groups': ['theme-groups-problems-unit-type'],
};

/** What a run of the two rounds publishes, in Chinese. */
function published(): readonly (readonly [string, TopLevelSpec])[] {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  cpSync(join(here, 'two-rounds', 'input'), folder, { recursive: true });
  const file = join(folder, 'survey.yaml');
  const survey = readFileSync(file, 'utf8');
  writeFileSync(file, survey.replace('languages: [en]', `languages: [${LANG}]`));
  const out = join(folder, 'output');
  const { status, stderr } = canvass(['run', folder, '--out', out]);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return readdirSync(join(out, 'charts')).map((name) => [
    name.replace(/\.vl\.json$/, ''),
    JSON.parse(readFileSync(join(out, 'charts', name), 'utf8')) as TopLevelSpec,
  ]);
}

/** Three scales that measure problems. */
function made(): ReportModel {
  const scales = [
    { code: 'A1', mean: 3.42, shares: [0.06, 0.13, 0.29, 0.37, 0.15] },
    { code: 'A4', mean: 2.52, shares: [0.2, 0.31, 0.28, 0.19, 0.02] },
    { code: 'A6', mean: 4.05, shares: [0.02, 0.05, 0.18, 0.36, 0.39] },
  ];
  const model = withScales(...scales.map((one) => ({ ...one, range: [1, 5] as const })));
  const points = scales.flatMap(({ code, shares }) =>
    shares.map((share, at): ClosedRow => {
      const option = String(at + 1);
      return {
        ...{ round: '2026-q3', question: `scale-${code}`, group: 'all', value: '' },
        ...{ type: 'scale', option, label: option, mean: null, sd: null },
        ...figures(share, 900),
      };
    }),
  );
  const { tables } = model;
  return { ...model, tables: { ...tables, closed: [...tables.closed, ...points] } };
}

const specs = new Map<string, TopLevelSpec>([
  ...published(),
  ...drawCharts(made()).map(({ name, specs }) => [name, specs[LANG]] as const),
]);

test.each(Object.values(DRAWN).flat())('%s looks as in its golden drawing', async (name) => {
  const spec = specs.get(name);
  if (spec === undefined) throw new Error(`no chart is called ${name}`);
  const actual = goldenSvg(String(await staticSvg(spec)));
  const file = join(here, 'charts', `${name}.svg`);
  if (process.env.UPDATE === '1' && process.env.CI !== 'true') {
    mkdirSync(join(here, 'charts'), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(existsSync(file)).toBe(true);
  expect(actual).toBe(readFileSync(file, 'utf8'));
});

test('no golden drawing is left of a chart that is no more', () => {
  const drawings = readdirSync(join(here, 'charts')).map((name) => name.replace(/\.svg$/, ''));
  expect(drawings.toSorted()).toEqual(Object.values(DRAWN).flat().toSorted());
});

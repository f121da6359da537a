import { expect, test } from '@jest/globals';
import type { ScaleRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import { closed } from '../../pipeline/report/sections/closed.ts';
import { priorities } from '../../pipeline/report/sections/priorities.ts';
import { units } from '../../pipeline/report/sections/units.ts';
import { hostile } from './hostile.ts';
import { withScales } from './linked-scales.ts';
import { MANIFEST, MODEL, madeUpTables } from './model.ts';

const SCALES = withScales(
  { code: 'A1', mean: 3.4, range: [1, 5] },
  { code: 'A4', mean: 2.2, range: [1, 5] },
  { code: 'A6', mean: 4.1, range: [1, 5] },
);

/** One unit far above the others: 70 % where the whole has some 42 %. */
const FAR: ReportModel = {
  ...SCALES,
  tables: {
    ...SCALES.tables,
    problems: SCALES.tables.problems.map((row) =>
      row.group === 'unit' && row.code === 'A1' && row.value === '省直机关/第8处'
        ? { ...row, base: 120, n: 84, share: 0.7, low: 0.61, high: 0.77, n_effective: 110 }
        : row,
    ),
  },
};

const SECTIONS = { units, priorities, closed };

/** The text of a section, or nothing where there is none. */
function sectionOf(model: ReportModel, id: keyof typeof SECTIONS, lang: string): string {
  const contexts = contextsOf(model, drawCharts(model), MANIFEST, new Map());
  const found = SECTIONS[id](contexts.find((one) => one.lang === lang)!);
  return found === null ? '' : String(html`${found.body}`);
}

test('units stand beside the whole where there are enough, problems on the map where scales are', () => {
  for (const lang of MODEL.survey.languages) {
    expect(sectionOf(MODEL, 'units', lang)).not.toBe('');
    expect(sectionOf(MODEL, 'priorities', lang)).toBe('');
    expect(sectionOf(FAR, 'priorities', lang)).not.toBe('');
  }
  const { problems } = MODEL.tables;
  const tables = { ...MODEL.tables, problems: problems.filter((row) => row.group !== 'unit') };
  expect(sectionOf({ ...MODEL, tables }, 'units', 'en')).toBe('');
});

test('the table of any problem has base, share, interval and where it stands; no hidden unit', () => {
  const section = sectionOf(FAR, 'units', 'zh-Hans');
  const [any = ''] = section.split('</figure>');
  const lines = any.match(/<tbody>[\s\S]*<\/tbody>/)?.[0].match(/<tr>.*/g) ?? [];
  // Of 16 units 2 have nobody; 4 are hidden: of 15 people 3 mention no problem, of 24 people 4.
  expect(lines).toHaveLength(10);
  for (const line of lines) expect(line).toMatch(/%<\/td>.*–.*%<\/td>.*<td>在 95% 控制限内<\/td>/);
  expect(any).not.toContain('class="hidden"');
  expect(any).toContain('总体 83.0%');
});

test.each([
  ['zh-Hans', '▲▼ 高于、低于 99.8% 控制限'],
  ['zh-Hant', '▲▼ 高於、低於 99.8% 管制界限'],
  ['en', '▲▼ above or below the 99.8% limits'],
])('a unit beyond the outer limits is marked in the table of problems (%s)', (lang, said) => {
  const section = sectionOf(FAR, 'units', lang);
  expect(section).toContain(said);
  expect(section.match(/<b>▲ 70\.0%<\/b> <small>61\.0%–77\.0%<\/small>/g)).toHaveLength(1);
  expect(sectionOf(MODEL, 'units', lang)).not.toContain('<b>▲');
});

test.each([
  ['zh-Hans', '没有越过 99.8% 控制限的'],
  ['zh-Hant', '沒有越過 99.8% 管制界限的'],
  ['en', 'None lies beyond the 99.8% limits'],
])('of many units of which none is far out no empty table is made (%s)', (lang, said) => {
  const tables = madeUpTables(400);
  const [any = ''] = sectionOf({ ...MODEL, tables }, 'units', lang).split('</figure>');
  expect(any).toContain(said);
  expect(any).not.toContain('<table');
});

test('the table under the map has both bases, both figures and both intervals', () => {
  const section = sectionOf(FAR, 'priorities', 'en');
  const line = /<tr><th scope="row">A4 .*<\/tr>/.exec(section)?.[0] ?? '';
  const cells = [...line.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell);
  expect(cells).toHaveLength(8);
  expect(cells[0]).toBe('652');
  expect(cells[2]).toMatch(/^\d+\.\d%$/);
  expect(cells[3]).toMatch(/^\d+\.\d%–\d+\.\d%$/);
  expect(cells.slice(5)).toEqual(['900', '2.20', '2.10–2.30']);
});

test('no word of either section calls a unit good or bad', () => {
  const said = MODEL.survey.languages.flatMap((lang) =>
    (['units', 'priorities'] as const).map((id) => sectionOf(FAR, id, lang)),
  );
  expect(said.join()).not.toMatch(/\bbest\b|\bworst\b|最好|最差|先进单位|落后|落後/i);
});

/** Two rounds of the scale `importance`, the first with its ends hidden. */
const ENDS = ([null, 0.519] as const).map((top, i): ScaleRow => {
  const status = top === null ? 'suppressed' : 'shown';
  const low = { bottom: null, bottom_low: null, bottom_high: null };
  return {
    ...{ round: `2026-q${i + 1}`, question: 'importance', group: 'all', value: '' },
    ...{ base: 980, top, top_low: null, top_high: null, ...low, n_effective: 900 },
    ...{ net: top === null ? null : 0.33, net_low: null, net_high: null, status },
  };
});

test('scales show mean, top two points and net, where these are shown', () => {
  const model = { ...MODEL, tables: { ...MODEL.tables, scales: ENDS } };
  const section = sectionOf(model, 'closed', 'en');
  const lines = [...section.matchAll(/<tr><th scope="row">Q\d 2026<\/th>.*<\/tr>/g)].map(([one]) =>
    [...one.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );
  // Of 980: 59, 127, 284, 333, 176.
  expect(lines[1]?.slice(-3)).toEqual(['3.40', '51.9%', '+33.0']);
  expect(lines[0]?.slice(-2)).toEqual(['hidden', 'hidden']);
});

test('hostile names stay text in both sections', () => {
  const model = hostile(FAR);
  for (const id of ['units', 'priorities'] as const) {
    const section = sectionOf(model, id, 'en');
    expect(section).not.toBe('');
    expect(section).not.toMatch(/<(?:img|base|iframe|object|svg onload|script)/);
  }
});

test('how to read funnel plots stands once in the section, before them', () => {
  const section = sectionOf(FAR, 'units', 'zh-Hans');
  expect(section.split('<figure>').length).toBeGreaterThan(2);
  expect(section.split('一点为一个')).toHaveLength(2);
  expect(section.indexOf('一点为一个')).toBeLessThan(section.indexOf('<figure>'));
});

test('a taxonomy names the answers where one open question has several, both where there are more', () => {
  const titles = (model: ReportModel) =>
    drawCharts(model)
      .filter(({ kind }) => kind === 'problems')
      .map(({ titles: { en } }) => en);
  const open = MODEL.survey.questions.find(({ type }) => type === 'open')!;
  const two = { ...MODEL.survey, questions: [...MODEL.survey.questions, { ...open, id: 'other' }] };
  expect(titles(MODEL)[0]).toMatch(/^Party building in organs: share/);
  expect(titles({ ...MODEL, survey: two })[0]).toMatch(/^Problems met \(.*\): share/);
});

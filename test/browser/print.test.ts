/** Charts on paper. */
import { afterAll, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import type { Lang } from '../../pipeline/survey/text.ts';
import { MODEL } from '../report/model.ts';
import { cutOff, unfold } from './measure.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';
import { placesInPdf } from './pdf-places.ts';

jest.setTimeout(180_000);
afterAll(closeAll);

/** CSS pixels within the margins of A4: 210 − 2 · 16 and 297 − 2 · 18 millimetres. */
const [WIDTH, HEIGHT] = [178, 261].map((mm) => (mm * 96) / 25.4) as [number, number];
const POINTS = 72 / 96;

/** Of a figure, from above. */
const PARTS = ['head', 'chart', 'end'] as const;

/**
 * Gives the charts of the shown report, their headings and their ends ids; returns how many. Charts
 * behind a line are none: of those paper has the table.
 */
function nameCharts(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('.report:not([hidden]) .chart')];
    const charts = all.filter((one) => one.closest('.drawer') === null);
    for (const [at, chart] of charts.entries()) {
      chart.querySelector('svg')!.id = `chart-${at}`;
      chart.closest('figure')!.querySelector('h3')!.id = `head-${at}`;
      const end = document.createElement('div');
      end.id = `end-${at}`;
      chart.append(end);
    }
    return charts.length;
  });
}

/** As the page lies on paper, without what the browser does only while it prints. */
async function asOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate((width) => {
    document.body.style.width = `${width}px`;
  }, WIDTH);
}

/** How many elements of the shown report take up room. */
function visible(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (what) =>
      [...document.querySelectorAll(`.report:not([hidden]) ${what}`)].filter(
        (one) => one.getBoundingClientRect().height > 0,
      ).length,
    selector,
  );
}

/** Drawings that reach beyond the right edge of the paper. */
function tooWide(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const edge = document.body.getBoundingClientRect().right;
    return [...document.querySelectorAll('.report:not([hidden]) .chart svg')]
      .map((one) => one.getBoundingClientRect().right - edge)
      .filter((by) => by > 0.5);
  });
}

/** Points of the smallest text in the drawings of the shown report. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate((points) => {
    const drawings = [
      ...document.querySelectorAll<SVGSVGElement>('.report:not([hidden]) .chart svg'),
    ];
    const sizes = drawings.flatMap((svg) => {
      const { width } = svg.getBoundingClientRect();
      const scale = width / svg.viewBox.baseVal.width;
      return [...svg.querySelectorAll('text')].flatMap((one) =>
        width === 0 ? [] : [Number.parseFloat(getComputedStyle(one).fontSize) * scale * points],
      );
    });
    return Math.min(...sizes);
  }, POINTS);
}

type Places = Awaited<ReturnType<typeof placesInPdf>>;

/** Where the parts of so many charts are printed. */
async function printedCharts(page: Page, count: number): Promise<Places> {
  const charts = Array.from({ length: count }, (_, at) => at);
  const ids = charts.flatMap((at) => PARTS.map((part) => `${part}-${at}`));
  const places = await placesInPdf(page, ids);
  expect(ids.filter((id) => !places.has(id))).toEqual([]);
  return places;
}

/** Of each chart that is not whole on the page of its heading, where its parts are. */
function torn(places: Places, count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const found = PARTS.map((part) => places.get(`${part}-${at}`)!);
    const isOrdered = found.every(
      ({ sheet, top }, i) => i === 0 || (sheet === found[0]!.sheet && top > found[i - 1]!.top),
    );
    return isOrdered && found.at(-1)!.top <= HEIGHT * POINTS + 0.5 ? [] : [{ at, found }];
  });
}

const FIRST = MODEL.survey.languages[0]!;

/** Units stand beside each other in a chart that is wider than a page. */
const WIDE: ReportModel = {
  ...MODEL,
  survey: {
    ...MODEL.survey,
    groups: MODEL.survey.groups.map((group) => ({ ...group, within: null })),
  },
};

/** Thrice the problems, so that tables of units and problems are wide both ways. */
function withManyProblems(model: ReportModel): ReportModel {
  const ends = ['', 'x', 'y'];
  const manifold = <Row extends { readonly code: string; readonly level: number }>(row: Row) =>
    row.level === 1 ? ends.map((end) => ({ ...row, code: `${row.code}${end}` })) : [row];
  return {
    ...model,
    taxonomies: model.taxonomies.map((taxonomy) => ({
      ...taxonomy,
      problems: taxonomy.problems.flatMap((one) =>
        ends.map((end) => ({
          ...one,
          id: `${one.id}${end}`,
          subproblems: end === '' ? one.subproblems : [],
        })),
      ),
    })),
    tables: { ...model.tables, problems: model.tables.problems.flatMap(manifold) },
  };
}

/** The report in a language, live unless scripts are off. */
async function opened(model: ReportModel, lang: Lang, scripts: boolean): Promise<Page> {
  const { page } = await open(model, { width: 1366, scripts });
  if (scripts) {
    await page.click(`.languages button[lang=${lang}]`);
    await drawn(page);
  }
  return page;
}

browserTest.each([
  { what: 'drawn beforehand', lang: FIRST, scripts: false },
  ...MODEL.survey.languages.map((lang) => ({ what: 'live', lang, scripts: true })),
])(
  'charts $what ($lang) are whole on paper, on the page of their headings, the first on page one',
  async ({ lang, scripts }) => {
    const page = await opened(MODEL, lang, scripts);
    const count = await nameCharts(page);
    expect(count).toBe(drawCharts(MODEL).filter(({ kind }) => kind !== 'subproblems').length);
    const places = await printedCharts(page, count);
    expect(torn(places, count)).toEqual([]);
    // Findings and the main chart are seen at once.
    expect(places.get('end-0')!.sheet).toBe(0);
    await asOnPaper(page);
    expect(await cutOff(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    expect(await smallestText(page)).toBeGreaterThan(6.4);
    expect(await visible(page, '.drawer')).toBe(0);
    expect(await visible(page, '[id^=subproblems] table')).toBeGreaterThan(0);
    await page.context().close();
  },
);

browserTest('a chart that is wider than paper on a screen is not so when printed', async () => {
  const page = await opened(WIDE, FIRST, true);
  const widest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.live svg')].map((one) => one.clientWidth)),
  );
  expect(widest).toBeGreaterThan(WIDTH);
  await asOnPaper(page);
  expect(await cutOff(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
  await page.context().close();
});

browserTest.each([
  ['problems as columns', MODEL],
  ['units as columns', WIDE],
])('tables wide both ways are whole on paper, in legible type (%s)', async (_, model) => {
  const many = withManyProblems(model);
  const page = await opened(many, FIRST, false);
  await asOnPaper(page);
  await unfold(page);
  const found = await page.evaluate((points) => {
    const edge = document.body.getBoundingClientRect().right;
    const cells = [
      ...document.querySelectorAll<HTMLElement>('.report:not([hidden]) :is(th, td)'),
    ].filter((one) => one.getBoundingClientRect().width > 0);
    return {
      beyond: cells
        .filter((one) => one.getBoundingClientRect().right > edge + 0.5)
        .map((one) => `${one.closest('section')?.id}: ${one.textContent}`),
      cut: cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
      least: Math.min(
        ...cells.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * points),
      ),
      ofUnits: [...document.querySelectorAll('[id^=groups] .on-paper')].map((one) =>
        [...one.querySelectorAll('thead th')].map((head) => head.textContent),
      ),
    };
  }, POINTS);
  expect(found.beyond).toEqual([]);
  expect(found.cut).toBe(0);
  expect(found.least).toBeGreaterThan(6.4);
  expect(found.ofUnits.length).toBeGreaterThan(1);
  await page.context().close();
});

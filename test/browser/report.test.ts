import { afterAll, expect, jest } from '@jest/globals';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { MODEL } from '../report/model.ts';
import { unfold } from './measure.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

// A slow machine needs its time; no test depends on how much.
jest.setTimeout(120_000);

afterAll(closeAll);

browserTest('opens without network and without a word on the console', async () => {
  const { page, noise } = await open(MODEL);
  const unfolded = drawCharts(MODEL).filter(({ kind }) => kind !== 'subproblems');
  expect(await drawn(page)).toBe(unfolded.length);
  await page.hover('.report:not([hidden]) .bar_marks path');
  await page.waitForSelector('#vg-tooltip-element.visible');
  const left = await page.evaluate(() =>
    Object.keys(window).filter((key) => /vega|^view$/i.test(key)),
  );
  expect(left).toEqual([]);
  expect(noise).toEqual([]);
  await page.context().close();
});

browserTest('switches all text and charts to another language', async () => {
  const { page, noise } = await open(MODEL);
  await page.click('.languages button[lang=en]');
  await drawn(page);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(await page.title()).toBe(MODEL.survey.title.en);
  expect(await page.getAttribute('.languages', 'aria-label')).toBe('Language');
  expect(await page.locator('.report:visible').count()).toBe(1);
  const text = await page.locator('.report:visible').textContent();
  expect(text).toContain('Main findings');
  expect(text).not.toContain('主要发现');
  expect(
    await page.locator('.report:visible .chart text', { hasText: 'A6 Funding' }).count(),
  ).toBeGreaterThan(0);
  expect(noise).toEqual([]);
  await page.context().close();
});

browserTest.each([768, 1280])('never scrolls sideways at %i pixels', async (width) => {
  const { page } = await open(MODEL, { width });
  for (const lang of MODEL.survey.languages) {
    await page.click(`.languages button[lang=${lang}]`);
    await drawn(page);
    await unfold(page);
    const reach = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(reach).toBeLessThanOrEqual(width);
  }
  await page.context().close();
});

browserTest('keeps legends whole and figures of bars apart at 360 pixels', async () => {
  const { page } = await open(MODEL, { width: 360 });
  for (const lang of MODEL.survey.languages) {
    await page.click(`.languages button[lang=${lang}]`);
    await drawn(page);
    const found = await page.evaluate(() => {
      const boxes = (chart: Element, marks: string) =>
        [...chart.querySelectorAll(marks)].map((one) => one.getBoundingClientRect());
      const stacks = [...document.querySelectorAll('.report:not([hidden]) .live svg')].filter(
        (chart) => chart.querySelector('.segmenttext_marks') !== null,
      );
      const figures = stacks.map((chart) => boxes(chart, '.segmenttext_marks text'));
      return {
        stacks: stacks.length,
        figures: figures.flat().length,
        cut: stacks.flatMap((chart) => {
          const whole = chart.getBoundingClientRect();
          return boxes(chart, '.role-legend text').filter(
            ({ left, right, top }) =>
              left < whole.left || right > whole.right + 1 || top < whole.top - 1,
          );
        }).length,
        touching: figures.flatMap((texts) =>
          texts.filter((a) =>
            texts.some(
              (b) => b !== a && b.top === a.top && b.left >= a.left && b.left < a.right + 1,
            ),
          ),
        ).length,
      };
    });
    expect(found.stacks).toBeGreaterThan(1);
    expect(found.figures).toBeGreaterThan(found.stacks);
    expect([lang, found.cut, found.touching]).toEqual([lang, 0, 0]);
  }
  await page.context().close();
});

/** Long names of rows, and points of a scale without words: its legend could reach above the means. */
const BARE: ReportModel = {
  ...MODEL,
  survey: {
    ...MODEL.survey,
    rounds: MODEL.survey.rounds.map((one, at) => ({
      ...one,
      label: sameInAll(`二〇二六第${'一二三'[at]}轮调查`),
    })),
    questions: MODEL.survey.questions.map((one) =>
      one.type === 'scale' ? { ...one, labels: new Map() } : one,
    ),
  },
};

browserTest('keeps a short legend off the head of the means at 360 pixels', async () => {
  const { page } = await open(BARE, { width: 360 });
  await page.click('.languages button[lang=zh-Hant]');
  await drawn(page);
  const scales = page.locator('.report:not([hidden]) [id^=closed] .live svg').first();
  const boxes = (marks: string) =>
    scales
      .locator(marks)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  const [head] = await boxes('.columnhead_marks text');
  const legend = await boxes('.role-legend text');
  expect(legend).toHaveLength(5);
  const above = legend.filter(({ right, bottom }) => right > head!.left && bottom > head!.top + 2);
  expect(above).toEqual([]);
  await page.context().close();
});

browserTest.each([
  [360, 1],
  [1280, 2],
])(
  'sets the funnels of problems beside each other as room allows at %i pixels',
  async (width, columns) => {
    const { page } = await open(MODEL, { width });
    await drawn(page);
    const place = drawCharts(MODEL).findIndex((one) => one.kind === 'unit-problems');
    const lefts = await page
      .locator(`.report:not([hidden]) .chart[data-chart="${place}"] .limittarget_marks`)
      .evaluateAll((lines) => lines.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(lefts).toHaveLength(4);
    expect(new Set(lefts).size).toBe(columns);
    await page.context().close();
  },
);

browserTest.each([
  ['at 360 pixels', 360, 'screen'],
  ['on A4', 673, 'print'],
] as const)('shows every figure of the tables of problems %s', async (_where, width, media) => {
  const { page } = await open(MODEL, { width });
  for (const lang of MODEL.survey.languages) {
    await page.click(`.languages button[lang=${lang}]`);
    await page.emulateMedia({ media });
    await unfold(page);
    const beyond = await page.evaluate(() => {
      const tables = document.querySelectorAll('.report:not([hidden]) .stacked');
      const cells = [...tables].flatMap((table) => [
        table.parentElement!,
        ...table.querySelectorAll('th, td'),
      ]);
      return {
        tables: tables.length,
        cut: cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
      };
    });
    expect(beyond.tables).toBeGreaterThan(2);
    expect(beyond.cut).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  }
  await page.context().close();
});

browserTest('sets the figures of a line in rows about equally full at 360 pixels', async () => {
  const { page } = await open(MODEL, { width: 360 });
  await unfold(page);
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.report:not([hidden]) .stacked tr')].map((line) => {
      const boxes = [...line.children].slice(1).map((one) => one.getBoundingClientRect());
      const feet = boxes.map(({ bottom }) => Math.round(bottom));
      return {
        rows: [...new Set(feet)].map((foot) => feet.filter((one) => one === foot).length),
        spare: line.getBoundingClientRect().right - Math.max(...boxes.map(({ right }) => right)),
      };
    }),
  );
  const figures = new Set(lines.map(({ rows }) => rows.reduce((sum, one) => sum + one)));
  expect([...figures].sort()).toEqual([4, 5, 6, 8]);
  expect(lines.filter(({ rows }) => Math.max(...rows) - Math.min(...rows) > 1)).toEqual([]);
  expect(lines.filter(({ spare }) => spare > 1)).toEqual([]);
  await page.context().close();
});

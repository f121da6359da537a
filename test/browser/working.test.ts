/** Working with a report: choosing, walking, saving, linking; and what its policy keeps out. */
import { readFile } from 'node:fs/promises';
import { afterAll, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import { percent } from '../../pipeline/chart/percent.ts';
import { WORDS } from '../../pipeline/report/words.ts';
import { MODEL } from '../report/model.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

jest.setTimeout(120_000);
afterAll(closeAll);

const SHOWN = '.report:not([hidden])';

/** Shares in the chart and in the table of the first ranking, sorted. */
async function ranking(page: Page): Promise<{ chart: string[]; table: string[]; title: string }> {
  const figure = page.locator(`${SHOWN} section[id^=problems] figure`).first();
  return {
    title: (await figure.locator('h3').textContent()) ?? '',
    chart: (
      await figure.locator('.value_marks text, .mark-text.value_marks text').allTextContents()
    ).sort(),
    table: await figure.evaluate((one) =>
      [...one.querySelectorAll('tbody tr')]
        .map((row) => row.querySelectorAll('td')[2]?.textContent ?? '')
        .filter((text) => text.endsWith('%'))
        .sort(),
    ),
  };
}

function sharesOf(round: string, group: string, value: string): string[] {
  const rows = MODEL.tables.problems.filter(
    (row) =>
      row.round === round &&
      row.group === group &&
      row.value === value &&
      row.level === 1 &&
      row.question === MODEL.tables.problems[0]!.question &&
      row.taxonomy === MODEL.tables.problems[0]!.taxonomy,
  );
  return rows
    .flatMap(({ share, base, status }) => (status === 'shown' ? [percent(share!, base)] : []))
    .sort();
}

browserTest('the choice of a round changes chart and table together', async () => {
  const { page, noise } = await open(MODEL);
  await drawn(page);
  const [first] = MODEL.survey.rounds;
  const before = await ranking(page);
  await page.selectOption(`${SHOWN} select[name=round]`, '0');
  await drawn(page);
  const after = await ranking(page);
  expect(after.title).not.toBe(before.title);
  expect(after.title).toContain(first!.label['zh-Hans']);
  const wanted = sharesOf(first!.id, 'all', '');
  expect(after.chart).toEqual(wanted);
  expect(after.table.filter((one) => wanted.includes(one)).length).toBeGreaterThanOrEqual(
    wanted.length,
  );
  // The choice outlives the switch of languages.
  await page.click('.languages button[lang=en]');
  await drawn(page);
  expect((await ranking(page)).chart).toEqual(wanted);
  expect(noise).toEqual([]);
  await page.context().close();
});

browserTest(
  'the choice of a group shows its figures, and says which sections do not follow',
  async () => {
    const { page, noise } = await open(MODEL);
    await drawn(page);
    const select = page.locator(`${SHOWN} select[name=place]`);
    const value = (await select.locator('optgroup option').first().textContent())!;
    await select.selectOption({ label: value });
    await drawn(page);
    const { chart, title } = await ranking(page);
    expect(title).toMatch(new RegExp(` · ${value}$`));
    const group = MODEL.tables.problems.find((row) => row.value === value)!.group;
    expect(chart).toEqual(sharesOf(MODEL.survey.rounds.at(-1)!.id, group, value));
    expect(await page.locator(`${SHOWN} output.chosen`).textContent()).toContain(value);
    expect(await page.locator(`${SHOWN} #groups-zh-Hans .still`).count()).toBe(1);
    await select.selectOption('');
    await drawn(page);
    expect(await page.locator('.still').count()).toBe(0);
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

/** The first value of each group is that of people who left it empty. */
const NOT_GIVEN: ReportModel = {
  ...MODEL,
  tables: {
    ...MODEL.tables,
    problems: MODEL.tables.problems.map((row) =>
      row.value === '省直机关' ? { ...row, value: '(未填)' } : row,
    ),
  },
};

browserTest('people who left a group empty are called so in each language', async () => {
  const { page } = await open(NOT_GIVEN);
  await page.click('.languages button[lang=en]');
  await page.selectOption(`${SHOWN} select[name=place]`, { label: '(not given)' });
  await drawn(page);
  expect((await ranking(page)).title).toMatch(/ · \(not given\)$/);
  expect(await page.locator(`${SHOWN} output.chosen`).textContent()).toContain('(not given)');
  await page.click('.languages button[lang=zh-Hant]');
  expect(await page.locator(`${SHOWN} output.chosen`).textContent()).toContain('（未填）');
  await page.context().close();
});

browserTest(
  'sections that do not follow a group show all again, whatever was chosen before',
  async () => {
    const { page, noise } = await open(MODEL);
    await drawn(page);
    const findings = page.locator(`${SHOWN} #findings-zh-Hans`);
    const texts = () => findings.locator('li').allTextContents();
    const latest = await texts();
    await page.selectOption(`${SHOWN} select[name=round]`, '0');
    await drawn(page);
    expect(await texts()).not.toEqual(latest);
    await page.selectOption(`${SHOWN} select[name=place]`, '0 0');
    await drawn(page);
    expect(await texts()).toEqual(latest);
    expect(await findings.locator('.still').count()).toBe(1);
    expect(await findings.locator('.view').count()).toBe(0);
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

browserTest.each(MODEL.survey.languages)(
  'the first stop by keyboard leads past languages, choices and contents (%s)',
  async (lang) => {
    const { page } = await open(MODEL);
    // Not clicked: a click would be where the keyboard goes on from.
    await page.locator(`.languages button[lang=${lang}]`).evaluate((one) => {
      (one as HTMLElement).click();
    });
    await page.keyboard.press('Tab');
    const link = page.locator(':focus');
    expect(await link.textContent()).toBe(WORDS[lang].skip);
    expect((await link.boundingBox())!.x).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(`.report[lang=${lang}] main :focus`).count()).toBe(1);
    await page.context().close();
  },
);

browserTest('figures of a chart are reached and read by keyboard alone', async () => {
  const { page } = await open(MODEL);
  await drawn(page);
  const chart = page.locator(`${SHOWN} section[id^=problems] .chart`).first();
  expect(await chart.locator('[tabindex="0"]').count()).toBe(1);
  await chart.locator('[tabindex="0"]').focus();
  const told = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const first = await told();
  expect(first).toMatch(/\d%/);
  await page.waitForSelector('#vg-tooltip-element.visible');
  await page.keyboard.press('ArrowDown');
  expect(await told()).not.toBe(first);
  expect(await page.locator('#vg-tooltip-element.visible').count()).toBe(1);
  await page.keyboard.press('Home');
  expect(await told()).toBe(first);
  await page.keyboard.press('Tab');
  expect(await chart.evaluate((one) => one.contains(document.activeElement))).toBe(false);
  await page.context().close();
});

browserTest(
  'what is told of a figure has a text in each place, and bases as tables have them',
  async () => {
    const { page } = await open(MODEL);
    await drawn(page);
    const told = await page
      .locator(`${SHOWN} .live [aria-label][tabindex]`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((one) => /undefined|null|NaN/.test(one))).toEqual([]);
    expect(told.filter((one) => /基数 \d,\d{3}/.test(one)).length).toBeGreaterThan(0);
    expect(told.filter((one) => /基数 \d{4}/.test(one))).toEqual([]);
    await page.context().close();
  },
);

browserTest('tables are saved as CSV without formulas, charts as SVG and PNG', async () => {
  const { page, noise } = await open(MODEL);
  await drawn(page);
  const saved = async (label: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator(`${SHOWN} section[id^=problems] .tools button`, { hasText: label })
        .first()
        .click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const csv = await saved('CSV');
  expect(csv.name).toMatch(/\.csv$/);
  const lines = csv.bytes.toString('utf8').split('\r\n');
  expect(lines[0]!.startsWith('\uFEFF')).toBe(true);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.join('\n')).not.toMatch(/(?:^|[,"])[=+@-]/m);
  const svg = await saved('SVG');
  expect(svg.bytes.toString('utf8')).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const png = await saved('PNG');
  expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(
    noise.filter((one) => !one.startsWith('request: blob:') && !one.startsWith('request: data:')),
  ).toEqual([]);
  await page.context().close();
});

browserTest('buttons that save are grouped under the name of what they save', async () => {
  const { page } = await open(MODEL);
  await drawn(page);
  const groups = await page.locator(`${SHOWN} .tools`).evaluateAll((all) =>
    all.map((one) => ({
      role: one.getAttribute('role'),
      name: one.getAttribute('aria-label'),
      title: one.closest('figure, .drawer')!.querySelector('h3, h4')!.textContent,
    })),
  );
  expect(groups.length).toBeGreaterThan(5);
  expect(groups.filter(({ role, name, title }) => role !== 'group' || name !== title)).toEqual([]);
  await page.context().close();
});

browserTest('a link to a section opens it in its language', async () => {
  const { page } = await open(MODEL);
  await page.evaluate(() => {
    location.hash = '#changes-en';
  });
  await page.waitForSelector('.report[lang=en]:not([hidden])');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(await page.locator('#changes-en').isVisible()).toBe(true);
  await page.context().close();
});

browserTest('an address that leads nowhere leaves the page as it is', async () => {
  const { page, noise } = await open(MODEL);
  await drawn(page);
  for (const hash of ['#%E0%A4%A', '#__proto__', '#']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }
  await page.click('.languages button[lang=en]');
  await drawn(page);
  expect(noise).toEqual([]);
  await page.context().close();
});

/** Widths of the live charts of the shown report. */
function widths(page: Page): Promise<readonly number[]> {
  return page
    .locator(`${SHOWN} .live svg`)
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
}

browserTest('charts of a hidden language outlive a turn of the screen and back', async () => {
  const { page } = await open(MODEL);
  await drawn(page);
  const [first, , last] = MODEL.survey.languages;
  const before = await widths(page);
  await page.click(`.languages button[lang=${last}]`);
  await drawn(page);
  for (const width of [800, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction(
      (most) =>
        [...document.querySelectorAll('.report:not([hidden]) .live svg')].every(
          (one) => one.getBoundingClientRect().width < most,
        ),
      width,
    );
  }
  await page.click(`.languages button[lang=${first}]`);
  await drawn(page);
  expect(await widths(page)).toEqual(before);
  await page.context().close();
});

browserTest(
  'charts leave no listeners at the window, however often the reader chooses',
  async () => {
    const { page } = await open(MODEL);
    await drawn(page);
    const tools = await page.context().newCDPSession(page);
    const listening = async () => {
      const { result } = await tools.send('Runtime.evaluate', { expression: 'window' });
      const { listeners } = await tools.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId!,
      });
      return listeners.map(({ type }) => type).sort();
    };
    const before = await listening();
    for (const round of ['0', '1', '2']) {
      await page.selectOption(`${SHOWN} select[name=round]`, round);
      await drawn(page);
    }
    expect(await listening()).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    await page.context().close();
  },
);

browserTest('whatever else comes into the page neither runs nor loads', async () => {
  const alien = [
    '<script>window.ran = 1</script>',
    '<img src="x.png" onerror="window.ran = 2">',
    '<img src="https://example.org/a.png">',
    '<svg onload="window.ran = 3"></svg>',
    '<style>@import "https://example.org/a.css"; body { color: red }</style>',
    '<iframe src="https://example.org/"></iframe>',
    '<object data="https://example.org/a.swf"></object>',
    '<a id="lure" href="javascript:window.ran = 4">a</a>',
    '<link rel="stylesheet" href="https://example.org/b.css">',
    '<form id="form" action="https://example.org/"><input></form>',
    '<base href="https://example.org/">',
  ];
  const { page, noise } = await open(MODEL, {
    changed: (text) => text.replace('<main>', `<main>${alien.join('')}`),
  });
  await drawn(page);
  await page.click('#lure');
  const ran = () => page.evaluate(() => (window as unknown as { ran?: number }).ran ?? null);
  expect(await ran()).toBe(null);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe(
    'rgb(255, 0, 0)',
  );
  const asked = noise.flatMap((one) => /^request: (http.*)$/.exec(one)?.[1] ?? []);
  const refused = noise.flatMap((one) => /^csp: (http.*)$/.exec(one)?.[1] ?? []);
  expect(refused).toEqual(asked);
  // Each was refused aloud.
  expect(noise.filter((one) => /Content Security Policy/.test(one)).length).toBeGreaterThan(6);
  await page.context().close();
});

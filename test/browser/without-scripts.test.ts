/** The report where no script runs: in a mail's preview, behind a policy, on paper. */
import { afterAll, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import { percent, points } from '../../pipeline/chart/percent.ts';
import { MODEL } from '../report/model.ts';
import { unfold } from './measure.ts';
import { browserTest, closeAll, open } from './open-report.ts';

jest.setTimeout(120_000);
afterAll(closeAll);

const LANG = 'zh-Hans';
const LATEST = MODEL.survey.rounds.at(-1)!;
const OUTERMOST = MODEL.survey.groups.filter(({ within }) => within === null).map(({ id }) => id);

/** Problems of the latest round, of everybody or of the values of the outermost groups. */
function problemRows(of: 'all' | 'groups'): readonly ProblemRow[] {
  return MODEL.tables.problems.filter(
    ({ round, group, level }) =>
      round === LATEST.id &&
      level === 1 &&
      (of === 'all' ? group === 'all' : OUTERMOST.includes(group)),
  );
}

/** What a cell must begin with. */
const written = ({ status, share, base }: ProblemRow) =>
  status === 'shown' ? percent(share!, base) : '隐去';

/** `code of its line | head of its column | first word` of every cell of a section's tables. */
function cellsOf(page: Page, section: string): Promise<readonly string[]> {
  return page.locator(`#${section}-${LANG} table:visible`).evaluateAll((tables) =>
    tables.flatMap((one) => {
      const rows = [...(one as HTMLTableElement).rows].map((row) =>
        [...row.cells].map((cell) => cell.textContent?.trim() ?? ''),
      );
      const [heads = [], ...lines] = rows;
      return lines.flatMap(([name = '', ...cells]) =>
        cells.map((cell, at) => [name, heads[at + 1], cell].map((x) => x!.split(' ')[0]).join('|')),
      );
    }),
  );
}

/** Those of `wanted` that are not there. */
const missing = (wanted: readonly string[], there: readonly string[]) =>
  wanted.filter((one) => !there.includes(one));

browserTest(
  'without scripts the figures of the latest round and its changes stand in tables',
  async () => {
    const { page, noise } = await open(MODEL, { scripts: false });
    const first = page.locator(`#problems-${LANG} details`).first();
    await first.locator('summary').click();
    expect(await first.locator('table').isVisible()).toBe(true);
    await unfold(page);

    const captions = await page.locator(`#problems-${LANG} caption`).allTextContents();
    expect(captions).toHaveLength(MODEL.taxonomies.length);
    for (const one of captions) expect(one).toContain(LATEST.label[LANG]);
    const [all, groups] = [problemRows('all'), problemRows('groups')];
    // Eight problems in two types of unit, five in three.
    expect([all.length, groups.length]).toEqual([8 + 5, 2 * 8 + 3 * 5]);
    const ofAll = all.map((row) => `${row.code}|提及率|${written(row)}`);
    expect(missing(ofAll, await cellsOf(page, 'problems'))).toEqual([]);
    const ofGroups = groups.map((row) => `${row.code}|${row.value}|${written(row)}`);
    expect(missing(ofGroups, await cellsOf(page, 'groups'))).toEqual([]);

    const changes = await cellsOf(page, 'changes');
    const trends = MODEL.tables.trends.filter(({ to }) => to === LATEST.id);
    const ofTrends = trends.flatMap(({ group, value, code, difference, change }) =>
      group === 'all'
        ? [`${code}|差异（百分点）|${difference === null ? '隐去' : points(difference)}`]
        : change === 'down'
          ? [`${value}|问题|${code}`, `${value}|差异（百分点）|${points(difference!)}`]
          : [],
    );
    expect(ofTrends.length).toBeGreaterThan(2 * all.length);
    expect(missing(ofTrends, changes)).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

browserTest(
  'without scripts every chart is drawn, and nothing is offered that would not work',
  async () => {
    const { page } = await open(MODEL, { scripts: false });
    await unfold(page);
    const languages = await page
      .locator('.report:visible')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).lang));
    expect(languages).toEqual([LANG]);

    const charts = drawCharts(MODEL);
    const drawings = await page.locator('.report:visible .chart').evaluateAll((places) =>
      places.map((one) => ({
        at: Number((one as HTMLElement).dataset.chart),
        texts: [...one.querySelectorAll(':scope > svg text')].map((text) => text.textContent ?? ''),
      })),
    );
    const texts = new Map(drawings.map((one) => [one.at, one.texts]));
    expect(texts.size).toBe(charts.length);
    for (const taxonomy of MODEL.taxonomies) {
      for (const kind of ['problems', 'trends']) {
        const at = charts.findIndex((one) => one.kind === kind && one.taxonomy === taxonomy.id);
        const shares = problemRows('all')
          .filter((row) => row.taxonomy === taxonomy.id)
          .map(written);
        expect(missing(shares, texts.get(at)!)).toEqual([]);
      }
    }
    expect(drawings.filter((one) => one.texts.length === 0)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    const controls = page.locator('button, select, input, textarea, form, output, [role=button]');
    expect(await controls.count()).toBeGreaterThan(0);
    expect(await controls.filter({ visible: true }).count()).toBe(0);
    const links = await page
      .locator('a:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(10);
    for (const one of links) {
      expect(one).toMatch(/^#/);
      expect({ one, leads: await page.locator(one).isVisible() }).toEqual({ one, leads: true });
    }
    await page.context().close();
  },
);

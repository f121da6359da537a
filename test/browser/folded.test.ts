/** Sub-problems behind a line of their own: unfolded by keyboard, by a link, without scripts; on paper. */
import { afterAll, expect, jest } from '@jest/globals';
import { subproblemParts } from '../../pipeline/chart/draw-rankings.ts';
import { panelsOf } from '../../pipeline/chart/panels.ts';
import { MODEL } from '../report/model.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

jest.setTimeout(120_000);
afterAll(closeAll);

const FOLDS = '.report:not([hidden]) #subproblems-zh-Hans .drawer details';
const partsOf = () => panelsOf(MODEL).flatMap(subproblemParts);

browserTest(
  'a chart of sub-problems is drawn once its problem is unfolded by keyboard',
  async () => {
    const { page, noise } = await open(MODEL);
    await drawn(page);
    expect(await page.locator(FOLDS).count()).toBe(partsOf().length);
    expect(await page.locator(`${FOLDS} .live`).count()).toBe(0);
    const first = page.locator(FOLDS).first();
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    await first.locator('.live svg').waitFor();
    // The problem and each of its sub-problems.
    expect(await first.locator('.bar_marks path').count()).toBe(partsOf()[0]!.length);
    expect(await page.locator(`${FOLDS} .live`).count()).toBe(1);
    expect(await first.locator('.tools button').allTextContents()).toEqual([
      '下载 SVG',
      '下载 PNG',
    ]);
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

browserTest('a link unfolds the problem that it leads to, in its language', async () => {
  const { page } = await open(MODEL);
  await drawn(page);
  const link = page.locator('.report:not([hidden]) .to-drawers a').nth(1);
  await link.click();
  const target = page.locator((await link.getAttribute('href'))!);
  await target.locator('.live svg').waitFor();
  expect(await target.isVisible()).toBe(true);
  await page.evaluate(() => {
    location.hash = '#subproblems-1-1-en';
  });
  await page.locator('#subproblems-1-1-en .live svg').waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.context().close();
});

browserTest('without scripts a fold opens on its drawing', async () => {
  const { page } = await open(MODEL, { scripts: false });
  const first = page.locator(FOLDS).first();
  expect(await first.locator('.chart > svg').isVisible()).toBe(false);
  await first.locator('summary').click();
  expect(await first.locator('.chart > svg').isVisible()).toBe(true);
  await page.context().close();
});

browserTest(
  'paper has no folds of sub-problems, and every figure of theirs in a table',
  async () => {
    const { page } = await open(MODEL, { scripts: false });
    await page.emulateMedia({ media: 'print' });
    const section = page.locator('#subproblems-zh-Hans');
    expect(await section.locator('.drawer:visible').count()).toBe(0);
    const names = await section.locator('tbody th').allTextContents();
    const visible = await section.locator('tbody th:visible').count();
    expect([names.length, visible]).toEqual([partsOf().flat().length, names.length]);
    await page.context().close();
  },
);

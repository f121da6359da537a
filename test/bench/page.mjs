/**
 * How soon a report shows something, has drawn every chart, and shows a group that was chosen.
 *
 * node test/bench/page.mjs REPORT.html [REPEAT]   (after `npm run build`; default 5 times)
 *
 * Opened from its file in the Chromium that `--pdf` would print with, anew each time and without a network.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { nodeEffects } from '../../dist/node-effects.js';
import { findBrowser } from '../../dist/publish/pdf/find-browser.js';
import { median, seconds } from './measured.mjs';

/** As in a test of the report: every chart that is not folded away has its live drawing. */
const isDrawn = () => {
  const charts = [...document.querySelectorAll('.report:not([hidden]) .chart')];
  const open = charts.filter((one) => one.closest('details:not([open])') === null);
  return open.length > 0 && open.every((one) => one.querySelector('.live svg') !== null);
};

/** @returns seconds until the first paint, until all charts are drawn, and from a choice to its first chart */
async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    offline: true,
  });
  const page = await context.newPage();
  const opened = await seconds(async () => {
    await page.goto(url);
    await page.waitForFunction(isDrawn);
  });
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000,
  );
  const place = page.locator('.report:not([hidden]) select[name=place]').first();
  const chosen = (await place.count()) === 0 ? 0 : await seconds(() => choose(page, place));
  await context.close();
  return { painted, opened, chosen };
}

/** Chooses the first value of a group, and waits for the first chart to follow. */
async function choose(page, place) {
  const chart = page.locator('.report:not([hidden]) .chart .live svg').first();
  await chart.evaluate((one) => {
    one.dataset.before = '';
  });
  await place.selectOption({ index: 1 });
  await page.waitForFunction(() => {
    const drawn = document.querySelector('.report:not([hidden]) .chart .live svg');
    return drawn !== null && !('before' in drawn.dataset);
  });
}

const [report, repeat = '5'] = process.argv.slice(2);
if (report === undefined) throw new Error('which report?');
const { fx } = nodeEffects();
const browser = await chromium.launch({
  executablePath: await findBrowser(fx),
  args: fx.machine.isRoot ? ['--no-sandbox'] : [],
});
const visits = [];
for (let i = 0; i < Number(repeat); i++) {
  visits.push(await visit(browser, pathToFileURL(resolve(report)).href));
}
await browser.close();
const middle = (key) => `${median(visits.map((one) => one[key])).toFixed(2)} s`;
console.log({
  size: `${(statSync(report).size / 1e6).toFixed(2)} MB`,
  'first paint': middle('painted'),
  'all charts': middle('opened'),
  'after a choice': middle('chosen'),
});

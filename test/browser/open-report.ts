/** Reports in a real browser, opened as a double click does, with the network off. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawCharts, type ReportModel } from '../../pipeline/chart/charts.ts';
import { renderReport } from '../../pipeline/report/report.ts';
import { MANIFEST } from '../report/model.ts';
import { launchBrowser } from './chromium.ts';

const launched = await launchBrowser();
if ('reason' in launched) console.warn(`browser tests are skipped: ${launched.reason}`);
export const browserTest = 'reason' in launched ? test.skip : test;

let folder: Promise<string> | null = null;

/** Removes what was written and closes the browser; to be called once all is done. */
export async function closeAll(): Promise<void> {
  if (folder !== null) await rm(await folder, { recursive: true });
  if ('browser' in launched) await launched.browser.close();
}

const reports = new Map<ReportModel, Promise<string>>();

function rendered(model: ReportModel): Promise<string> {
  const report = reports.get(model) ?? renderReport(model, drawCharts(model), MANIFEST);
  reports.set(model, report);
  return report;
}

export interface Opened {
  readonly page: Page;
  /** Everything the page said or asked for. */
  readonly noise: readonly string[];
}

export interface Opening {
  readonly width?: number;
  readonly scripts?: boolean;
  readonly dark?: boolean;
  /** What becomes of the document before it is opened. */
  readonly changed?: (document: string) => string;
}

export async function open(model: ReportModel, options: Opening = {}): Promise<Opened> {
  if ('reason' in launched) throw new Error(launched.reason);
  folder ??= mkdtemp(join(tmpdir(), 'canvass-report-'));
  const file = join(await folder, 'report.html');
  const { changed = (document: string) => document } = options;
  await writeFile(file, changed(await rendered(model)));
  const context = await launched.browser.newContext({
    offline: true,
    javaScriptEnabled: options.scripts ?? true,
    colorScheme: options.dark === true ? 'dark' : 'light',
    viewport: { width: options.width ?? 1280, height: 800 },
  });
  const page = await context.newPage();
  const noise: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (said) => noise.push(`console ${said.type()}: ${said.text()}`));
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) noise.push(`request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    noise.push(`${request.failure()?.errorText}: ${request.url()}`);
  });
  await page.goto(url);
  return { page, noise };
}

/** Resolves when every chart of the shown language that is not folded is live. */
export async function drawn(page: Page): Promise<number> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('.report:not([hidden]) .chart')];
    const places = all.filter((one) => one.closest('details:not([open])') === null);
    return places.length > 0 && places.every((one) => one.querySelector('.live svg') !== null);
  });
  return page.locator('.report:not([hidden]) .chart .live svg').count();
}

/** What holds in every language: access, room on narrow screens, nothing cut off. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MODEL } from '../report/model.ts';
import { cutOff, unfold } from './measure.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

jest.setTimeout(180_000);
afterAll(closeAll);

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

interface Axe {
  run(
    where: { readonly exclude: readonly string[] },
    options: { readonly runOnly: readonly string[]; readonly resultTypes: readonly string[] },
  ): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly Found[] }[];
    readonly passes: readonly { readonly id: string }[];
  }>;
}

interface Found {
  readonly html: string;
  readonly failureSummary: string;
}

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours, which are all that changes in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds by tags or by rules: WCAG 2.2 AA, and its own advice. */
async function violations(page: Page, runOnly: readonly string[]): Promise<readonly string[]> {
  // Colours in charts are looked at by a test of their own.
  const where = { exclude: runOnly === COLOURS ? ['.chart svg'] : [] };
  const input = { runOnly, where };
  const { found, passed } = await page.evaluate(async ({ runOnly: only, where: within }) => {
    const { axe } = window as unknown as { axe: Axe };
    const options = { runOnly: only, resultTypes: ['violations'] };
    const { violations: all, passes } = await axe.run(within, options);
    return {
      found: all.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((one) => `${id}: ${one.html.slice(0, 120)} ${one.failureSummary}`),
      ),
      passed: passes.map(({ id }) => id),
    };
  }, input);
  // A rule that found nothing to look at would tell nothing.
  expect(passed).toContain('color-contrast');
  if (runOnly === ALL) expect(passed).toContain('target-size');
  return found;
}

/** Resolves when every live chart of the shown language has the width of its place. */
async function redrawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.report:not([hidden]) .live')].every(
      (one) => one.querySelector('svg')!.clientWidth <= one.clientWidth + 1,
    ),
  );
}

browserTest.each(MODEL.survey.languages)(
  'in %s all is accessible and within a screen of 1366 or 360 pixels, light or dark, with tables open',
  async (lang) => {
    const { page, noise } = await open(MODEL, { width: 1366 });
    await page.click(`.languages button[lang=${lang}]`);
    await drawn(page);
    await unfold(page);
    await page.evaluate(AXE);
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await redrawn(page);
      expect({ width, cut: await cutOff(page) }).toEqual({ width, cut: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      for (const [colorScheme, rules] of [
        ['light', ALL],
        ['dark', COLOURS],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await violations(page, rules);
        expect({ width, colorScheme, found }).toEqual({ width, colorScheme, found: [] });
      }
    }
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

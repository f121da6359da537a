/** Texts of charts against what is behind them, which rules for documents do not look at. */
import { afterAll, expect, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { MODEL } from '../report/model.ts';
import { contrast, type Rgb } from '../support/contrast.ts';
import { unfold } from './measure.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

jest.setTimeout(180_000);
afterAll(closeAll);

/** WCAG 2.2, success criterion 1.4.3. */
const LEAST = 4.5;
/** A colour behind less of a text than this is a line or an edge, not its ground. */
const GROUND = 0.2;

interface Label {
  readonly text: string;
  readonly section: string;
  readonly colour: Rgb;
  readonly opacity: number;
  /** Within the chart's picture. */
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

/** The texts of a chart; they are invisible from then on. */
function labelsOf(chart: Locator): Promise<readonly Label[]> {
  return chart.evaluate((place) => {
    const frame = place.getBoundingClientRect();
    const texts = [...place.querySelectorAll<SVGTextElement>('svg text')];
    const labels = texts.flatMap((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const [red = 0, green = 0, blue = 0] = (style.fill.match(/[\d.]+/g) ?? []).map(Number);
      let opacity = Number(style.fillOpacity);
      for (let at: Element | null = one; at !== null && at !== place; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity);
      }
      const isInside = left >= frame.left && left + width <= frame.right + 1;
      return width === 0 || !isInside
        ? []
        : [
            {
              text: one.textContent ?? '',
              section: one.closest('section')?.id ?? '',
              colour: [red, green, blue] as const,
              opacity,
              box: [left - frame.left, top - frame.top, width, height] as const,
            },
          ];
    });
    for (const one of texts) one.style.fill = 'transparent';
    return labels;
  });
}

/** For each box of a picture, the colours that fill enough of it. */
function groundsIn(
  reader: Page,
  png: Buffer,
  boxes: readonly Label['box'][],
): Promise<readonly (readonly Rgb[])[]> {
  const input = { data: png.toString('base64'), boxes, least: GROUND };
  return reader.evaluate(async ({ data, boxes: all, least }) => {
    const blob = await (await fetch(`data:image/png;base64,${data}`)).blob();
    const picture = await createImageBitmap(blob);
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    return all.map(([left, top, width, height]) => {
      const pixels = context.getImageData(left, top, Math.ceil(width), Math.ceil(height)).data;
      const counts = new Map<string, number>();
      for (let at = 0; at < pixels.length; at += 4) {
        const key = pixels.slice(at, at + 3).join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts]
        .filter(([, count]) => count >= (least * pixels.length) / 4)
        .map(([key]) => key.split(',').map(Number) as unknown as Rgb);
    });
  }, input);
}

browserTest.each([false, true])(
  'labels of charts stand out from their ground (dark: %s)',
  async (dark) => {
    const { page } = await open(MODEL, { width: 1366, dark });
    await unfold(page);
    await drawn(page);
    const reader = await page.context().newPage();
    const faint: string[] = [];
    let seen = 0;
    for (const chart of await page.locator('.report:not([hidden]) .chart').all()) {
      const labels = await labelsOf(chart);
      const grounds = await groundsIn(
        reader,
        await chart.screenshot(),
        labels.map(({ box }) => box),
      );
      for (const [at, { text, section, colour, opacity }] of labels.entries()) {
        expect({ text, grounds: grounds[at]!.length }).not.toEqual({ text, grounds: 0 });
        for (const ground of grounds[at]!) {
          seen += 1;
          const mixed = colour.map((one, i) => one * opacity + ground[i]! * (1 - opacity));
          const found = contrast(mixed as unknown as Rgb, ground);
          if (found < LEAST) faint.push(`${section} “${text}”: ${found.toFixed(2)} on ${ground}`);
        }
      }
    }
    expect(seen).toBeGreaterThan(500);
    expect(faint).toEqual([]);
    await page.context().close();
  },
);

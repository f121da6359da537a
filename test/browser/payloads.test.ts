/** Texts that try to run, in every place that a text of the data reaches, in every language. */
import { afterAll, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportModel } from '../../pipeline/chart/charts.ts';
import { clean } from '../../pipeline/chart/text.ts';
import { hostile } from '../report/hostile.ts';
import { MODEL } from '../report/model.ts';
import { PAYLOADS } from '../report/payloads.ts';
import { browserTest, closeAll, drawn, open } from './open-report.ts';

// A slow machine needs its time; no test depends on how much.
jest.setTimeout(120_000);

afterAll(closeAll);

/** Sub-problems of the first problem alone: the drawings of the others would take most of the time. */
function withFewParts(model: ReportModel): ReportModel {
  const partsKept = new Set(model.taxonomies.map(({ problems: [first] }) => first!.id));
  return {
    ...model,
    taxonomies: model.taxonomies.map((taxonomy) => ({
      ...taxonomy,
      problems: taxonomy.problems.map((one) =>
        partsKept.has(one.id) ? one : { ...one, subproblems: [] },
      ),
    })),
    tables: {
      ...model.tables,
      problems: model.tables.problems.filter(
        ({ level, code }) => level < 2 || partsKept.has(code.split('.')[0]!),
      ),
    },
  };
}

/** One for each kind of text, and each way in which it is set; within the report of a language. */
const PLACES = {
  title: 'h1',
  marking: '.marking',
  issuer: '.byline',
  note: '.note',
  round: '.bases li',
  'round to choose': '.controls option',
  'value to choose': '.controls optgroup option',
  finding: '[id^=findings] li',
  'name of a taxonomy': '[id^=problems] h3',
  problem: '[id^=problems] tbody th',
  'link to a problem': '.to-drawers a',
  'quoted words': 'blockquote span',
  'sub-problem': '[id^=subproblems] .part',
  'fold of a problem': '.drawer h4',
  'head of a column': '[id^=groups] thead th.n',
  'value of a group': '[id^=changes] td',
  group: '[id^=units] thead th',
  unit: '[id^=units] tbody th',
  question: '[id^=closed] h3',
  option: '[id^=closed] tbody th',
  theme: '[id^=themes] tbody th',
  phrase: '[id^=uncoded] td',
  file: '.file',
  'name of a file': '[id^=quality] tbody th .file',
  definition: '.definitions dd',
  'text of a chart': '[id^=problems] .live svg',
  'text of panels': '[id^=changes] .live svg',
  'text of a grid': '[id^=groups] .live svg',
  'text of options': '[id^=closed] .live svg',
};

/** Places of the shown report in which a text does not stand as it was typed. */
function lackingIn(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate(
    ({ places, wanted }) => {
      // Charts break a text into lines, and a browser makes one space of several.
      const bare = (said: string) => said.replace(/\s+/g, '');
      return places.flatMap(([name, selector]) => {
        const all = [...document.querySelectorAll(`.report:not([hidden]) :is(${selector})`)];
        return all.some((one) => bare(one.textContent ?? '').includes(bare(wanted))) ? [] : [name];
      });
    },
    { places: Object.entries(PLACES), wanted: clean(text) },
  );
}

/** What must not be there, whatever the data say. */
function intruders(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    ran: (window as unknown as { ran?: unknown }).ran ?? null,
    alien: [
      ...document.querySelectorAll(
        'img, iframe, object, base, input, template, form:not(.vega-bindings, .controls), [onload], [onerror]',
      ),
    ].map((one) => one.outerHTML.slice(0, 120)),
    scripts: document.querySelectorAll('script:not([type])').length,
  }));
}

const FEW = withFewParts(MODEL);
const { languages } = MODEL.survey;

browserTest.each(PAYLOADS.map((payload, i) => ({ payload, i })))(
  'keeps $payload what it is, in every place and every language: text',
  async ({ payload, i }) => {
    const { page, noise } = await open(hostile(FEW, [payload]));
    // The round is chosen in each language in its turn.
    const turned = [...languages.slice(i % languages.length), ...languages].slice(
      -languages.length,
    );
    for (const lang of turned) {
      await page.click(`.languages button[lang=${lang}]`);
      await drawn(page);
      expect({ lang, lacking: await lackingIn(page, payload) }).toEqual({ lang, lacking: [] });
    }
    await page.hover('.report:not([hidden]) .bar_marks path');
    await page.waitForSelector('#vg-tooltip-element.visible');
    await page.selectOption('.report:not([hidden]) select[name=round]', '0');
    await drawn(page);
    expect((await page.title()).trim()).toBe(clean(payload).trim());
    expect(await intruders(page)).toEqual({ ran: null, alien: [], scripts: 5 });
    expect(noise).toEqual([]);
    await page.context().close();
  },
);

import { expect, test } from '@jest/globals';
import { drawCharts } from '../../pipeline/chart/charts.ts';
import { contextsOf } from '../../pipeline/report/context.ts';
import { html } from '../../pipeline/report/html.ts';
import { closed } from '../../pipeline/report/sections/closed.ts';
import { findings } from '../../pipeline/report/sections/findings.ts';
import { sentence, sentenceList, verdictsAbout } from '../../pipeline/report/sentences.ts';
import type { Verdict } from '../../pipeline/report/verdicts/verdict.ts';
import {
  contextIn,
  contrast,
  mean,
  modelWith,
  problem,
  Q1,
  Q2,
  Q3,
  read,
  scaleTrend,
  shown,
  tested,
  trend,
} from './made.ts';
import { MANIFEST, SURVEY } from './model.ts';

const CODES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'] as const;

/**
 * Eight problems that rose, by 4 to 11 points, the rarest most; a scale that moved; groups that
 * differ in two.
 */
const MOVED = modelWith({
  problems: CODES.flatMap((code, at) => [
    problem(Q1, code, shown(0.2, 700)),
    problem(Q2, code, shown(0.2, 700)),
    problem(Q3, code, shown(0.35 - at / 100, 700)),
    problem(Q3, code, shown(0.3, 300), '省直机关'),
    problem(Q3, code, shown(0.2, 400), '市直机关'),
  ]),
  trends: CODES.map((code, at) => trend(code, 'up', { difference: 0.04 + at / 100 })),
  tests: ['A1', 'A2'].map((code) => tested(code, 0.01)),
  contrasts: [contrast('A2', '省直机关', 0.3, { share: 0.2, base: 400 }, 'above')],
  closed: [mean(Q2, 3.1, 0.1), mean(Q3, 3.6, 0.1)],
  scale_trends: [scaleTrend(3.1, 3.6, 'up')],
});

function told(model: typeof MOVED): readonly string[] {
  const body = String(findings(contextIn('en', model)).body);
  return [...body.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => read(text));
}

test('findings begin with what is borne out, the largest of each kind first, and crowd out none', () => {
  const kinds = told(MOVED).map((text) =>
    [
      /Most mentioned/,
      /^Mentions of “A\d .* rose/,
      /^The mean .* rose/,
      /^In .* mention .* than|differ by/,
      /trend/,
    ].findIndex((one) => one.test(text)),
  );
  expect(kinds).toEqual([...kinds].sort());
  expect(new Set(kinds)).toEqual(new Set([0, 1, 2, 3]));
  const rises = told(MOVED).flatMap((text) => /^Mentions of “(A\d) .* rose/.exec(text)?.[1] ?? []);
  expect(rises.length).toBeGreaterThan(1);
  expect(rises).toEqual(CODES.toReversed().slice(0, rises.length));
  expect(told(MOVED).findIndex((text) => text.includes('mention “A2 Working'))).toBe(
    told(MOVED).findIndex((text) => /mention “|differ by/.test(text)),
  );
});

test('there are at most six, each a short sentence with what it rests on below', () => {
  for (const lang of ['zh-Hans', 'zh-Hant'] as const) {
    const body = String(findings(contextIn(lang, MOVED)).body);
    const items = [...body.matchAll(/<li>(.*?)<small>(.*?)<\/small><\/li>/g)];
    expect(items.length).toBeGreaterThan(2);
    expect(items.length).toBeLessThanOrEqual(6);
    for (const [, text = '', details = ''] of items) {
      expect(read(text).length).toBeLessThanOrEqual(60);
      expect(read(text)).toMatch(/\d/);
      expect(read(details)).toMatch(/基[数數]|校正[后後]/);
    }
  }
});

test('the largest change comes first whichever taxonomy it is of', () => {
  const two = modelWith(
    {
      problems: (['organ', 'grassroots'] as const).flatMap((taxonomy, at) =>
        [Q2, Q3].map((round) =>
          problem(round, at === 0 ? 'A1' : 'B1', shown(0.2, 700), '', taxonomy),
        ),
      ),
      trends: [trend('A1', 'up', { difference: 0.05 }), trend('B1', 'up', { difference: 0.1 })],
    },
    SURVEY,
  );
  const rises = told(two).flatMap((text) => /“([AB]\d) .* rose/.exec(text)?.[1] ?? []);
  expect(rises).toEqual(['B1', 'A1']);
});

test('what is not borne out comes last', () => {
  const still = modelWith({
    ...MOVED.tables,
    trends: MOVED.tables.trends.map((row) => ({ ...row, change: 'no-evidence' as const })),
    series: [],
  });
  const texts = told(still);
  expect(texts.findIndex((text) => /no evidence/i.test(text))).toBeGreaterThan(
    texts.findIndex((text) => text.includes('The mean')),
  );
  expect(texts.at(-1)).toMatch(/no evidence/i);
});

test('what is said of a scale stands above its chart, not among its folded tables', () => {
  const shares = [Q2, Q3].flatMap((round) =>
    ['1', '2', '3', '4', '5'].map((option) => ({
      ...{ round, question: 'importance', type: 'scale' as const, group: 'all', value: '' },
      ...{ option, label: option, mean: null, sd: null, ...shown(0.2, 900) },
    })),
  );
  const model = modelWith({
    ...MOVED.tables,
    closed: [...MOVED.tables.closed, ...shares],
  });
  const context = contextsOf(model, drawCharts(model), MANIFEST, new Map())[0]!;
  const body = String(closed(context)!.body);
  const [before = '', after = ''] = body.split('<figure>');
  expect(before).toContain('升至2026年三季度的 3.60');
  expect(after).not.toContain('升至2026年三季度的 3.60');
});

test('several sentences about one question have its name above them, once', () => {
  const context = contextsOf(MOVED, drawCharts(MOVED), MANIFEST, new Map())[0]!;
  const [panel] = context.panels;
  const about = verdictsAbout(context, panel!, 'rose', 'fell', 'no-evidence', 'trend-over-rounds');
  expect(about.length).toBeGreaterThan(1);
  const name = read(sentence(context, about[0]!)).split('：')[0]!;
  const list = read(html`${sentenceList(context, about)}`);
  expect(list.split(name)).toHaveLength(2);
  expect(list.startsWith(name)).toBe(true);
  const alone = html`${sentenceList(context, about.slice(0, 1))}`;
  expect(read(alone).trim()).toBe(read(sentence(context, about[0]!)));
});

test('what is not borne out is behind a line that counts it, unless nothing is', () => {
  const context = contextsOf(MOVED, drawCharts(MOVED), MANIFEST, new Map())[0]!;
  const rose = context.verdicts.filter(({ kind }) => kind === 'rose').slice(0, 2);
  const still: Verdict = {
    ...{ kind: 'hidden', from: Q2, to: Q3, codes: ['A1'] },
    ...{ question: rose[0]!.question, taxonomy: rose[0]!.taxonomy },
  };
  const [open = '', behind = ''] = String(html`${sentenceList(context, [still, ...rose])}`).split(
    '<details>',
  );
  expect(open.match(/<li>/g)).toHaveLength(2);
  expect(behind).toContain('<summary>另 1 条');
  expect(behind.match(/<li>/g)).toHaveLength(1);
  expect(String(html`${sentenceList(context, [still])}`)).not.toContain('<details>');
});

import { expect, test } from '@jest/globals';
import type { ShareFigures } from '../../pipeline/aggregate/tables.ts';
import { figuresInWords } from '../../pipeline/chart/in-words.ts';
import { trendsChart } from '../../pipeline/chart/trends.ts';
import { staticSvg } from '../../pipeline/report/static-svg.ts';

const FIGURES: ShareFigures = {
  ...{ base: 900, n: 180, share: 0.2, low: 0.18, high: 0.22, n_effective: 900 },
  status: 'shown',
};

async function drawn(rounds: readonly string[], labels = ['A1']): Promise<string> {
  const chart = trendsChart(
    labels.map((label) => ({ label, verdict: null, figures: rounds.map(() => FIGURES) })),
    rounds,
    { lang: 'en', title: '', reading: '', colour: '#2b7bba', asked: rounds.map(() => true) },
  );
  return String(await staticSvg(chart));
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `R${at + 1}`);

async function roundsNamed(count: number): Promise<readonly string[]> {
  const svg = await drawn(numbered(count));
  return [...svg.matchAll(/>(R\d+)</g)].map(([, name]) => name ?? '');
}

test('of many rounds the first and the latest are named below a panel', async () => {
  expect(await roundsNamed(12)).toEqual(['R1', 'R12']);
});

test('of few rounds each is', async () => {
  expect(await roundsNamed(3)).toEqual(['R1', 'R2', 'R3']);
});

test('long names of the first and the latest of many rounds do not make a panel wider', async () => {
  const widthOf = (svg: string) => Number(/width="([\d.]+)"/.exec(svg)![1]);
  const months = numbered(12).map((_, at) => `2025年${at + 1}月`);
  const panels = ['A1', 'A2', 'A3', 'A4'];
  const short = widthOf(await drawn(numbered(12), panels));
  expect(widthOf(await drawn(months, panels))).toBeLessThanOrEqual(short + 1);
});

test('a figure is told by its problem and its round, without verdicts and in one line', () => {
  const chart = trendsChart(
    [{ label: 'A4 党务干部岗位吸引力弱', verdict: '▲ 较2026年二季度', figures: [FIGURES] }],
    ['2026年第三季度调查'],
    { lang: 'zh-Hans', title: '', reading: '', colour: '#2b7bba', asked: [true] },
  );
  expect(figuresInWords(chart)).toEqual([
    'A4 党务干部岗位吸引力弱 · 2026年第三季度调查 20.0% (18.0%–22.0%)',
  ]);
  const fields = [...JSON.stringify(chart).matchAll(/"field":"(\w+)","type":"nominal","title"/g)];
  expect(fields.map(([, field]) => field)).toEqual(['problem', 'roundName', 'value', 'interval']);
});

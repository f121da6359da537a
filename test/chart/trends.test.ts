import { expect, test } from '@jest/globals';
import type { ShareFigures } from '../../pipeline/aggregate/tables.ts';
import { trendsChart } from '../../pipeline/chart/trends.ts';
import { staticSvg } from '../../pipeline/report/static-svg.ts';

const FIGURES: ShareFigures = {
  ...{ base: 900, n: 180, share: 0.2, low: 0.18, high: 0.22, n_effective: 900 },
  status: 'shown',
};

async function roundsNamed(count: number): Promise<readonly string[]> {
  const rounds = Array.from({ length: count }, (_, at) => `R${at + 1}`);
  const chart = trendsChart(
    [{ label: 'A1', verdict: null, figures: rounds.map(() => FIGURES) }],
    rounds,
    { lang: 'en', title: '', reading: '', colour: '#2b7bba', asked: rounds.map(() => true) },
  );
  const svg = String(await staticSvg(chart));
  return [...svg.matchAll(/>(R\d+)</g)].map(([, name]) => name ?? '');
}

test('of many rounds the first and the latest are named below a panel', async () => {
  expect(await roundsNamed(12)).toEqual(['R1', 'R12']);
});

test('of few rounds each is', async () => {
  expect(await roundsNamed(3)).toEqual(['R1', 'R2', 'R3']);
});

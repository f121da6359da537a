import { expect, test } from '@jest/globals';
import type { ShareFigures } from '../../pipeline/aggregate/tables.ts';
import { rankingChart } from '../../pipeline/chart/ranking.ts';
import { staticSvg } from '../../pipeline/report/static-svg.ts';

function figures(share: number): ShareFigures {
  const interval = { low: share - 0.02, high: share + 0.02 };
  return { base: 1000, n: share * 1000, share, ...interval, n_effective: 1000, status: 'shown' };
}

const CHART = rankingChart(
  [
    { label: 'A', level: 1, figures: figures(0.3), previous: figures(0.2), beside: null },
    // Last round's tick lies far beyond the interval.
    { label: 'B', level: 1, figures: figures(0.17), previous: figures(0.34), beside: null },
  ],
  {
    ...{ lang: 'en', title: '', reading: '', axis: '', share: '', rowTitle: '' },
    colour: '#2b7bba',
  },
);

/** Texts of the marks of one name, with how far right they stand. */
async function textsOf(name: string) {
  const svg = String(await staticSvg(CHART));
  const group = svg.split(`${name}_marks`)[1]?.split('</g>')[0] ?? '';
  return [...group.matchAll(/translate\(([\d.]+),[^>]*>([^<]*)</g)].map(([, x, text]) => ({
    x: Number(x),
    text,
  }));
}

test('figures stand in a column of their own, wherever last round’s tick lies', async () => {
  const [first, second] = await textsOf('value');
  expect([first?.text, second?.text]).toEqual(['30.0%', '17.0%']);
  expect(second?.x).toBe(first?.x);
});

test('last round’s figures stand behind those of this round, under a head that says so', async () => {
  const [own] = await textsOf('value');
  const before = await textsOf('before');
  expect(before.map(({ text }) => text)).toEqual(['20.0%', '34.0%']);
  for (const { x } of before) expect(x).toBeGreaterThan(own!.x);
  expect((await textsOf('columnhead')).map(({ text }) => text)).toEqual(['This', 'Before']);
});

test('what hovering tells says of each figure what it is, hidden, or that there is none', () => {
  const hidden: ShareFigures = {
    ...{ base: null, n: null, share: null, low: null, high: null, n_effective: null },
    status: 'suppressed',
  };
  const { data } = rankingChart(
    [
      { label: 'A', level: 1, figures: figures(0.3), previous: hidden, beside: null },
      { label: 'B', level: 1, figures: hidden, previous: figures(0.2), beside: figures(0.1) },
    ],
    {
      ...{ lang: 'en', title: '', reading: '', axis: '', share: '', rowTitle: '' },
      colour: '#2b7bba',
    },
  ) as unknown as { data: { values: readonly Record<string, unknown>[] } };
  const told = data.values.map((one) =>
    ['Share', 'Interval', 'Base', 'Effective', 'Previous', 'Beside'].map(
      (key) => one[`told${key}`],
    ),
  );
  expect(told).toEqual([
    ['30.0%', '28.0%–32.0%', '1,000', '1,000.0', 'hidden', '—'],
    ['hidden', 'hidden', 'hidden', 'hidden', '20.0%', '10.0%'],
  ]);
});

import { expect, test } from '@jest/globals';
import { seriesRows } from '../../pipeline/aggregate/series.ts';
import type { ProblemRow } from '../../pipeline/aggregate/tables.ts';
import { openQuestion, scaleQuestion, surveyOf } from '../support/survey.ts';

const ROUNDS = ['r1', 'r2', 'r3', 'r4'];
const survey = {
  ...surveyOf(),
  rounds: ROUNDS.map((id) => ({
    id,
    label: { 'zh-Hans': id, 'zh-Hant': id, en: id },
    date: null,
    files: [],
  })),
  questions: [{ ...openQuestion, asked: ROUNDS }],
};

/** `yes` of `n` in the rounds given; null is hidden. */
function lines(
  counts: Readonly<Record<string, readonly [yes: number, n: number] | null>>,
  more: Partial<ProblemRow> = {},
): readonly ProblemRow[] {
  return Object.entries(counts).map(([round, found]): ProblemRow => {
    const [yes, n] = found ?? [0, 0];
    const figures =
      found === null
        ? { base: null, n: null, share: null, low: null, high: null, n_effective: null }
        : { base: n, n: yes, share: yes / n, low: 0, high: 1, n_effective: n };
    return {
      ...{ round, question: 'open', taxonomy: 'tiny', code: 'P1', level: 1, label: 'P1' },
      ...{ group: 'all', value: '', ...figures },
      status: found === null ? 'suppressed' : 'shown',
      ...more,
    };
  });
}

const SMOKERS = { r1: [83, 86], r2: [90, 93], r3: [129, 136], r4: [70, 82] } as const;

test('a series has the trend test of R', () => {
  // R's example of prop.trend.test (Fleiss 1981, p. 139): X-squared = 8.2249, p = 0.004132.
  const [row] = seriesRows(lines(SMOKERS), survey);
  expect(row).toMatchObject({ code: 'P1', rounds: 4, direction: 'down', shown: 'yes' });
  expect((row?.z ?? 0) ** 2).toBeCloseTo(8.2249, 4);
  expect(row?.p).toBeCloseTo(0.004132, 6);
  expect(row?.p_adjusted).toBe(row?.p);
});

test('a hidden round, and one that did not ask, leave a gap on the axis', () => {
  // N r² of score and answer over 261 persons, scores 0, 1, 3; with 0, 1, 2 z would be −2.825.
  const hidden = seriesRows(lines({ ...SMOKERS, r3: null }), survey)[0];
  expect(hidden).toMatchObject({ rounds: 3, shown: 'yes', direction: 'down' });
  expect(hidden?.z).toBeCloseTo(-3.1188, 4);
  const { r3: _, ...others } = SMOKERS;
  const asked = { ...survey, questions: [{ ...openQuestion, asked: ['r1', 'r2', 'r4'] }] };
  expect(seriesRows(lines(others), asked)[0]).toEqual(hidden);
});

test('fewer than three shown rounds are not tested', () => {
  const [row] = seriesRows(lines({ ...SMOKERS, r2: null, r3: null }), survey);
  const nothing = { z: null, p: null, p_adjusted: null, direction: '', shown: 'no' };
  expect(row).toEqual({
    ...{ question: 'open', taxonomy: 'tiny', code: 'P1', group: 'all', value: '', rounds: 2 },
    ...nothing,
  });
});

test('nobody ever mentions it: no test, and no evidence', () => {
  const [row] = seriesRows(lines({ r1: [0, 50], r2: [0, 50], r3: [0, 50] }), survey);
  expect(row).toMatchObject({ z: null, p: null, direction: 'no-evidence', shown: 'yes' });
});

test('p is adjusted within question, level and group, and the direction follows it', () => {
  const rises = { r1: [20, 100], r2: [30, 100], r3: [40, 100] } as const;
  // By N r²: p = 0.002028 and, for a slight rise to 33 of 100, 0.6445.
  const weak = { r1: [30, 100], r2: [28, 100], r3: [33, 100] } as const;
  const rows = seriesRows(
    [
      ...lines(rises),
      ...['P2', 'P3', 'P4'].flatMap((code) => lines(weak, { code })),
      ...lines(rises, { code: 'P1.1', level: 2 }),
      ...lines(rises, { group: 'g', value: 'x' }),
    ],
    survey,
  );
  expect(rows.map(({ direction }) => direction)).toEqual([
    'up',
    ...['no-evidence', 'no-evidence', 'no-evidence'],
    ...['up', 'up'],
  ]);
  // Benjamini–Hochberg: the least of four times 4, alone times 1.
  expect(rows[0]?.p).toBeCloseTo(0.002028, 6);
  expect(rows[0]?.p_adjusted).toBeCloseTo(4 * 0.002028, 5);
  expect(rows[4]?.p_adjusted).toBeCloseTo(0.002028, 6);
  expect(rows[5]?.p_adjusted).toBeCloseTo(0.002028, 6);
});

test('another taxonomy in one round breaks the series, the same one in all does not', () => {
  const by = (taxonomies: readonly (readonly [string, string])[]) => ({
    ...survey,
    questions: [
      {
        ...openQuestion,
        asked: ROUNDS,
        taxonomy: { by: 'round', taxonomies: new Map(taxonomies) },
      },
    ],
  });
  const same = ROUNDS.map((round) => [round, 'tiny'] as const);
  expect(seriesRows(lines(SMOKERS), by(same))[0]).toMatchObject({ shown: 'yes' });
  const other = seriesRows(lines(SMOKERS), by([['r1', 'other'], ...same.slice(1)]));
  expect(other[0]).toMatchObject({ rounds: 4, z: null, direction: '', shown: 'no' });
});

test('another form of the question in one round breaks the series', () => {
  const form = { range: [1, 7], reverse: false, labels: new Map() } as const;
  const asked = { ...scaleQuestion, id: 'open', asked: ROUNDS, rounds: new Map([['r2', form]]) };
  const broken = { ...survey, questions: [asked] };
  expect(seriesRows(lines(SMOKERS), broken)[0]).toMatchObject({ direction: '', shown: 'no' });
});

/** Figures of a design, and weights, from which hidden counts could be worked out. */
import { expect, test } from '@jest/globals';
import type { ProblemRow } from '../../../pipeline/aggregate/tables.ts';
import { coarsen } from '../../../pipeline/protect/coarse/coarsen.ts';
import { shareInterval } from '../../../pipeline/statistics/interval.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { surveyOf } from '../../support/survey.ts';
import { NO_TABLES } from '../../support/tables.ts';

const WHERE = { round: 'r1', question: 'open', taxonomy: 'tiny', code: 'P1', level: 1 as const };
const NOTHING = { base: null, n: null, share: null, low: null, high: null, n_effective: null };
const NAMES = { label: 'P1', parent: '' };

/** 75 of 250 people, 12 of them in units 3 and 4, whose counts are hidden; each unit is a cluster. */
function lineOf(n_effective: number, share: number, survey: Survey) {
  const variance = (share * (1 - share)) / n_effective;
  const estimate = { share, variance, n: 250, nEffective: n_effective, df: 4 };
  const { low, high } = shareInterval('wilson', estimate, 0.95)!;
  const all = { ...{ base: 250, n: 75, share, low, high, n_effective }, status: 'shown' } as const;
  const rows = [
    { ...WHERE, ...NAMES, group: 'all', value: '', ...all },
    ...['U3', 'U4'].map((value) => {
      return {
        ...WHERE,
        ...NAMES,
        group: 'unit',
        value,
        ...NOTHING,
        status: 'suppressed',
      } as const;
    }),
  ] as unknown as readonly ProblemRow[];
  const tables = { ...NO_TABLES, problems: rows };
  return coarsen(tables, new Map(), survey).problems[0]!;
}

const columns = surveyOf().columns;

/**
 * n_effective of the share of everybody for each count that unit 3 may have, unit 4 having the others
 * of the 12: C / (C − 1) · Σ (n − p · base)² / N² with counts 20, 22, ., ., 21 of 60, 50, 40, 45, 55.
 */
const BY_COUNT = Array.from({ length: 13 }, (_, n) => {
  const counts = [20, 22, n, 12 - n, 21];
  const bases = [60, 50, 40, 45, 55];
  const squares = counts.map((count, i) => (count - 0.3 * bases[i]!) ** 2);
  const variance = (5 / 4) * (squares.reduce((sum, one) => sum + one, 0) / 250 ** 2);
  return (0.3 * 0.7) / variance;
});

test('the variance between clusters does not tell the hidden counts of those', () => {
  const survey = surveyOf({ columns: { ...columns, cluster: ['unit'] } });
  const lines = BY_COUNT.map((effective) => JSON.stringify(lineOf(effective, 0.3, survey)));
  // Without rounding nearly every count has a line of its own.
  expect(new Set(BY_COUNT.map((one) => one.toFixed(1))).size).toBeGreaterThan(10);
  for (const line of lines) {
    const alike = [...lines.keys()].filter((n) => lines[n] === line);
    expect(alike.at(-1)! - alike[0]!).toBeGreaterThanOrEqual(survey.privacy.minimum);
  }
});

test('an interval that is made coarse holds the exact one, and a share of heads stays as it is', () => {
  const survey = surveyOf({ columns: { ...columns, stratum: ['unit'] } });
  for (const effective of [7, 47.8, 60.2, 249, 250]) {
    const exact = { share: 0.3, variance: 0.21 / effective, n: 250, nEffective: effective, df: 4 };
    const { low, high } = shareInterval('wilson', exact, 0.95)!;
    const line = lineOf(effective, 0.3, survey);
    expect(line).toMatchObject({ share: 0.3, n: 75, base: 250 });
    expect(line.low).toBeLessThanOrEqual(low + 0.005);
    expect(line.high).toBeGreaterThanOrEqual(high - 0.005);
    expect(line.n_effective).toBeLessThanOrEqual(effective);
  }
});

test('weights that are equal in each stratum make a share coarse, though n_effective is near the base', () => {
  const survey = surveyOf({ columns: { ...columns, weight: ['w'], stratum: ['unit'] } });
  expect(lineOf(249.96, 0.2712, survey).share).toBe(0.25);
  // 0.2712 and 0.2688 differ by what one of them weighs.
  expect(lineOf(249.96, 0.2688, survey).share).toBe(0.25);
});

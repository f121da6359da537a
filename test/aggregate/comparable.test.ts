/** What a design with few clusters may not be sure of. */
import { expect, test } from '@jest/globals';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { kornGraubardN } from '../../pipeline/statistics/beta-interval.ts';
import { newcombe } from '../../pipeline/statistics/newcombe.ts';
import { tablesOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf } from '../support/survey.ts';

const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 2),
  columns: { respondent: null, weight: null, stratum: null, cluster: ['c'], fpc: null },
});

/** `yes` of 20 in each cluster of a type. */
function clusters(type: string, yes: readonly number[]): readonly Respondent[] {
  return yes.flatMap((count, c) =>
    Array.from({ length: 20 }, (_, i) => ({
      ...respondentOf(i < count ? 'P1' : 'uncoded', type, 'U'),
      design: JSON.stringify(['', `${type}${c}`, '']),
    })),
  );
}

test('a group that lies within one cluster has a share, but no interval and no comparison', () => {
  const round = (yes: number) => [...clusters('A', [yes]), ...clusters('B', [6, 9, 12, 8])];
  const { problems, trends, contrasts } = tablesOf([round(14), round(6)], SURVEY);
  const row = problems.find((one) => one.code === 'P1' && one.value === 'A')!;
  expect(row).toMatchObject({ share: 0.7, low: null, high: null, n_effective: null });
  const trend = trends.find((one) => one.code === 'P1' && one.value === 'A')!;
  expect(trend).toMatchObject({ p: null, change: '', shown: 'no' });
  expect(contrasts.find((one) => one.code === 'P1' && one.value === 'A')?.shown).toBe('no');
});

test('a change with few clusters is taken with their degrees of freedom', () => {
  const rounds = [clusters('A', [6, 9, 12, 8]), clusters('A', [10, 13, 9, 14])];
  const { problems, trends } = tablesOf(rounds, SURVEY);
  const [before, after] = problems.filter((one) => one.code === 'P1' && one.group === 'all');
  const sample = ({ share, base, n_effective }: NonNullable<typeof before>) => ({
    share: share!,
    // Four clusters leave three degrees of freedom.
    n: kornGraubardN(n_effective!, base!, 3, 0.95),
  });
  const expected = newcombe(sample(after!), sample(before!), 0.95)!;
  const trend = trends.find((one) => one.code === 'P1' && one.group === 'all')!;
  expect(trend.low).toBeCloseTo(expected.low, 12);
  expect(trend.high).toBeCloseTo(expected.high, 12);
  expect(sample(after!).n).toBeLessThan(after!.n_effective!);
});

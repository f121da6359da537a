/** What the tables beside the main ones must not give away. */
import { expect, test } from '@jest/globals';
import type { Population } from '../../pipeline/read/population.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { tablesOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf } from '../support/survey.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });

/** People by what they said, the type they are of, and whether they are flagged. */
function people(...parts: readonly (readonly [string, number, string?, boolean?])[]) {
  return parts.flatMap(([open, n, type = 'T', isFlagged = false]) =>
    Array.from(
      { length: n },
      (): Respondent => ({
        ...respondentOf(open, type, 'U'),
        flags: isFlagged ? ['straight_lining'] : [],
      }),
    ),
  );
}

test('two codes of one person each do not follow from the mentions', () => {
  const { problems, bases } = tablesOf(
    [people(['P1', 60], ['P2', 1], ['P3', 1], ['uncoded', 30])],
    ONE,
  );
  const hidden = problems.filter((row) => row.group === 'all' && row.status === 'suppressed');
  expect(hidden.map(({ code }) => code)).toEqual(expect.arrayContaining(['P2', 'P3']));
  const mentions = bases.filter((row) => row.of === 'mentions');
  expect(mentions.map(({ status, base }) => [status, base])).toEqual(
    mentions.map(() => ['suppressed', null]),
  );
});

test('without hidden codes mentions are shown, and add up', () => {
  const { bases } = tablesOf([people(['P1', 60], ['P2;P3', 20], ['uncoded', 30])], ONE);
  const mentions = bases.filter((row) => row.of === 'mentions');
  expect(mentions.map(({ n, base }) => [n, base])).toEqual([
    [60, 100],
    [20, 100],
    [20, 100],
  ]);
});

test.each([
  { what: 'that all who are flagged said it', flagged: ['P1', 6] as const },
  { what: 'that few who are flagged said it', flagged: ['P2', 3] as const },
])('the table without flagged respondents does not tell $what', ({ flagged }) => {
  const [open, n] = flagged;
  const { sensitivity } = tablesOf(
    [people(['P1', 40], ['P2', 30], ['uncoded', 40], [open, n, 'T', true])],
    ONE,
  );
  const row = sensitivity.find((one) => one.variant === 'unflagged' && one.code === open)!;
  expect(row).toMatchObject({ status: 'suppressed', n: null, share: null, difference: null });
});

test('flagged respondents who are many on either side are left out in the open', () => {
  const { sensitivity } = tablesOf(
    [people(['P1', 40], ['uncoded', 40], ['P1', 8, 'T', true], ['uncoded', 9, 'T', true])],
    ONE,
  );
  const row = sensitivity.find((one) => one.variant === 'unflagged' && one.code === 'P1')!;
  // 40 of 80 instead of 48 of 97.
  expect(row).toMatchObject({ status: 'shown', n: 40, base: 80, share: 0.5 });
  expect(row.difference).toBeCloseTo(0.5 - 48 / 97, 12);
});

test('all asked are hidden where they would tell how few gave no answer', () => {
  const asked = (empty: number) =>
    tablesOf([people(['P1', 40], ['uncoded', 40], ['empty', empty])], ONE).bases.find(
      (row) => row.of === 'asked' && row.code === 'P1',
    )!;
  expect(asked(3)).toMatchObject({ status: 'suppressed', base: null });
  expect(asked(10)).toMatchObject({ status: 'shown', base: 90, n: 40, share: 40 / 90 });
});

const POPULATION: Population = {
  file: 'p.csv',
  sha256: '',
  groups: ['type'],
  lines: [
    ['A', 100],
    ['B', 310],
    ['C', 990],
  ].map(([value, count]) => ({
    round: null,
    values: [value as string],
    count: count as number,
    row: 2,
  })),
} as Population;

test('under computed weights a share of everybody is no equation over hidden counts', () => {
  const weighted = {
    ...ONE,
    weighting: { method: 'poststratify', by: ['type'], trim: null },
  } as const;
  const { problems, contrasts } = tablesOf(
    [
      people(
        ...([
          ['P1;P2', 2, 'A'],
          ['uncoded', 28, 'A'],
          ['P1', 6, 'B'],
          ['uncoded', 24, 'B'],
        ] as const),
        ...([
          ['P1;P2', 20, 'C'],
          ['uncoded', 30, 'C'],
          ['P2', 20, 'C'],
          ['P2', 20, 'A'],
        ] as const),
        ...([['P2', 20, 'B']] as const),
      ),
    ],
    weighted,
    POPULATION,
  );
  const of = (code: string, group: string, value = '') =>
    problems.find((row) => row.code === code && row.group === group && row.value === value)!;
  expect(of('P1', 'type', 'A').status).toBe('suppressed');
  const whole = (x: number | null) => x !== null && Number.isInteger(Math.round(x * 1e6) / 1e4);
  const { share, low, high, n_effective: n } = of('P1', 'all');
  expect([share, low, high].map(whole)).toEqual([true, true, true]);
  expect(n).toBe(Number(n!.toPrecision(2)));
  expect(contrasts.filter((row) => row.code === 'P1').map((row) => row.shown)).toEqual(
    contrasts.filter((row) => row.code === 'P1').map(() => 'no'),
  );
  // A code that nothing is hidden of keeps its digits.
  expect(whole(of('P2', 'all').share)).toBe(false);
});

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
  expect(contrasts.filter((row) => row.code === 'P1').map((row) => row.shown)).toEqual(
    contrasts.filter((row) => row.code === 'P1').map(() => 'no'),
  );
  // A code that nothing is hidden of keeps its digits.
  expect(Number.isInteger(Math.round(of('P2', 'all').share! * 1e6) / 1e4)).toBe(false);
});

/** Three types of one weight each; of the 20 who name P1 in A and B, `inA` are in A. */
function split(inA: number): readonly Respondent[] {
  const of = (type: string, yes: number, no: number) =>
    people(['P1;P2', yes, type], ['P2', 30 - yes, type], ['uncoded', no, type]);
  const weights = new Map([
    ['A', 100 / 60],
    ['B', 310 / 60],
    ['C', 990 / 80],
  ]);
  const all = [...of('A', inA, 30), ...of('B', 20 - inA, 30), ...of('C', 25, 50)];
  return all.map((one) => ({ ...one, weight: weights.get(one.groups[0]!)! }));
}

test.each([
  {
    what: 'computed weights',
    survey: { weighting: { method: 'poststratify', by: ['type'], trim: null } } as const,
  },
  {
    what: 'a column of weights that go by a group',
    survey: { columns: { ...ONE.columns, weight: ['w'] } },
  },
])('with $what many hidden counts fit all that is told', ({ survey }) => {
  const told = (inA: number) => {
    // The column's weights are those that would be computed; a computed one has none beside it.
    const own = 'columns' in survey ? split(inA) : split(inA).map((one) => ({ ...one, weight: 1 }));
    const tables = tablesOf([own], { ...ONE, ...survey }, POPULATION);
    const hidden = tables.problems.filter(
      ({ code, group, status }) => code === 'P1' && group === 'type' && status === 'suppressed',
    );
    expect(hidden.map(({ value }) => value)).toEqual(['A', 'B']);
    const { problems, tests, contrasts, pairs, bases } = tables;
    return { problems, tests, contrasts, pairs, bases };
  };
  const truth = told(2);
  expect([1, 3, 4].map(told)).toEqual([truth, truth, truth]);
});

test('with weights that go by a group nothing of a scale tells points of a small value', () => {
  const weighted = { ...surveyOf(), columns: { ...ONE.columns, weight: ['w'] } };
  const told = (inD: readonly number[], inE: readonly number[]) => {
    const of = (type: string, weight: number, points: readonly number[]) =>
      points.map((scale) => respondentOf('uncoded', type, 'U', { scale, weight }));
    const many = Array.from({ length: 50 }, (_, i) => 1 + (i % 5));
    const all = [
      ...of('A', 0.7, many),
      ...of('B', 1.3, [...many, 2]),
      ...of('D', 0.9, inD),
      ...of('E', 2.1, inE),
    ];
    const { closed, scales, scale_trends: trends } = tablesOf([all, [...all, ...all]], weighted);
    return { closed, scales, trends };
  };
  // In either value as many points are nobody's, whichever it is: a 0 is shown.
  const truth = told([1, 5, 5, 2, 4], [5, 1, 1, 4, 4, 3]);
  expect(truth.closed).toContainEqual(
    expect.objectContaining({ type: 'scale', group: 'all', option: '', status: 'shown' }),
  );
  expect(truth.scales).toContainEqual(expect.objectContaining({ group: 'type', status: 'shown' }));
  expect(told([1, 1, 5, 2, 4], [5, 5, 1, 4, 4, 3])).toEqual(truth);
  expect(told([1, 5, 2, 4, 4], [5, 5, 1, 1, 4, 3])).toEqual(truth);
});

test('response tells where nobody is, since no other table has a line of it', () => {
  const units = ['A/1', 'A/2', 'B/1', 'B/2', 'C/1'];
  const population = {
    ...POPULATION,
    groups: ['type', 'unit'],
    lines: units.map((unit) => ({
      ...{ round: null, count: 100, row: 2 },
      values: [unit.split('/')[0]!, unit],
    })),
  };
  const there = (n: number, type: string, unit: string) =>
    Array.from({ length: n }, () => respondentOf('P1', type, unit));
  const { response } = tablesOf(
    [[...there(1, 'A', '1'), ...there(7, 'A', '2'), ...there(7, 'B', '1')]],
    { ...ONE, privacy: { ...ONE.privacy, minimum: 6 } },
    population,
  );
  const of = (value: string) => response.find((row) => row.value === value)!.respondents;
  expect(['B/2', 'C', 'C/1'].map(of)).toEqual([0, 0, 0]);
  // 15 altogether, and 7 of B/1, would be 8 of A, of whom one is of A/1.
  expect([of('A'), of('B'), of('B/1')]).toEqual([8, 7, 7]);
  expect([of('A/1'), of('A/2')]).toEqual([null, null]);
});

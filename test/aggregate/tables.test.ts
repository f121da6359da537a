import { expect, test } from '@jest/globals';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import { roundTables } from '../../pipeline/aggregate/round.ts';
import { pairsOf } from '../../pipeline/aggregate/trends.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';
import { NO_TABLES } from '../support/tables.ts';

const survey = surveyOf();

/** Tables of rounds given as respondents; nothing is hidden. */
function tablesOf(rounds: Readonly<Record<string, readonly Respondent[]>>) {
  const tallies = new Map(
    Object.entries(rounds).map(([round, respondents]) => {
      const tally = emptyTally();
      const plan = {
        survey,
        round,
        codebook: tinyCodebook,
        coders: new Map([['tiny', literalCoder]]),
      };
      countRespondents(respondents, 'a.csv', plan, tally);
      return [round, tally] as const;
    }),
  );
  const rows = Object.entries(rounds).map(([round, { length }]) => ({
    round,
    file: 'a.csv',
    encoding: 'utf-8',
    format: 'plain',
    rows: length,
    used: length,
    set_aside: 0,
    excluded: 0,
    reason: 'used',
    encoding_reason: 'valid-utf8' as const,
    runner_up: '',
  }));
  const counts = { survey, codebook: tinyCodebook, tallies, rows, population: null };
  return roundTables({
    ...NO_TABLES,
    ...completeTables(countTables(counts), counts),
  });
}

const times = (n: number, answer: string, type = 'T', more = {}) =>
  Array.from({ length: n }, () => respondentOf(answer, type, 'U', more));

// By hand: 10 asked, 8 substantive (3 P1, one of them with P3; 2 uncoded; 3 no problem).
const hand = [
  ...times(2, 'P1.1'),
  ...times(1, 'P1;P3'),
  ...times(2, 'uncoded'),
  ...times(3, 'no-problem'),
  ...times(2, 'empty'),
];

test('base is who gave a substantive answer; a problem counts its leaves', () => {
  const { problems, themes, coding } = tablesOf({ r1: hand });
  const all = problems.filter((row) => row.group === 'all');
  expect(all.map(({ code, level, base, n, share }) => [code, level, base, n, share])).toEqual([
    ['tiny', 0, 8, 3, 0.375],
    ['P1', 1, 8, 3, 0.375],
    ['P1.1', 2, 8, 2, 0.25],
    ['P1.2', 2, 8, 0, 0],
    ['P2', 1, 8, 0, 0],
    ['P2.1', 2, 8, 0, 0],
    ['P3', 1, 8, 1, 0.125],
  ]);
  expect(themes.find((row) => row.group === 'all')).toMatchObject({
    theme: 'theme',
    base: 8,
    n: 3,
  });
  expect(coding.map((row) => row.n)).toEqual([3, 2, 3, 2, 0]);
});

test('3 of 8 has the Wilson interval that R gives: prop.test(3, 8, correct = FALSE)', () => {
  const row = tablesOf({ r1: hand }).problems.find(
    (one) => one.code === 'P1' && one.group === 'all',
  );
  expect(row).toMatchObject({ low: 0.1368, high: 0.6943, n_effective: 8 });
});

test('shares are weighted, counts are heads, n_effective is Kish', () => {
  const rows = [
    ...times(1, 'P1', 'T', { weight: 3 }),
    ...times(3, 'no-problem', 'T', { weight: 1 }),
  ];
  const row = tablesOf({ r1: rows }).problems.find(
    (one) => one.code === 'P1' && one.group === 'all',
  );
  // (3 + 3·1)² / (9 + 3) = 3
  expect(row).toMatchObject({ base: 4, n: 1, share: 0.5, n_effective: 3 });
});

test('sub-problems stand for everybody and outer groups only', () => {
  const { problems } = tablesOf({ r1: hand });
  const levels = (group: string) => [
    ...new Set(problems.filter((row) => row.group === group).map((row) => row.level)),
  ];
  expect([levels('all'), levels('type'), levels('unit')]).toEqual([
    [0, 1, 2],
    [0, 1, 2],
    [0, 1],
  ]);
});

test('a group value whose answers are all empty has no base, and no share', () => {
  const { problems } = tablesOf({ r1: [...hand, ...times(6, 'empty', 'E')] });
  expect(problems.find((row) => row.value === 'E' && row.code === 'P1')).toMatchObject({
    base: 0,
    n: 0,
    share: null,
    low: null,
    high: null,
    n_effective: null,
    status: 'no-base',
  });
});

test('a scale gives every point of its range and its mean', () => {
  const rows = [1, 1, 2, 5].map((scale) => respondentOf('P1', 'T', 'U', { scale }));
  const { closed } = tablesOf({ r1: rows });
  const lines = closed.filter((row) => row.question === 'scale' && row.group === 'all');
  expect(lines.map((row) => [row.option, row.n])).toEqual([
    ['1', 2],
    ['2', 1],
    ['3', 0],
    ['4', 0],
    ['5', 1],
    ['', null],
  ]);
  // mean(c(1,1,2,5)) = 2.25, sd = 1.892969
  expect(lines.at(-1)).toMatchObject({ mean: 2.25, sd: 1.893, base: 4, n: null, share: null });
});

test('rounds are compared in turn, and the last with the first', () => {
  expect(pairsOf(['a'])).toEqual([]);
  expect(pairsOf(['a', 'b'])).toEqual([['a', 'b']]);
  expect(pairsOf(['a', 'b', 'c'])).toEqual([
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
  ]);
});

// 48 of 80, then 56 of 70: difference 0.2, Newcombe 0.0524 to 0.3339, pooled p 0.008045
// (Newcombe 1998, Statistics in Medicine 17:873, table II (a); R prop.test without correction).
test('a rise has the interval and p that the literature gives, and a verdict by adjusted p', () => {
  const before = [...times(48, 'P1'), ...times(32, 'no-problem')];
  const after = [...times(56, 'P1'), ...times(14, 'no-problem')];
  const { trends } = tablesOf({ r1: before, r2: after });
  const rise = trends.find((row) => row.code === 'P1' && row.group === 'all');
  // Of three problems nobody has two in either round: no test, so that P1 is a family of one.
  expect(rise).toMatchObject({
    share_from: 0.6,
    share_to: 0.8,
    difference: 0.2,
    low: 0.0524,
    high: 0.3339,
    p: 0.008045,
    p_adjusted: 0.008045,
    change: 'up',
  });
});

test('groups that differ are found by the test, groups that do not are not', () => {
  const rows = [
    ...times(30, 'P1', 'A'),
    ...times(10, 'P3', 'A'),
    ...times(10, 'P1', 'B'),
    ...times(30, 'P2', 'B'),
    ...times(10, 'P3', 'B'),
  ];
  const { tests } = tablesOf({ r1: rows });
  const p = (code: string) =>
    tests.find((row) => row.code === code && row.group === 'type')?.p_adjusted ?? 1;
  expect(p('P1')).toBeLessThan(0.001);
  expect(p('P3')).toBeGreaterThan(0.5);
});

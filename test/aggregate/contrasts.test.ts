import { expect, test } from '@jest/globals';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import { protectTables } from '../support/protect-tables.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

/** [type, with P1, others, weight of each] */
type Part = readonly [type: string, yes: number, no: number, weight?: number];

function contrastsOf(parts: readonly Part[]) {
  const survey = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });
  const plan = {
    survey,
    round: 'r1',
    codebook: tinyCodebook,
    coders: new Map([['tiny', literalCoder]]),
  };
  const tally = emptyTally();
  const people = parts.flatMap(([type, yes, no, weight = 1]) => [
    ...Array.from({ length: yes }, () => respondentOf('P1', type, 'U', { weight })),
    ...Array.from({ length: no }, () => respondentOf('uncoded', type, 'U', { weight })),
  ]);
  countRespondents(people, 'f', plan, tally);
  const how = {
    encoding: 'utf-8',
    format: 'plain',
    encoding_reason: 'valid-utf8',
    runner_up: '',
  } as const;
  const used = people.length;
  const rows = [
    { round: 'r1', file: 'f', ...how, rows: used, used, set_aside: 0, excluded: 0, reason: 'used' },
  ];
  const counts = {
    survey,
    codebook: tinyCodebook,
    tallies: new Map([['r1', tally]]),
    rows,
    population: null,
  };
  const { tables } = protectTables(countTables(counts), survey, tinyCodebook);
  return completeTables(tables, counts).contrasts.filter((row) => row.code === 'P1');
}

test('a value is compared with all others together, not with the total', () => {
  const [first, second, third] = contrastsOf([
    ['a', 100, 100],
    ['b', 90, 210],
    ['c', 20, 80],
  ]);
  // R: prop.test(c(100, 110), c(200, 400), correct = FALSE): chi-square 29.67.
  expect(first).toMatchObject({ value: 'a', base_rest: 400, verdict: 'above', shown: 'yes' });
  expect(first!.share_rest).toBeCloseTo(0.275, 12);
  expect(first!.difference).toBeCloseTo(0.225, 12);
  expect(first!.p).toBeCloseTo(5.1213e-8, 11);
  // Newcombe (1998), method 10, from the two Wilson intervals 0.4314–0.5686 and 0.2336–0.3206.
  expect(first!.low).toBeCloseTo(0.225 - Math.hypot(0.5 - 0.4314, 0.3206 - 0.275), 3);
  expect(first!.high).toBeCloseTo(0.225 + Math.hypot(0.5686 - 0.5, 0.275 - 0.2336), 3);
  expect([second!.base_rest, second!.share_rest]).toEqual([300, expect.closeTo(0.4, 12)]);
  expect([third!.base_rest, third!.share_rest]).toEqual([500, expect.closeTo(0.38, 12)]);
  expect(third!.verdict).toBe('below');
});

test('the rest is weighted as its respondents are, whatever their number', () => {
  const [first] = contrastsOf([
    ['a', 50, 50],
    ['b', 80, 20, 3],
    ['c', 10, 90],
  ]);
  // (3 · 80 + 10) / (3 · 100 + 100).
  expect(first!.share_rest).toBeCloseTo(250 / 400, 12);
  // Kish: 400² / (100 · 9 + 100).
  expect(first!.n_effective_rest).toBeCloseTo(160, 9);
});

test('a rest that is small is not told', () => {
  const [first] = contrastsOf([
    ['a', 50, 50],
    ['b', 3, 3],
  ]);
  expect(first).toMatchObject({ share_rest: null, p: null, verdict: '', shown: 'no' });
});

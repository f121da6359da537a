/** Weights that lie with a few: a share would be what these few said. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { attackTables } from '../support/attack-tables.ts';
import { countsOf } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const WEIGHTED = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  columns: { ...surveyOf().columns, weight: ['w'] },
});

/** 150 respondents of two types; the first of U has the weight given, all others 1. */
function round(weight: number): readonly Respondent[] {
  return Array.from({ length: 150 }, (_, i) =>
    respondentOf(i % 2 === 0 ? 'P1' : 'P2', i < 60 ? 'T' : 'S', i < 60 ? 'U' : 'V', {
      weight: i === 0 ? weight : 1,
      scale: (i % 5) + 1,
      single: i % 2 === 0 ? 'x' : 'y',
    }),
  );
}

function publish(weight: number, survey: Survey = WEIGHTED) {
  const before = countTables(countsOf([round(weight)], survey));
  const { tables } = protectTables(before, survey, tinyCodebook);
  return { tables, ...attackTables(before, tables, survey, tinyCodebook) };
}

const lines = ({ problems, closed, themes }: ReturnType<typeof publish>['tables'], value: string) =>
  [...problems, ...closed, ...themes].filter(
    (row) => row.value === value && row.status !== 'no-base',
  );

test('of a group one of whom weighs more than all others no line is shown', () => {
  // Of 60: Kish (59 + 1000)^2 / (59 + 1000^2) = 1.1.
  const { tables, exposed } = publish(1000);
  expect(lines(tables, 'T/U').length).toBeGreaterThan(10);
  for (const row of lines(tables, 'T/U')) {
    expect(row).toMatchObject({ status: 'suppressed', n: null, base: null, share: null });
  }
  // Nor of everybody, of whose weight the same one holds 87 %.
  for (const row of lines(tables, '')) expect(row).toMatchObject({ status: 'suppressed', n: null });
  expect(lines(tables, 'S/V').some(({ status }) => status === 'shown')).toBe(true);
  expect(exposed).toEqual([]);
});

test('weights of which none is that large hide nothing', () => {
  // Of 60: (59 + 20)^2 / (59 + 20^2) = 13.6.
  const { tables } = publish(20);
  const shown = lines(tables, 'T/U').filter(({ status }) => status === 'shown');
  expect(shown.map(({ base }) => base)).toContain(60);
});

test.each([
  // (59 + x)^2 / (59 + x^2): 5.03 and 4.98
  [46, 'shown'],
  [47, 'suppressed'],
] as const)('with one weight of %d among 59 of 1 the lines of a group are %s', (weight, status) => {
  const { tables } = publish(weight);
  const own = tables.problems.find(({ value, code }) => value === 'T/U' && code === 'P1')!;
  expect(own.status).toBe(status);
});

test('five of equal weight are no fewer than five', () => {
  const five = Array.from({ length: 10 }, (_, i) =>
    respondentOf('uncoded', 'T', i < 5 ? 'U' : 'V', { weight: 0.1 }),
  );
  const before = countTables(countsOf([five], WEIGHTED));
  expect(before.problems.filter(({ status }) => status === 'suppressed')).toEqual([]);
});

test('where everybody was asked and few of weight answered, all asked are hidden as the base is', () => {
  const people = [
    respondentOf('empty', 'T', 'U', { weight: 1000 }),
    ...Array.from({ length: 40 }, (_, i) => respondentOf(i < 20 ? 'P1' : 'P2', 'T', 'U')),
  ];
  const before = countTables(countsOf([people], WEIGHTED));
  const { tables } = protectTables(before, WEIGHTED, tinyCodebook);
  const asked = tables.bases.filter((row) => row.of === 'asked' && row.status !== 'no-base');
  expect(asked.length).toBeGreaterThan(0);
  for (const row of asked) {
    expect(row).toMatchObject({ status: 'suppressed', base: null, n: null, share: null });
  }
});

/** Surveys made to give somebody away, attacked with nothing but their tables. */
import { expect, test } from '@jest/globals';
import { completeTables, countTables } from '../../pipeline/aggregate/aggregate.ts';
import type { FigureTables } from '../../pipeline/aggregate/tables.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { attackTables } from '../support/attack-tables.ts';
import { countsOf } from '../support/made-tables.ts';
import { protectTables } from '../support/protect-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const SURVEY = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });

interface Part {
  readonly open: string;
  readonly n: number;
  readonly type?: string;
  readonly unit?: string;
  readonly scale?: number;
  readonly single?: string;
}

function people(...parts: readonly Part[]): readonly Respondent[] {
  return parts.flatMap(({ open, n, type = 'T', unit = 'U', ...answers }) =>
    Array.from({ length: n }, () => respondentOf(open, type, unit, answers)),
  );
}

/** The tables of one round, and whether anything in them can be worked out. */
function publish(round: readonly Respondent[], survey = SURVEY) {
  const counts = countsOf([round], survey);
  const before = countTables(counts);
  const { tables } = protectTables(before, survey, tinyCodebook);
  const { exposed, hidden } = attackTables(before, tables, survey, tinyCodebook);
  return { tables: completeTables(tables, counts), exposed, hidden };
}

const problem = (
  { problems }: FigureTables,
  code: string,
  group = 'all',
  value = '',
): FigureTables['problems'][number] =>
  problems.find((row) => row.code === code && row.group === group && row.value === value)!;

const large = (type: string, unit: string): readonly Part[] => [
  { open: 'P1', n: 15, type, unit, scale: 2, single: 'x' },
  { open: 'P2;P3', n: 12, type, unit, scale: 4, single: 'y' },
  { open: 'uncoded', n: 13, type, unit, scale: 3, single: 'z' },
];

test('two tiny units of one type do not follow from it', () => {
  const { tables, exposed } = publish(
    people(
      ...large('T', 'U'),
      { open: 'P1', n: 1, unit: 'tiny1' },
      { open: 'P3', n: 1, unit: 'tiny2' },
      ...large('S', 'V'),
    ),
  );
  // Together they are 2, so a third unit of the type, or the type, is hidden with them.
  expect(exposed).toEqual([]);
  expect(problem(tables, 'P1', 'unit', 'T/tiny1').status).toBe('suppressed');
  const isShown = (group: string, value: string) =>
    problem(tables, 'tiny', group, value).status === 'shown';
  expect(isShown('unit', 'T/U') && isShown('type', 'T')).toBe(false);
});

test('a unit that is a whole type is hidden with it', () => {
  const { tables, exposed } = publish(
    people(...large('T', 'U'), ...large('S', 'V'), { open: 'P1', n: 3, type: 'X', unit: 'only' }),
  );
  expect(exposed).toEqual([]);
  expect(problem(tables, 'P1', 'unit', 'X/only').status).toBe('suppressed');
  expect(problem(tables, 'P1', 'type', 'X').status).toBe('suppressed');
});

test.each([
  { what: 'everybody', uncoded: 0 },
  { what: 'all but one', uncoded: 1 },
])('a code that $what of a unit gave is hidden, and does not follow from others', ({ uncoded }) => {
  const { tables, exposed } = publish(
    people(
      ...large('T', 'U'),
      { open: 'P1', n: 30 - uncoded, unit: 'V' },
      { open: 'uncoded', n: uncoded, unit: 'V' },
      ...large('S', 'W'),
    ),
  );
  expect(exposed).toEqual([]);
  expect(problem(tables, 'P1', 'unit', 'T/V').status).toBe('suppressed');
});

test('no statistic stands over a hidden count', () => {
  const { tables, exposed } = publish(
    people(...large('T', 'U'), ...large('T', 'V'), { open: 'P1', n: 2, unit: 'tiny' }),
  );
  expect(exposed).toEqual([]);
  const hidden = new Set(
    tables.problems
      .filter((row) => row.status === 'suppressed')
      .map((row) => [row.code, row.group, row.value].join()),
  );
  expect(hidden.size).toBeGreaterThan(0);
  const shown = tables.contrasts.filter((row) => row.shown === 'yes');
  for (const row of shown) {
    expect(hidden.has([row.code, row.group, row.value].join())).toBe(false);
    expect(hidden.has([row.code, 'all', ''].join())).toBe(false);
  }
});

test('a mean is hidden with one of its options, and so are its ends', () => {
  const { tables, exposed } = publish(
    people(
      { open: 'P1', n: 20, scale: 3 },
      { open: 'P1', n: 18, scale: 4 },
      { open: 'P1', n: 2, scale: 1 },
      { open: 'P2', n: 20, scale: 5 },
      { open: 'P2', n: 10, scale: 2 },
    ),
  );
  expect(exposed).toEqual([]);
  const all = tables.closed.filter((row) => row.question === 'scale' && row.group === 'all');
  expect(all.find((row) => row.option === '1')!.status).toBe('suppressed');
  expect(all.find((row) => row.option === '')).toMatchObject({ status: 'suppressed', mean: null });
  const ends = tables.scales.find((row) => row.question === 'scale' && row.group === 'all')!;
  expect([ends.bottom, ends.net]).toEqual([null, null]);
});

test('a survey smaller than the minimum shows nothing but that it was there', () => {
  const { tables, exposed } = publish(people({ open: 'P1', n: 3 }, { open: 'uncoded', n: 1 }));
  expect(exposed).toEqual([]);
  const figures = [...tables.problems, ...tables.closed, ...tables.themes].map((row) => row.base);
  expect(new Set(figures)).toEqual(new Set([null]));
});

test.each([
  // Of the few who joined no status is told; that of those left out only where it could be any.
  {
    what: 'a survey that leaves nobody out',
    words: [],
    hidden: ['coded', 'uncoded', 'no-problem', 'empty'],
  },
  {
    what: 'one that may',
    words: ['not asked'],
    hidden: ['coded', 'uncoded', 'no-problem', 'empty', 'skipped'],
  },
])('how many answers were coded is covered by what is unknown, in $what', ({ words, hidden }) => {
  const before: readonly Part[] = [
    { open: 'P1', n: 30 },
    { open: 'P2', n: 30 },
    { open: 'P1', n: 30, type: 'S', unit: 'V' },
    { open: 'uncoded', n: 18 },
    { open: 'no-problem', n: 17 },
    { open: 'empty', n: 10 },
  ];
  // So few more than the round before that their number is hidden, and all answers with it.
  const rounds = [before, [...before, { open: 'P1', n: 3 }]].map((parts) => people(...parts));
  const questions = SURVEY.questions.map((one) => ({ ...one, skipped: words }));
  const survey = surveyOf({ rounds: surveyOf().rounds.slice(0, 2), questions });
  const counts = countTables(countsOf(rounds, survey));
  const { tables } = protectTables(counts, survey, tinyCodebook);
  expect(attackTables(counts, tables, survey, tinyCodebook).exposed).toEqual([]);
  const coding = tables.coding.filter((row) => row.round === 'r2' && row.n === null);
  expect(coding.map(({ status }) => status)).toEqual(hidden);
});

test('that everybody in two hidden units said the same does not follow from what the others did not', () => {
  const { tables, exposed } = publish(
    people(
      ...large('T', 'U').filter(({ open }) => open !== 'P2;P3'),
      { open: 'P3', n: 3, unit: 'tiny', scale: 2, single: 'y' },
      { open: 'P3', n: 6, unit: 'V', scale: 3, single: 'x' },
      { open: 'P3', n: 6, unit: 'V', scale: 4, single: 'y' },
      ...large('S', 'W'),
    ),
  );
  expect(exposed).toEqual([]);
  const isShown = (...at: readonly string[]) => problem(tables, 'P3', ...at).n !== null;
  expect(isShown('type', 'T') && isShown('unit', 'T/U')).toBe(false);
});

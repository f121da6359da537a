/** What is left of hidden lines, and which lines fall with others. */
import { expect, test } from '@jest/globals';
import type { FigureTables } from '../../pipeline/aggregate/tables.ts';
import { isHiddenRow } from '../../pipeline/protect/audit/hidden-keys.ts';
import { isKeyColumn } from '../../pipeline/protect/audit/line-figures.ts';
import type { Population } from '../../pipeline/read/population.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import type { Question } from '../../pipeline/survey/survey.ts';
import { tablesOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf } from '../support/survey.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });

type Part = readonly [open: string, n: number, type?: string, isFlagged?: boolean];

function people(...parts: readonly Part[]): readonly Respondent[] {
  return parts.flatMap(([open, n, type = 'T', isFlagged = false]) =>
    Array.from({ length: n }, (_, i) => ({
      ...respondentOf(open, type, 'U', { scale: 1 + (i % 5) }),
      flags: isFlagged ? (['speed'] as const) : [],
    })),
  );
}

const POPULATION: Population = {
  file: 'p.csv',
  sha256: '',
  groups: ['type'],
  lines: ['T', 'S', 'R'].map((value) => ({ round: null, values: [value], count: 500, row: 2 })),
} as Population;

test('no figure is left in a hidden line of any table', () => {
  const tables = tablesOf(
    [
      people(
        ...([
          ['P1', 30],
          ['P2;P3', 3],
          ['P1;P2', 20],
          ['P3', 2],
          ['uncoded', 20],
        ] as const),
        ...([
          ['P1', 3, 'S'],
          ['P2', 20, 'R', true],
          ['P1', 4, 'R'],
        ] as const),
      ),
    ],
    ONE,
    POPULATION,
  );
  const figures = (row: object) =>
    Object.entries(row).filter(
      ([name, cell]) => !isKeyColumn(name) && cell !== null && cell !== '',
    );
  const counted = (Object.keys(tables) as (keyof FigureTables)[]).map((name) => {
    const rows: readonly object[] = tables[name];
    const hidden = rows.filter(isHiddenRow);
    expect(hidden.flatMap(figures)).toEqual([]);
    return [name, hidden.length] as const;
  });
  const some = counted.flatMap(([name, hidden]) => (hidden > 0 ? [name] : []));
  expect(some).toEqual(expect.arrayContaining(['problems', 'closed', 'pairs', 'response']));
});

test('a pair is hidden where all but few who named one of its problems named both', () => {
  const { pairs } = tablesOf(
    [people(['P1;P2', 20], ['P1', 2], ['P2', 30], ['P3', 30], ['uncoded', 30])],
    ONE,
  );
  // 22 named P1, 2 of them not P2.
  expect(pairs.find((row) => row.code_b === 'P2')).toMatchObject({ status: 'suppressed', n: null });
});

test('without spread a mean is everybody’s own answer, and hidden', () => {
  const number: Question = {
    ...{ id: 'years', label: ONE.title, missing: [], skipped: [], asked: ['r1'] },
    ...{ type: 'number', column: ['years'] },
  } as unknown as Question;
  const survey = surveyOf({ rounds: ONE.rounds, questions: [number] });
  const answering = (type: string, values: readonly number[]): readonly Respondent[] =>
    values.map((value) => ({
      ...respondentOf('P1', type, 'U'),
      answers: [{ kind: 'number', value }] as const,
    }));
  const same = Array.from({ length: 8 }, () => 7);
  const spread = Array.from({ length: 20 }, (_, i) => i);
  const { closed } = tablesOf(
    [[...answering('T', same), ...answering('S', spread), ...answering('R', spread)]],
    survey,
  );
  const mean = (value: string) => closed.find((row) => row.value === value)!.mean;
  expect(mean('T')).toBeNull();
  expect([mean('S'), mean('R')]).toContain(null);
});

/** Two releases of one survey, or two rounds of the same people, laid side by side. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import { rowCells } from '../../../pipeline/protect/counts/counts.ts';
import { isPrimary } from '../../../pipeline/protect/counts/primary.ts';
import { planRounds } from '../../../pipeline/protect/protect.ts';
import { attackTables } from '../../support/attack-tables.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../../support/survey.ts';
import { FIRST, type Part, peopleOf, publish } from './parts.ts';

const rounds = (n: number) => surveyOf({ rounds: surveyOf().rounds.slice(0, n) });
const ONE = rounds(1);

const people = (...parts: readonly Part[]) => peopleOf(parts);

const line = ({ problems }: CountTables, code: string, group = 'all', value = '', round = 'r1') =>
  problems.find(
    (row) => row.round === round && row.code === code && row.group === group && row.value === value,
  )!;

test('a round whose file is other bytes of the same answers shows what it showed, beside hidden themes', () => {
  // Three say P3, which hides its theme; the base of the theme is that of all problems.
  const all = [people(...FIRST, ['P3', 3, 'S/V'])];
  const first = publish(all, ONE);
  const hidden = first.tables.themes.filter(({ status }) => status === 'suppressed');
  expect(hidden.length).toBeGreaterThan(0);
  const again = publish(all, ONE, first.release, 'second');
  const statuses = ({ problems, themes }: CountTables) =>
    [...problems, ...themes].map(({ status }) => status);
  expect(statuses(again.tables)).toEqual(statuses(first.tables));
  expect(again.protection.late).toEqual(['r1']);
});

test('one late answer is not told by what is published anew', () => {
  const first = publish([people(...FIRST)], ONE);
  const late = publish([people(...FIRST, ['P1', 1, 'T/U'])], ONE, first.release, 'second');
  for (const [group, value] of [
    ['all', ''],
    ['type', 'T'],
    ['unit', 'T/U'],
  ] as const) {
    expect(line(first.tables, 'P1', group, value).status).toBe('shown');
    expect(line(late.tables, 'P1', group, value).status).toBe('suppressed');
  }
  // Where nobody was late everything is as it was.
  expect(line(late.tables, 'P1', 'unit', 'S/V')).toMatchObject({ status: 'shown', n: 20 });
  expect(late.protection.late).toEqual(['r1']);
});

test('a small unit since counted among a large one is not told, though the files are the same', () => {
  const first = publish([people(...FIRST, ['P1', 2, 'S/Z'], ['P2', 1, 'S/Z'])], ONE);
  expect(line(first.tables, 'P1', 'unit', 'S/V')).toMatchObject({ status: 'shown', n: 20 });
  const merged = people(...FIRST, ['P1', 2, 'S/V'], ['P2', 1, 'S/V']);
  const second = publish([merged], ONE, first.release);
  expect(line(second.tables, 'P1', 'unit', 'S/V').status).toBe('suppressed');
  // Nobody moved there, nor over all.
  expect(line(second.tables, 'P1', 'unit', 'T/U')).toMatchObject({ status: 'shown', n: 30 });
  expect(line(second.tables, 'P1')).toMatchObject({ status: 'shown', n: 92 });
});

test('many late answers are told where they agree in nothing small', () => {
  const first = publish([people(...FIRST)], ONE);
  const late: readonly Part[] = [
    ['P1', 10, 'T/U'],
    ['P2', 9, 'T/U'],
    ['P2;P3', 1, 'T/U'],
    ['no-problem', 10, 'T/U'],
  ];
  const added = people(...FIRST, ...late);
  const { tables } = publish([added], ONE, first.release, 'second');
  expect(line(tables, 'P1', 'unit', 'T/U')).toMatchObject({ status: 'shown', n: 40 });
  expect(line(tables, 'P3', 'unit', 'T/U').status).toBe('suppressed');
});

test('what everybody who was late said is not told', () => {
  const first = publish([people(...FIRST)], ONE);
  const { tables } = publish([people(...FIRST, ['P1', 10, 'T/U'])], ONE, first.release, 'second');
  expect(line(tables, 'P1', 'unit', 'T/U').status).toBe('suppressed');
  expect(line(tables, 'P2', 'unit', 'T/U').status).toBe('shown');
});

test('what was hidden stays hidden in a round that was added to', () => {
  const small: readonly Part[] = [...FIRST, ['P1', 3, 'T/X'], ['P2', 10, 'T/X']];
  const first = publish([people(...small)], ONE);
  expect(line(first.tables, 'P1', 'unit', 'T/X').status).toBe('suppressed');
  const { tables } = publish(
    [people(...small, ['P1', 6, 'T/X'], ['P2', 6, 'T/X'])],
    ONE,
    first.release,
    'second',
  );
  expect(line(tables, 'P1', 'unit', 'T/X').status).toBe('suppressed');
});

test('a unit that takes in a hidden one does not tell of it, though no answer is new', () => {
  const unit = (name: string, n: number): readonly Part[] => [
    ['P1', n, name],
    ['P2', n, name],
    ['P3', n, name],
  ];
  const others = [...unit('T/U', 12), ...unit('T/V', 11), ...unit('T/W', 8)];
  const first = publish([people(...others, ['P1', 2, 'T/tiny'])], ONE);
  const base = (tables: CountTables, name: string) => line(tables, 'P1', 'unit', name).base;
  expect(base(first.tables, 'T/tiny')).toBeNull();
  const names = ['T/U', 'T/V', 'T/W'];
  const [into] = names.filter((name) => base(first.tables, name) !== null);
  const merged = publish([people(...others, ['P1', 2, into!])], ONE, first.release);
  expect(base(merged.tables, into!)).toBeNull();
  // Nor does it follow from the type and the other units, with what was shown before.
  const hidden = names.filter((name) => base(merged.tables, name) === null);
  const known = hidden.filter((name) => name === into || base(first.tables, name) !== null);
  expect(hidden.length).toBeGreaterThan(known.length);
});

test('an option that takes in a hidden one does not tell of it', () => {
  const chosen = (single: string, n: number) =>
    Array.from({ length: n }, () => respondentOf('P1', 'T', 'U', { single }));
  const n = (tables: CountTables, option: string) =>
    tables.closed.find((row) => row.group === 'all' && row.option === option)!.n;
  const first = publish([[...chosen('x', 40), ...chosen('y', 20), ...chosen('z', 2)]], ONE);
  expect(n(first.tables, 'z')).toBeNull();
  const into = ['x', 'y'].find((option) => n(first.tables, option) !== null)!;
  const all = [...chosen('x', 40), ...chosen('y', 20), ...chosen(into, 2)];
  const merged = publish([all], ONE, first.release);
  expect([n(merged.tables, 'x'), n(merged.tables, 'y')]).toEqual([null, null]);
});

test.each([
  ['few of the late ones who had the one problem did not have the other', 2, true],
  ['none did not', 0, true],
  ['many did not', 22, false],
] as const)(
  'whether late ones had both of two problems is hidden or told where %s',
  (_, alone, isHidden) => {
    const survey = { ...ONE, groups: [] };
    const all = (...of: readonly number[]): readonly Part[] =>
      ['P1', 'P2', 'P1;P2', 'no-problem'].map((open, i) => [open, of[i]!, 'T/U']);
    const { release } = publish([people(...all(30, 30, 30, 30))], survey);
    const { before } = publish([people(...all(30 + alone, 50, 48, 50))], survey);
    const earlier = { release, inputs: new Map([['r1', 'second']]), coding: null, ids: new Map() };
    const [plan] = [...planRounds(before, survey, tinyCodebook, earlier)];
    const pair = [...plan!.counts.values()].find(
      (one) => one.kind === 'pair' && one.item === 'P1\u0002P2',
    )!;
    expect(pair.n).toBe(48);
    expect(pair.primary).toBe(isHidden);
  },
);

test('the same data give the same tables beside themselves', () => {
  const parts: readonly Part[] = [...FIRST, ['P1', 3, 'T/X'], ['P2', 10, 'T/X'], ['P3', 7, 'S/W']];
  const first = publish([people(...parts)], ONE);
  expect(publish([people(...parts)], ONE, first.release).tables).toEqual(first.tables);
});

test('what was shown before protects nothing: another count is hidden instead', () => {
  const parts = (
    [
      ['T/U', 4],
      ['T/V', 6],
      ['T/W', 30],
    ] as const
  ).flatMap(([unit, n]): Part[] => [
    ['P1;P2', n, unit],
    ['P2', 40, unit],
    ['no-problem', 10, unit],
  ]);
  const statusOf = (tables: CountTables, unit: string) => line(tables, 'P1', 'unit', unit).status;
  const plain = publish([people(...parts)], ONE);
  expect(['T/U', 'T/V', 'T/W'].map((unit) => statusOf(plain.tables, unit))).toEqual([
    ...['suppressed', 'suppressed', 'shown'],
  ]);
  // Another time the third unit was hidden, and the second shown.
  const all = publish([people(...parts)], { ...ONE, privacy: { ...ONE.privacy, minimum: 1 } });
  const known = new Map(all.release.known);
  for (const unit of ['T/U', 'T/W']) {
    const row = line(all.tables, 'P1', 'unit', unit);
    known.set(rowCells.problem(row).n, null);
  }
  const later = publish([people(...parts)], ONE, { ...all.release, known });
  expect(['T/U', 'T/V', 'T/W'].map((unit) => statusOf(later.tables, unit))).toEqual([
    ...['suppressed', 'shown', 'suppressed'],
  ]);
});

test('a round of the same people and one more does not tell who joined', () => {
  const survey = rounds(2);
  const { tables, protection } = publish(
    [people(...FIRST), people(...FIRST, ['P1', 1, 'T/U'])],
    survey,
  );
  expect(line(tables, 'P1', 'all', '', 'r1').status).toBe('shown');
  expect(line(tables, 'P1', 'all', '', 'r2').status).toBe('suppressed');
  expect(line(tables, 'P1', 'unit', 'T/U', 'r2').status).toBe('suppressed');
  expect(line(tables, 'P1', 'unit', 'S/V', 'r2').status).toBe('shown');
  expect(protection.late).toEqual(['r2']);
});

test('a round of other answers and one more person is shown', () => {
  const survey = rounds(2);
  const other: readonly Part[] = [
    ['P1', 24, 'T/U'],
    ['P2', 37, 'T/U'],
    ['P1', 26, 'S/V'],
    ['P2', 19, 'S/V'],
    ['P1;P2', 40, 'S/W'],
    ...['T/U', 'S/V', 'S/W'].map((unit): Part => ['no-problem', 10, unit]),
  ];
  const { tables } = publish([people(...FIRST), people(...other)], survey);
  expect(line(tables, 'P1', 'unit', 'T/U', 'r2').status).toBe('shown');
});

const part = fc.record({
  open: fc.constantFrom('P1', 'P1.1', 'P2;P3', 'P3', 'uncoded', 'no-problem', 'empty'),
  unit: fc.constantFrom('T/U', 'T/V', 'S/W', 'S/X'),
});
const crowd = (most: number) => fc.array(part, { maxLength: most });

test('no release tells of few late answers, whoever came late', () => {
  const made = (all: readonly { open: string; unit: string }[]) =>
    people(...all.map(({ open, unit }): Part => [open, 1, unit]));
  fc.assert(
    fc.property(crowd(120), crowd(25), fc.integer({ min: 3, max: 8 }), (old, late, minimum) => {
      fc.pre(old.length > 0 && late.length > 0);
      const survey = { ...ONE, privacy: { ...ONE.privacy, minimum } };
      const first = publish([made(old)], survey);
      const second = publish([made([...old, ...late])], survey, first.release, 'second');
      const { exposed } = attackTables(second.before, second.tables, survey, tinyCodebook);
      expect(exposed).toEqual([]);
      second.tables.problems.forEach((row) => {
        const before = line(first.tables, row.code, row.group, row.value);
        if (before === undefined || before.n === null || row.n === null) {
          // What was hidden is not shown beside a small difference.
          if (before !== undefined && before.base === null) expect(row.base).toBeNull();
          return;
        }
        const [n, base] = [row.n - before.n, row.base! - before.base!];
        if (base > 0) expect(isPrimary(n, base, minimum)).toBe(false);
      });
    }),
    { numRuns: 60 },
  );
});

/** What can be subtracted: all who came late, less those of the units that are shown. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountTables, Where } from '../../../pipeline/aggregate/tables.ts';
import { isPrimary } from '../../../pipeline/protect/counts/primary.ts';
import { surveyOf } from '../../support/survey.ts';
import { type Part, peopleOf, publish } from './parts.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });
const MINIMUM = ONE.privacy.minimum;

interface Line extends Where {
  readonly item: string;
  readonly n: number | null;
  readonly base: number | null;
}

/** Lines that count people, of codes and of options. */
function linesOf({ problems, closed }: CountTables): readonly Line[] {
  return [
    ...problems.map((row) => ({ ...row, item: row.code })),
    ...closed.flatMap((row) => (row.option === '' ? [] : [{ ...row, item: row.option }])),
  ];
}

const nameOf = ({ question, item, group, value }: Line) =>
  JSON.stringify([question, item, group, value]);

/** How many came late, and of these how many are counted; null where either release hides it. */
function differences(first: CountTables, second: CountTables) {
  const before = new Map(linesOf(first).map((one) => [nameOf(one), one]));
  return linesOf(second).map((one) => {
    const old = before.get(nameOf(one));
    const isTold = old !== undefined && old.n !== null && one.n !== null;
    return { ...one, late: isTold ? { n: one.n! - old.n!, base: one.base! - old.base! } : null };
  });
}

/** Differences of everybody less those of all values that are told, wherever one is not. */
function unionsTold(first: CountTables, second: CountTables) {
  const all = differences(first, second);
  return all.flatMap((whole) => {
    if (whole.group !== 'all' || whole.late === null) return [];
    return ['type', 'unit'].flatMap((group) => {
      const own = all.filter(
        (one) => one.question === whole.question && one.item === whole.item && one.group === group,
      );
      const told = own.flatMap(({ late }) => (late === null ? [] : [late]));
      if (told.length === own.length) return [];
      const sum = (figure: 'n' | 'base') =>
        told.reduce((rest, one) => rest - one[figure], whole.late![figure]);
      return [{ item: whole.item, group, n: sum('n'), base: sum('base') }];
    });
  });
}

/** Everybody says the one or the other, in turn: A and B are small beside C. */
const FIRST: readonly Part[] = [
  ...['x', 'y', 'z'].flatMap((said): Part[] => [
    ['P1', 8, 'T/A', said],
    ['P2', 8, 'T/B', said],
    ['P1', 9, 'S/C', said],
    ['P2', 9, 'S/D', said],
  ]),
];

test('one who came late to a unit is not what is left of all after many who came to another', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const many: readonly Part[] = ['x', 'y'].map((said) => ['P1', 6, 'S/C', said]);
  const second = publish(
    [peopleOf([...FIRST, ...many, ['P2', 1, 'T/A', 'x']])],
    ONE,
    first.release,
    'second',
  );
  expect(differences(first.tables, second.tables).some(({ late }) => late !== null)).toBe(true);
  for (const { n, base } of unionsTold(first.tables, second.tables)) {
    expect(base > 0 && isPrimary(n, base, MINIMUM)).toBe(false);
  }
  // Where nobody came late, and nothing tells of who did, all is as it was.
  const inD = linesOf(second.tables).filter(
    ({ value, question }) => value === 'S/D' && question === 'single',
  );
  expect(inD.map(({ n }) => n)).toEqual([9, 9, 9]);
});

const part = fc.record({
  open: fc.constantFrom('P1', 'P1.1', 'P2;P3', 'P3', 'uncoded', 'no-problem', 'empty'),
  unit: fc.constantFrom('T/U', 'T/V', 'S/W', 'S/X'),
  single: fc.constantFrom('x', 'y', 'z'),
});

test('nothing that is left of all tells of few who came late, whoever came', () => {
  let unions = 0;
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 60, maxLength: 200 }),
      fc.array(part, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 3, max: 6 }),
      (old, late, minimum) => {
        const survey = { ...ONE, privacy: { ...ONE.privacy, minimum } };
        const made = (all: readonly { open: string; unit: string; single: string }[]) =>
          peopleOf(all.map(({ open, unit, single }): Part => [open, 1, unit, single]));
        const first = publish([made(old)], survey);
        const second = publish([made([...old, ...late])], survey, first.release, 'second');
        for (const { n, base } of unionsTold(first.tables, second.tables)) {
          unions += 1;
          expect(base > 0 && isPrimary(n, base, minimum)).toBe(false);
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(unions).toBeGreaterThan(100);
});

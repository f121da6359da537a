/** The same results run again: what an older release would tell beside them stays hidden. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import { knownCounts } from '../../../pipeline/protect/earlier/known-counts.ts';
import type { Release } from '../../../pipeline/protect/earlier/release.ts';
import { changeKey } from '../../../pipeline/protect/earlier/remembered.ts';
import { attackTables } from '../../support/attack-tables.ts';
import { firstRelease } from '../../support/beside-release.ts';
import { type MadeSurvey, plans, surveyFrom } from '../../support/oracle-surveys.ts';
import { protectTables } from '../../support/protect-tables.ts';
import { surveyOf } from '../../support/survey.ts';
import { FIRST, type Part, peopleOf, publish } from './parts.ts';

const ONE = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });
const LATE: readonly Part[] = [...FIRST, ['P1', 1, 'T/U']];

const statusIn = ({ problems }: CountTables) =>
  problems.find((row) => row.code === 'P1' && row.group === 'unit' && row.value === 'T/U')!.status;

test('one late answer is told by none of the releases that follow, however often the same is run', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(LATE)], ONE, first.release, 'second');
  expect([first, second].map(({ tables }) => statusIn(tables))).toEqual(['shown', 'suppressed']);
  let last = second;
  for (let i = 0; i < 3; i++) {
    last = publish([peopleOf(LATE)], ONE, last.release, 'second');
    expect(last.tables).toEqual(second.tables);
    expect(last.protection).toMatchObject({ late: ['r1'], revised: ['r1'] });
  }
});

test('nor after many more answers, nor when these are run again', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(LATE)], ONE, first.release, 'second');
  const many: readonly Part[] = [...LATE, ['P1', 20, 'T/U'], ['P2', 20, 'T/U']];
  const third = publish([peopleOf(many)], ONE, second.release, 'third');
  const fourth = publish([peopleOf(many)], ONE, third.release, 'third');
  expect([third, fourth].map(({ tables }) => statusIn(tables))).toEqual([
    ...['suppressed', 'suppressed'],
  ]);
});

/** Two more than at first: one said the one, one the other; 28 who were there between have withdrawn. */
const TWO: readonly Part[] = [...FIRST, ['P1', 1, 'T/U'], ['P2', 1, 'T/U']];
const THIRTY: readonly Part[] = [...FIRST, ['P1', 15, 'T/U'], ['P2', 15, 'T/U']];

const countsIn = ({ problems }: CountTables) =>
  problems.filter(({ group, value }) => group === 'unit' && value === 'T/U').map(({ n }) => n);

test('what is nearly as an older release had it is not told, where others came and went between', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(THIRTY)], ONE, first.release, 'second');
  const third = publish([peopleOf(TWO)], ONE, second.release, 'third');
  const fourth = publish([peopleOf(THIRTY)], ONE, third.release, 'fourth');
  expect(countsIn(second.tables)).toEqual(expect.arrayContaining([45]));
  for (const { tables, protection } of [third, fourth]) {
    // Of those who are there now and were not at first nothing is shown.
    expect(countsIn(tables).filter((n) => n !== null && n > 0)).toEqual([]);
    expect(protection.changes).toEqual(new Map([['r1', 'both']]));
  }
});

test('a round that only grows is compared with the last release alone', () => {
  const more = (times: number): readonly Part[] => [
    ...FIRST,
    ['P1', 15 * times, 'T/U'],
    ['P2', 15 * times, 'T/U'],
  ];
  let last = publish([peopleOf(FIRST)], ONE);
  for (const times of [1, 2, 3]) {
    last = publish([peopleOf(more(times))], ONE, last.release, String(times));
    expect(countsIn(last.tables)).toEqual(expect.arrayContaining([30 + 15 * times]));
    expect(last.protection.changes).toEqual(new Map([['r1', 'more']]));
  }
});

test.each([
  [
    'a unit was counted with another by mistake',
    [...FIRST, ['P1', 40, 'T/U', 'x'], ['P2', 20, 'T/U', 'y']],
    [...FIRST, ['P1', 41, 'T/X', 'x'], ['P2', 20, 'T/X', 'y'], ['P1', 6, 'S/V'], ['P2', 5, 'S/V']],
  ],
  [
    'as many came as went',
    [...FIRST, ['P1', 50, 'T/X', 'x'], ['P2', 10, 'T/X', 'y']],
    [...FIRST, ['P1', 41, 'T/X', 'x'], ['P2', 19, 'T/X', 'y']],
  ],
] as const)(
  'what is nearly as an older release had it is not told, where %s between',
  (_, between, now) => {
    const begun: readonly Part[] = [...FIRST, ['P1', 40, 'T/X', 'x'], ['P2', 20, 'T/X', 'y']];
    const first = publish([peopleOf(begun)], ONE);
    const second = publish([peopleOf(between)], ONE, first.release, 'second');
    const third = publish([peopleOf(now)], ONE, second.release, 'third');
    const inX = ({ problems }: CountTables) =>
      problems.filter((row) => row.value === 'T/X' && row.code === 'P1').map(({ n }) => n);
    expect(inX(first.tables)).toEqual([40]);
    expect(inX(third.tables)).toEqual([null]);
    expect(third.protection.changes).toEqual(new Map([['r1', 'both']]));
  },
);

test('where people were counted in other units, all and other groups are told of those who come later', () => {
  const moved = FIRST.map(([open, n, unit]): Part => {
    const more = open === 'no-problem' ? (MOVED[unit] ?? 0) : 0;
    return [open, n + more, unit];
  });
  const many: readonly Part[] = ['P1', 'P2', 'no-problem'].map((open) => [open, 20, 'S/W']);
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(moved)], ONE, first.release, 'second');
  const third = publish([peopleOf([...moved, ...many])], ONE, second.release, 'third');
  expect([...second.protection.changes]).toEqual([[changeKey('r1', 'unit'), 'both']]);
  expect(third.protection.changes).toEqual(
    new Map([
      ['r1', 'more'],
      [changeKey('r1', 'unit'), 'both'],
    ]),
  );
  const said = ({ problems }: CountTables, value: string) =>
    problems.find((row) => row.code === 'P1' && row.value === value)!.n;
  expect([second, third].map(({ tables }) => said(tables, ''))).toEqual([90, 110]);
  expect(said(third.tables, 'S')).toBe(80);
  expect(said(third.tables, 'S/W')).toBeNull();
  // Nor is that forgotten where units are left out for once.
  const all = [peopleOf([...moved, ...many])];
  const apart = publish(all, { ...ONE, groups: [] }, second.release, 'third');
  expect(apart.protection.changes).toEqual(third.protection.changes);
});

/** How many more of those without a problem are counted in each unit of a type. */
const MOVED: Readonly<Record<string, number>> = { 'S/V': -5, 'S/W': 5 };

test('where nothing was released before, everything is shown', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(LATE)], ONE, first.release, 'second');
  const anew = publish([peopleOf(LATE)], ONE, null, 'second');
  expect(statusIn(anew.tables)).toBe('shown');
  expect([first, second, anew].map(({ protection }) => protection.revised)).toEqual([
    ...[[], ['r1'], []],
  ]);
});

test('a round that was always the same is named nowhere', () => {
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(FIRST)], ONE, first.release);
  expect(second.protection).toMatchObject({ late: [], revised: [] });
});

test('a small unit since counted among a large one is not told by a later run either', () => {
  const first = publish([peopleOf([...FIRST, ['P1', 2, 'S/Z'], ['P2', 1, 'S/Z']])], ONE);
  const merged = peopleOf([...FIRST, ['P1', 2, 'S/V'], ['P2', 1, 'S/V']]);
  const second = publish([merged], ONE, first.release);
  const third = publish([merged], ONE, second.release);
  expect(second.protection.revised).toEqual(['r1']);
  expect(third.tables).toEqual(second.tables);
});

const SURVEYS = 60;

/** The tables of a made survey beside a release, and the release that they are. */
function releaseOf({ before, survey, codebook }: MadeSurvey, release: Release, inputs: string) {
  const files = new Map([['r1', inputs]]);
  const { tables, protection } = protectTables(before, survey, codebook, {
    release,
    inputs: files,
    coding: null,
    ids: new Map(),
  });
  const revised = new Set(protection.revised);
  const { changes } = protection;
  return {
    tables,
    release: {
      tables,
      known: knownCounts(tables),
      left: new Map(),
      inputs: files,
      revised,
      changes,
      coding: null,
    },
  };
}

/** Lines with a figure, by table and place. */
function shownIn(tables: CountTables): ReadonlySet<string> {
  const { problems, themes, closed, pairs, sensitivity, bases, response, coding } = tables;
  const all = { problems, themes, closed, pairs, sensitivity, bases, response, coding };
  return new Set(
    Object.entries(all).flatMap(([table, rows]) =>
      rows.flatMap((row, i) => {
        const figure = 'respondents' in row ? row.respondents : row.n;
        return figure === null ? [] : [`${table} ${i}`];
      }),
    ),
  );
}

test(`of ${SURVEYS} random surveys with late answers a later run shows what was shown beside the first release, and no more`, () => {
  const made = fc.sample(fc.tuple(plans, fc.constantFrom(1, 2, 4)), { numRuns: SURVEYS, seed: 11 });
  for (const [plan, more] of made) {
    const [group, ...rest] = plan.groups;
    const now = surveyFrom({
      ...plan,
      groups: [{ ...group!, people: group!.people + more }, ...rest],
    });
    const first = surveyFrom(plan);
    const begun = firstRelease(first.published);
    const second = releaseOf(now, begun, 'second');
    const third = releaseOf(now, second.release, 'second');
    const { exposed } = attackTables(now.before, third.tables, now.survey, now.codebook);
    expect(exposed).toEqual([]);
    expect(shownIn(third.tables)).toEqual(shownIn(second.tables));
  }
});

test.each([
  ['an answer was corrected', [...FIRST.slice(1), ['P1', 29, 'T/U'], ['P1', 1, 'T/U', 'z']]],
  ['a unit was renamed', FIRST.map(([open, n, unit]) => [open, n, unit.replace('V', 'X')])],
] as const)('many who come later are shown, though %s before', (_, between) => {
  const many: readonly Part[] = ['x', 'y', 'z'].flatMap((said): Part[] => [
    ['P1', 20, 'T/U', said],
    ['P2', 20, 'T/U', said],
    ['no-problem', 20, 'T/U', said],
  ]);
  const first = publish([peopleOf(FIRST)], ONE);
  const second = publish([peopleOf(between as readonly Part[])], ONE, first.release, 'second');
  const third = publish(
    [peopleOf([...(between as readonly Part[]), ...many])],
    ONE,
    second.release,
    'third',
  );
  expect(third.protection.changes).toEqual(new Map([['r1', 'more']]));
  expect(countsIn(third.tables)).toEqual(expect.arrayContaining([90, 90]));
});

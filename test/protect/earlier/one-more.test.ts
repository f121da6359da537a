/** Rounds of the same people and one more, laid side by side. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../../pipeline/aggregate/aggregate.ts';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import { NOTHING_BESIDE, tellsOfJoined } from '../../../pipeline/protect/earlier/lone-counts.ts';
import { protectHygiene } from '../../../pipeline/protect/hygiene.ts';
import { protectPersonal } from '../../../pipeline/protect/personal.ts';
import type { Respondent } from '../../../pipeline/read/respondent.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { attackTables } from '../../support/attack-tables.ts';
import { countsOf } from '../../support/made-tables.ts';
import { protectTables } from '../../support/protect-tables.ts';
import { surveyOf, tinyCodebook } from '../../support/survey.ts';
import { FIRST, type Part, peopleOf } from './parts.ts';

/** A survey of some rounds, with those in which a question is asked. */
function asking(rounds: number, asked: Readonly<Record<string, readonly string[]>> = {}): Survey {
  const all = surveyOf();
  return {
    ...all,
    rounds: all.rounds.slice(0, rounds),
    questions: all.questions.map((one) => ({ ...one, asked: asked[one.id] ?? one.asked })),
  };
}

function publish(
  rounds: readonly (readonly Respondent[])[],
  survey: Survey,
  change = (tables: CountTables) => tables,
) {
  const before = change(countTables(countsOf(rounds, survey)));
  const { tables, protection } = protectTables(before, survey, tinyCodebook);
  expect(attackTables(before, tables, survey, tinyCodebook).exposed).toEqual([]);
  return { tables, protection };
}

const n = ({ problems }: CountTables, round: string, code: string, value = '') =>
  problems.find((row) => row.round === round && row.code === code && row.value === value)!.n;

const chosen = ({ closed }: CountTables, round: string, option: string, value = '') =>
  closed.find(
    (row) =>
      row.round === round &&
      row.question === 'single' &&
      row.option === option &&
      row.value === value,
  )!.n;

const JOINED: Part = ['P1', 1, 'T/U', 'x'];
const OTHERS: readonly Part[] = [
  ['P1', 24, 'T/U'],
  ['P2', 41, 'T/U'],
  ['P1', 29, 'S/V'],
  ['P2', 13, 'S/V'],
  ['P1;P2', 37, 'S/W'],
  ...['T/U', 'S/V', 'S/W'].map((unit): Part => ['no-problem', 12, unit]),
];

/** That of the open question nothing is told where one joined, and all elsewhere. */
function expectNobodyTold(tables: CountTables, round: string): void {
  for (const value of ['', 'T', 'T/U']) {
    expect(n(tables, 'r1', 'P1', value)).not.toBeNull();
    for (const code of ['P1', 'P2']) expect(n(tables, round, code, value)).toBeNull();
  }
  expect(n(tables, round, 'P1', 'S/V')).toBe(20);
}

test.each([
  { what: 'puts a question more', asked: { single: ['r2'] } },
  { what: 'puts a question less', asked: { single: ['r1'] } },
])('a round of the same people and one more that $what does not tell who joined', ({ asked }) => {
  const survey = asking(2, asked);
  const { tables, protection } = publish([peopleOf(FIRST), peopleOf([...FIRST, JOINED])], survey);
  expectNobodyTold(tables, 'r2');
  expect(protection.late).toEqual(['r2']);
});

test('nor does one in which another question was answered anew, of which all is shown', () => {
  const rounds = [peopleOf(FIRST), peopleOf([...FIRST, JOINED], 3)];
  const { tables } = publish(rounds, asking(2));
  expectNobodyTold(tables, 'r2');
  expect(chosen(tables, 'r2', 'x')).toBeNull();
  const points = tables.closed.filter(
    ({ round, question, value }) => round === 'r2' && question === 'scale' && value === '',
  );
  expect(points.find(({ option }) => option === '5')).toMatchObject({ status: 'shown' });
});

test.each([
  { what: 'did not put the question', asked: { open: ['r1', 'r3'], single: ['r2'] } },
  { what: 'is of other people', asked: {} },
])('a round is laid beside one further back where the one between $what', ({ asked }) => {
  const rounds = [peopleOf(FIRST), peopleOf(OTHERS), peopleOf([...FIRST, JOINED])];
  const { tables, protection } = publish(rounds, asking(3, asked));
  expectNobodyTold(tables, 'r3');
  expect(protection.late).toEqual(['r3']);
});

test('a theme that only the later round has does not hide that all else is as before', () => {
  const withoutTheme = (tables: CountTables): CountTables => ({
    ...tables,
    themes: tables.themes.filter(({ round }) => round !== 'r1'),
  });
  const first: readonly Part[] = [...FIRST, ['P3', 20, 'S/W']];
  const rounds = [peopleOf(first), peopleOf([...first, JOINED])];
  const { tables } = publish(rounds, asking(2), withoutTheme);
  expectNobodyTold(tables, 'r2');
  const theme = tables.themes.find(({ round, value }) => round === 'r2' && value === 'T/U')!;
  expect(theme.n).toBeNull();
});

test('a question that one who joined did not answer is told no more than those answered', () => {
  const joined = peopleOf([JOINED]).map((one) => ({
    ...one,
    answers: [one.answers[0]!, one.answers[1]!, { kind: 'missing' } as const],
  }));
  const { tables } = publish([peopleOf(FIRST), [...peopleOf(FIRST), ...joined]], asking(2));
  expectNobodyTold(tables, 'r2');
  expect(chosen(tables, 'r2', 'x', 'T/U')).toBeNull();
});

/** The statuses that are shown of a round, which has some of each of three. */
const statusesIn = ({ coding }: CountTables, round: string) =>
  coding.filter((row) => row.round === round && row.n !== null).map(({ status }) => status);

const ANSWERS: readonly Part[] = [...FIRST, ['uncoded', 15, 'S/V'], ['empty', 12, 'S/W']];

test.each([
  { open: 'no-problem', other: {} },
  { open: 'uncoded', other: { scale: ['r2'] } },
  { open: 'empty', other: {} },
])('whether one who joined gave an answer is not told, be it $open', ({ open, other }) => {
  const survey = asking(2, other);
  const rounds = [peopleOf(ANSWERS), peopleOf([...ANSWERS, [open, 1, 'T/U']])];
  const { tables, protection } = publish(rounds, survey);
  expect(statusesIn(tables, 'r1').length).toBeGreaterThan(3);
  // Everybody knows that nobody was left out, and that is all.
  const shown = tables.coding.filter((row) => row.round === 'r2' && row.n !== null);
  expect(shown.map(({ status, n }) => [status, n])).toEqual([['skipped', 0]]);
  expect(protection.joined).toContainEqual({ round: 'r2', question: 'open' });
});

test('statuses of a round of other people are shown', () => {
  const others: readonly Part[] = [...OTHERS, ['uncoded', 16, 'S/V'], ['empty', 12, 'S/W']];
  const { tables, protection } = publish([peopleOf(ANSWERS), peopleOf(others, 2)], asking(2));
  expect(statusesIn(tables, 'r2').length).toBeGreaterThan(3);
  expect(protection.joined).toEqual([]);
});

test.each([
  { why: 'a few joined', joined: ['open'], flagged: null, personal: null },
  { why: 'a few joined another question', joined: ['other'], flagged: null, personal: 12 },
  { why: 'nobody joined', joined: [], flagged: 12, personal: 12 },
])('where $why, 12 flagged are told as $flagged and 12 numbers as $personal', (one) => {
  const tells =
    one.joined.length === 0
      ? NOTHING_BESIDE
      : tellsOfJoined(one.joined.map((question) => ({ round: 'r2', question })));
  const told = (n: number) => {
    const flags = { round: 'r2', rule: 'speed', policy: 'flag' } as const;
    const row = { ...flags, n, share: n / 100, status: 'shown' } as const;
    const phones = { round: 'r2', question: 'open', type: 'mobile', n, base: 100 } as const;
    const [hygiene] = protectHygiene([row], [{ ...flags, n, base: 100 }], 5, tells);
    return [hygiene!.n, protectPersonal([phones], 5, tells)[0]!.n];
  };
  expect(told(12)).toEqual([one.flagged, one.personal]);
  expect(told(0)).toEqual([0, 0]);
});

test('rounds of other people are shown, however many there are', () => {
  const rounds = [peopleOf(FIRST), peopleOf(OTHERS), peopleOf([...OTHERS, ['P3', 9, 'S/V']], 2)];
  const { protection } = publish(rounds, asking(3));
  expect(protection.late).toEqual([]);
});

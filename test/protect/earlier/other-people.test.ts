/** Rounds of other people, and of the same people but one, laid side by side. */
import { expect, test } from '@jest/globals';
import { countTables } from '../../../pipeline/aggregate/aggregate.ts';
import { type Earlier, NOTHING_EARLIER } from '../../../pipeline/protect/protect.ts';
import type { Answer, Respondent } from '../../../pipeline/read/respondent.ts';
import { randomFrom } from '../../../pipeline/statistics/random.ts';
import type { Question, Survey } from '../../../pipeline/survey/survey.ts';
import { countsOf } from '../../support/made-tables.ts';
import { protectTables } from '../../support/protect-tables.ts';
import {
  openQuestion,
  respondentOf,
  singleQuestion,
  surveyOf,
  tinyCodebook,
} from '../../support/survey.ts';

const years: Question = {
  ...openQuestion,
  ...{ id: 'years', type: 'number', column: ['years'] },
};
const either: Question = { ...singleQuestion, ...{ id: 'either', options: ['yes', 'no'] } };

const asking = (...questions: readonly Question[]): Survey =>
  surveyOf({ questions, rounds: surveyOf().rounds.slice(0, 2) });

const ALL = asking(years, either, openQuestion);
const SAID = ['P1', 'P1.1', 'P1.1;P2', 'P2', 'P2;P3', 'P3', 'no-problem'];

/** So many people who work in one of six units and answer by lot. */
function people(n: number, seed: number): readonly Respondent[] {
  const next = randomFrom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return Array.from({ length: n }, () => {
    const unit = below(6);
    const answers: Answer[] = [
      { kind: 'number', value: below(30) },
      { kind: 'options', options: [below(2) === 0 ? 'yes' : 'no'] },
      { kind: 'text', text: SAID[below(SAID.length)]! },
    ];
    return { ...respondentOf('', `T${unit % 2}`, `u${unit}`), answers };
  });
}

const NUMBER_ALONE = asking(years);
const numbers = (n: number, seed: number) =>
  people(n, seed).map((one) => ({ ...one, answers: one.answers.slice(0, 1) }));

function publish(
  rounds: readonly (readonly Respondent[])[],
  survey: Survey,
  ids: Earlier['ids'] = new Map(),
) {
  const before = countTables(countsOf(rounds, survey));
  return protectTables(before, survey, tinyCodebook, { ...NOTHING_EARLIER, ids });
}

const SEEDS = Array.from({ length: 8 }, (_, i) => 10 * i);

test.each(SEEDS)(
  'rounds of 60 people and 62 others hide nothing beside one another, seed %i',
  (seed) => {
    for (const [n, later] of [
      [300, 302],
      [302, 300],
    ] as const) {
      const { protection } = publish([people(n, seed), people(later, seed + 1)], ALL);
      expect(protection.late).toEqual([]);
      expect(protection.joined).toEqual([]);
    }
  },
);

test.each([
  { what: 'and one more', before: 300, now: 301 },
  { what: 'less one', before: 301, now: 300 },
])('a round of the same people $what does not tell the answers of that one', ({ before, now }) => {
  const all = people(301, 5);
  const { tables, protection } = publish([all.slice(0, before), all.slice(0, now)], ALL);
  expect(protection.late).toEqual(['r2']);
  const one = all[300]!.groups;
  const isThere = ({ round, value }: { readonly round: string; readonly value: string }) =>
    round === 'r2' && (value === '' || one.includes(value));
  const lines = [...tables.problems, ...tables.closed, ...tables.themes].filter(isThere);
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter(({ n }) => n !== null)).toEqual([]);
  expect(
    lines.flatMap((row) => ('mean' in row ? [row.mean] : [])).every((mean) => mean === null),
  ).toBe(true);
  // Elsewhere all is as it was.
  const elsewhere = tables.problems.filter((row) => row.round === 'r2' && !isThere(row));
  expect(elsewhere.some(({ n }) => n !== null && n > 0)).toBe(true);
});

test('a question with two options follows the others, which were answered anew', () => {
  const all = people(301, 5);
  const anew = people(301, 6).map(({ answers: [, , open] }, i) => ({
    ...all[i]!,
    answers: [...all[i]!.answers.slice(0, 2), open!],
  }));
  // It is the same in every unit but one, which other people hardly ever would be.
  const { tables, protection } = publish([all.slice(0, 300), anew], ALL);
  expect(protection.late).toEqual(['r2']);
  const shown = tables.closed.filter(
    (row) => row.round === 'r2' && row.value === '' && row.n !== null,
  );
  expect(shown).toEqual([]);
});

test.each([
  { before: 300, now: 302, mean: 'hidden' },
  { before: 302, now: 300, mean: 'hidden' },
  { before: 300, now: 305, mean: 'shown' },
])('where a number is all that is asked, that of $now people beside $before is $mean', (one) => {
  const { tables } = publish([numbers(one.before, 5), numbers(one.now, 6)], NUMBER_ALONE);
  const row = tables.closed.find(({ round, value }) => round === 'r2' && value === '')!;
  expect(row.mean === null).toBe(one.mean === 'hidden');
});

/** People of whom each chooses the same from round to round, and another thing by the places in a list. */
const choosing = (n: number, anew: string): readonly Respondent[] =>
  Array.from({ length: n }, (_, i) => {
    const options = ['yes', 'no', 'maybe'];
    const answers: Answer[] = [i, Number(anew[i % anew.length])].map((at) => {
      return { kind: 'options', options: [options[at % 3]!] };
    });
    return { ...respondentOf('', 'T', 'u'), groups: [], answers };
  });

test('where ids say that one has joined, what all others answered as before does not tell the answer', () => {
  const three = { ...singleQuestion, options: ['yes', 'no', 'maybe'] };
  const survey = { ...asking({ ...three, id: 'kept' }, { ...three, id: 'anew' }), groups: [] };
  const rounds = [choosing(120, '012'), choosing(121, '00122')];
  const idsFrom = (first: number, n: number) =>
    new Map(Array.from({ length: n }, (_, i) => [first + i, 0]));
  const keptIn = (...ids: readonly Map<number, number>[]) => {
    const { tables } = publish(rounds, survey, new Map(ids.map((own, i) => [`r${i + 1}`, own])));
    return tables.closed.filter(({ round, question }) => round === 'r2' && question === 'kept');
  };
  for (const row of keptIn(idsFrom(0, 120), idsFrom(0, 121))) expect(row.n).toBeNull();
  // Other people, and people who are not known, may well choose the same.
  for (const ids of [[idsFrom(0, 120), idsFrom(200, 121)], []]) {
    expect(keptIn(...ids).map(({ n }) => n)).toEqual(expect.arrayContaining([41, 40, 40]));
  }
});

test('where ids say that all are still there, one who joined a unit is told neither there nor by all less the others', () => {
  const three = { ...singleQuestion, options: ['yes', 'no', 'maybe'] };
  const [type] = surveyOf().groups;
  const survey = { ...asking({ ...three, id: 'kept' }, { ...three, id: 'anew' }), groups: [type!] };
  const inTypes = (all: readonly Respondent[]) =>
    all.map((one, i) => ({
      ...one,
      groups: [i < 120 ? 'ABC'[Math.floor(i / 40)]! : i === 120 ? 'A' : 'C'],
    }));
  const rounds = [inTypes(choosing(120, '012')), inTypes(choosing(133, '00122'))];
  const ids = [120, 133].map((n) => new Map(Array.from({ length: n }, (_, i) => [i, 0])));
  const known = new Map(ids.map((own, i) => [`r${i + 1}`, own]));
  const { tables } = publish(rounds, survey, known);
  const lines = (round: string) =>
    tables.closed.filter(
      (row) => row.round === round && row.question === 'kept' && row.option !== '',
    );
  const [before, now] = [lines('r1'), lines('r2')];
  expect(now.filter(({ value }) => value === 'A').map(({ n }) => n)).toEqual([null, null, null]);
  // Nobody joined B: laid beside all, it would tell of A and C together, which are many.
  expect(now.filter(({ value }) => value === 'B').map(({ n }) => n)).not.toContain(null);
  for (const option of three.options) {
    const joined = (one: (typeof now)[number]) =>
      one.base! - before.find((row) => row.value === one.value && row.option === option)!.base!;
    const own = now.filter((row) => row.option === option && row.n !== null);
    const [all, ...shown] = own;
    if (all?.group !== 'all') continue;
    const left = shown.reduce((sum, one) => sum - joined(one), joined(all));
    expect(left === 0 || left >= 5).toBe(true);
  }
});

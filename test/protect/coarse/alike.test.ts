/**
 * Surveys with weights by group that differ in hidden counts only are published alike: whoever knows
 * the weights, and all rules, cannot tell one from the other.
 */
import { expect, test } from '@jest/globals';
import { countTables } from '../../../pipeline/aggregate/aggregate.ts';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import type { Respondent } from '../../../pipeline/read/respondent.ts';
import { randomFrom } from '../../../pipeline/statistics/random.ts';
import { countsOf, protectCounts } from '../../support/made-tables.ts';
import { respondentOf, surveyOf } from '../../support/survey.ts';

const SURVEYS = 80;
const TYPES = ['A', 'B', 'C', 'D'];
const SURVEY = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  columns: { ...surveyOf().columns, weight: ['w'] },
});

interface Person {
  readonly type: number;
  readonly weight: number;
  readonly open: string;
  readonly scale: number;
}

/**
 * Four types of one unit, each with a weight; what few say of each is said oftener in some. In every other
 * survey somebody weighs otherwise than the type.
 */
function made(seed: number) {
  const next = randomFrom(seed);
  const weights = TYPES.map(() => [0.25, 0.5, 1, 1.03, 2, 4, 8][Math.floor(next() * 7)]!);
  const people = TYPES.flatMap((_, type): readonly Person[] => {
    const [n, often] = [5 + Math.floor(next() * 60), next() * 0.4];
    return Array.from({ length: n }, (_, i) => ({
      type,
      weight: weights[type]! * (seed % 2 === 0 && type === 0 && i === 0 ? 1.5 : 1),
      open: next() < often ? 'P1' : next() < 0.5 ? 'P2' : 'uncoded',
      scale: next() < 0.1 ? 1 : 2 + Math.floor(next() * 4),
    }));
  });
  const respondents = (some: readonly Person[]): readonly Respondent[] =>
    some.map(({ type, weight, open, scale }, i) =>
      respondentOf(open, TYPES[type]!, `${TYPES[type]}1`, {
        ...{ weight, scale, single: 'x', row: i + 2 },
      }),
    );
  return { people, respondents };
}

/** One of each of two types, where counts of both are hidden, takes the other's answer to a question. */
function changed(
  people: readonly Person[],
  question: 'open' | 'scale',
  isHidden: (type: number, answer: Person['open' | 'scale']) => boolean,
  seed: number,
) {
  const next = randomFrom(seed);
  const start = Math.floor(next() * people.length);
  const inTurn = people.map((_, i) => (i + start) % people.length);
  for (const one of inTurn) {
    const a = people[one]!;
    if (!isHidden(a.type, a[question])) continue;
    const other = inTurn.find((i) => {
      const b = people[i]!;
      const areHidden = [a.type, b.type].every((type) =>
        [a[question], b[question]].every((answer) => isHidden(type, answer)),
      );
      return b.type !== a.type && b[question] !== a[question] && areHidden;
    });
    if (other === undefined) continue;
    return people.map((person, i) => {
      if (i === one) return { ...person, [question]: people[other]![question] };
      return i === other ? { ...person, [question]: a[question] } : person;
    });
  }
  return people;
}

/** Whether a share of everybody is told that is not the true one. */
const isCoarse = ({ group, n, share, n_effective }: CountTables['problems'][number]) =>
  group === 'all' && n !== 0 && share !== null && n_effective === null;

const headsOf = ({ problems, closed, themes, pairs, coding }: CountTables) =>
  JSON.stringify([
    ...[problems, closed, themes, pairs].map((rows) =>
      rows.map(({ n, base, status }) => [n, base, status]),
    ),
    coding.map(({ n }) => n),
  ]);

test(`of ${SURVEYS} surveys none with other hidden counts is published otherwise`, () => {
  const looked = { open: 0, scale: 0, shares: 0, means: 0 };
  for (let seed = 1; seed <= SURVEYS; seed++) {
    const { people, respondents } = made(seed);
    const own = countsOf([respondents(people)], SURVEY);
    const published = protectCounts(own);
    const hidden = new Set(
      [...published.problems, ...published.closed].flatMap((row) =>
        row.group === 'type' && row.status === 'suppressed'
          ? [`${row.value} ${'code' in row ? row.code : row.option}`]
          : [],
      ),
    );
    const isHidden = (type: number, answer: string | number) =>
      answer === 'uncoded' || hidden.has(`${TYPES[type]} ${answer}`);
    for (const question of ['open', 'scale'] as const) {
      for (let k = 0; k < 2; k++) {
        const otherwise = changed(people, question, isHidden, seed * 10 + k);
        if (otherwise === people) continue;
        const counts = countsOf([respondents(otherwise)], SURVEY);
        const isOther = headsOf(countTables(counts)) !== headsOf(countTables(own));
        const tables = protectCounts(counts);
        // Where other counts are shown, or hidden, they are told.
        if (!isOther || headsOf(tables) !== headsOf(published)) continue;
        looked[question] += 1;
        const all = published.closed.filter(({ group }) => group === 'all');
        if (all.some(({ mean }) => mean !== null)) looked.means += 1;
        if (published.problems.some(isCoarse)) looked.shares += 1;
        expect({ seed, question, tables }).toEqual({ seed, question, tables: published });
      }
    }
  }
  // Most are told all the same.
  expect(Math.min(...Object.values(looked))).toBeGreaterThan(20);
});

test('the interval of a share that is told instead of the true one holds the exact interval, to 0.01', () => {
  let looked = 0;
  for (let seed = 1; seed <= SURVEYS; seed++) {
    const { people, respondents } = made(seed);
    const own = countsOf([respondents(people)], SURVEY);
    const exact = countTables(own).problems;
    protectCounts(own).problems.forEach((row, i) => {
      if (!isCoarse(row) || row.low === null) return;
      looked += 1;
      expect(row.low).toBeLessThanOrEqual(exact[i]!.low! + 0.01);
      expect(row.high).toBeGreaterThanOrEqual(exact[i]!.high! - 0.01);
    });
  }
  expect(looked).toBeGreaterThan(20);
});

test('a share that follows from what is shown is given as it is, to the nearest 0.01', () => {
  // The units of a type have one weight: who of them said it changes nothing.
  const people = Array.from({ length: 200 }, (_, i) =>
    respondentOf(
      i % 7 === 0 || i === 101 ? 'P1' : 'P2',
      i < 100 ? 'A' : 'B',
      `u${i < 97 ? 0 : i}`,
      {
        weight: i < 100 ? 1 : 3,
      },
    ),
  );
  const { problems } = protectCounts(countsOf([people], SURVEY));
  const shown = (group: string, value: string) =>
    problems.find((row) => row.code === 'P1' && row.group === group && row.value === value)!;
  expect(problems.some(({ status }) => status === 'suppressed')).toBe(true);
  const [a, b] = ['A', 'B'].map((type) => shown('type', type).n!) as [number, number];
  expect(shown('all', '').share).toBeCloseTo((a + 3 * b) / 400, 2);
});

/** 40 of A and 20 of B, of whom 12 chose x: so many of B. All lines of the type are hidden. */
function hiddenType(ofB: number, weight: number) {
  const people = ['A', 'B'].flatMap((type) =>
    Array.from({ length: type === 'A' ? 40 : 20 }, (_, i) =>
      respondentOf('uncoded', type, `${type}1`, {
        weight: type === 'A' ? weight : 1,
        single: i < (type === 'A' ? 4 - ofB : ofB) ? 'x' : 'y',
      }),
    ),
  );
  const { closed, pairs } = protectCounts(countsOf([people], SURVEY));
  return { closed: closed.filter(({ question }) => question === 'single'), pairs };
}

test.each([2, 1.08])(
  'where all lines of a group are hidden and weights are 1 and %s, the share of everybody tells nothing',
  (weight) => {
    const published = [1, 2, 3].map((ofB) => hiddenType(ofB, weight));
    const [line] = published[0]!.closed.filter(({ group }) => group === 'type');
    expect(line).toMatchObject({ status: 'suppressed' });
    for (const one of published) expect(one).toEqual(published[0]);
  },
);

/** Units put together, taken apart or dissolved, and a few people who came besides. */
import { expect, test } from '@jest/globals';
import { surveyOf } from '../../support/survey.ts';
import { type Part, peopleOf, publish } from './parts.ts';

const BY_TYPE = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  groups: surveyOf().groups.slice(0, 1),
});
const OPEN_ALONE = { ...BY_TYPE, questions: BY_TYPE.questions.slice(0, 1) };

type Said = Readonly<Record<string, readonly [one: number, other: number, none?: number]>>;

/**
 * Of each type so many with the one problem, and so many with the other; as many as these name none, unless told.
 * They choose x and y.
 */
const people = (said: Said) =>
  peopleOf(
    Object.entries(said).flatMap(([type, [one, other, none = other]]): Part[] => [
      ['P1', one, `${type}/${type}`, 'x'],
      ['P2', other, `${type}/${type}`, 'y'],
      ['no-problem', none, `${type}/${type}`, 'y'],
    ]),
  );

/** Releases one after the other, each beside the last; how many have the one problem in each type, or chose x. */
function released(...rounds: readonly Said[]) {
  return releasedAs('P1', rounds);
}

function releasedAs(what: 'P1' | 'x', rounds: readonly Said[], survey = BY_TYPE) {
  let last: ReturnType<typeof publish> | null = null;
  return rounds.map((said, i) => {
    last = publish([people(said)], survey, last?.release ?? null, `${i}`);
    const { problems, closed } = last.tables;
    const rows = [...problems.map((row) => ({ ...row, option: row.code })), ...closed];
    const of = Object.keys(said).map((type) => [
      type,
      rows.find((row) => row.option === what && row.value === type)!.n,
    ]);
    return Object.fromEntries(of) as Record<string, number | null>;
  });
}

const FIRST: Said = { A: [30, 30], B: [21, 30], C: [84, 80] };
const MORE_IN_A: Said = { ...FIRST, A: [45, 45] };

test.each([
  [
    'one who came to a type that took in another',
    { ...FIRST, Z: [40, 50] },
    { ...MORE_IN_A, B: [62, 80] },
    'B',
  ],
  ['three of ten who came to one', { ...FIRST, Z: [40, 50] }, { ...MORE_IN_A, B: [64, 87] }, 'B'],
  [
    'one who came to two put together under a new name',
    { ...FIRST, D: [50, 40] },
    { A: [45, 45], X: [106, 110], D: [50, 40] },
    'X',
  ],
  ['one who came to what split off', FIRST, { ...MORE_IN_A, C: [44, 30], E: [41, 50] }, 'E'],
  ['one who came to what took over some', FIRST, { ...MORE_IN_A, C: [44, 30], B: [62, 80] }, 'B'],
] as const)('what one type lost does not tell of %s', (_, before, now, type) => {
  const [, second] = released(before, now);
  expect(second![type]).toBeNull();
});

test('types put together are told where nobody came besides', () => {
  const [, second] = released({ ...FIRST, Z: [40, 50] }, { A: [30, 30], B: [61, 80], C: [84, 80] });
  expect(second).toEqual({ A: 30, B: 61, C: 84 });
});

test('types put together are told where many came to them besides', () => {
  const [, second] = released({ ...FIRST, Z: [40, 50] }, { ...FIRST, B: [91, 110] });
  expect(second).toMatchObject({ B: 91 });
});

/** Of A it is hidden that three of ten more say it, and C and G with it. */
const BEGUN: Said = { A: [30, 30], B: [21, 30], C: [44, 30], D: [50, 60], G: [30, 40] };
const LATE: Said = { ...BEGUN, A: [33, 37], C: [47, 37], G: [33, 47] };

test('where a type of which something was hidden is taken apart, those that took it in do not tell it', () => {
  const { A: _, ...others } = LATE;
  const [, second, third] = released(BEGUN, LATE, { ...others, B: [38, 48], D: [66, 79] });
  expect(second).toMatchObject({ A: null, B: 21, D: 50 });
  expect([third!.B, third!.D]).toContain(null);
});

test('a tiny type that is gone hides none to which many more came than it had', () => {
  const types = ['A', 'B', 'C', 'D', 'E'];
  const said = (more: number): Said =>
    Object.fromEntries(types.map((type, i) => [type, [25 + i + more, 30 + 2 * i + more] as const]));
  const [, second] = released({ ...said(0), Z: [1, 2] }, { ...said(15), A: [41, 47] });
  expect(second).toMatchObject({ C: 42, D: 43, E: 44 });
});

test('a type that had another name once does not hide that in a new one all are late', () => {
  const first: Said = { A: [30, 30, 0], B: [10, 11, 0], C: [11, 13, 0], D: [44, 30, 0] };
  const { B, ...others } = first;
  // Three of ten who came to A say it; X is as it was, so that these are what all are more without E.
  const late: Said = { ...others, X: B!, A: [33, 37, 0], E: [200, 5, 0] };
  const [, second, third] = releasedAs('x', [first, { ...others, X: B! }, late]);
  expect(second).toMatchObject({ X: 10 });
  expect([third!.A, third!.E]).toEqual([null, null]);
});

test('of two types under new names each is the one from which it differs least in what was said', () => {
  // B has 71 and D 72, X 72 and Y 73: X is B and one more, though as many as D.
  const first: Said = { A: [40, 40], C: [44, 30], B: [21, 30, 20], D: [15, 37, 20] };
  const { B: _, D: __, ...others } = first;
  const now: Said = { ...others, X: [22, 30, 20], Y: [15, 38, 20] };
  const [, second] = releasedAs('P1', [first, now], OPEN_ALONE);
  expect(second!.X).toBeNull();
});

test.each([
  ['the same', 'taxonomy', null],
  ['another', 'other taxonomy', 43],
] as const)(
  'those who are back after some were missing are not told where they were coded by %s taxonomy',
  (_, coding, n) => {
    // Fifteen of A were missing by mistake when thirty came; of all thirty three say P1.
    const rounds: readonly Said[] = [
      { A: [40, 40, 40], B: [30, 30, 30] },
      { A: [34, 61, 50], B: [30, 30, 30] },
      { A: [43, 67, 55], B: [30, 30, 30] },
    ];
    let release: ReturnType<typeof publish>['release'] | null = null;
    let shown: number | null = null;
    rounds.forEach((said, i) => {
      const by = i === 1 ? coding : 'taxonomy';
      const { tables, release: next } = publish([people(said)], OPEN_ALONE, release, `${i}`, by);
      shown = tables.problems.find((row) => row.code === 'P1' && row.value === 'A')!.n;
      release = next;
    });
    expect(shown).toBe(n);
  },
);

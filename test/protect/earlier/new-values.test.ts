/** Units that the release before did not have: under another name, or new. */
import { expect, test } from '@jest/globals';
import { surveyOf } from '../../support/survey.ts';
import { type Part, peopleOf, publish } from './parts.ts';

const BY_TYPE = surveyOf({
  rounds: surveyOf().rounds.slice(0, 1),
  groups: surveyOf().groups.slice(0, 1),
});

type Said = Readonly<Record<string, readonly [one: number, other: number]>>;

/** Of each type so many with the one problem, and so many with the other; half as many as these name none. */
const people = (said: Said) =>
  peopleOf(
    Object.entries(said).flatMap(([type, [one, other]]): Part[] => [
      ['P1', one, `${type}/${type}`],
      ['P2', other, `${type}/${type}`],
      ['no-problem', Math.ceil(other / 2), `${type}/${type}`],
    ]),
  );

/** How many have the one problem in each type, in the second of two releases. */
function secondOf(before: Said, now: Said, inputs = 'second') {
  const first = publish([people(before)], BY_TYPE);
  const { tables, protection } = publish([people(now)], BY_TYPE, first.release, inputs);
  const of = Object.keys(now).map((type) => [
    type,
    tables.problems.find((row) => row.code === 'P1' && row.value === type)!.n,
  ]);
  return { n: Object.fromEntries(of), protection };
}

const FIRST: Said = { A: [30, 30], B: [21, 30], C: [44, 30] };
const without = (type: string): Said =>
  Object.fromEntries(Object.entries(FIRST).filter(([name]) => name !== type));

test.each([
  ['one came who said it', [22, 30]],
  ['one came who did not', [21, 31]],
  ['one of them left', [20, 30]],
  ['few of many who came said it', [23, 48]],
  ['all but few of many who came did', [41, 32]],
] as const)('a type under another name is hidden where %s, and others with it', (_, later) => {
  const renamed = secondOf(FIRST, { ...without('B'), X: later });
  const asBefore = secondOf(FIRST, { ...FIRST, B: later });
  expect(renamed.n.X).toBeNull();
  expect([renamed.n.A, renamed.n.C]).toEqual([asBefore.n.A, asBefore.n.C]);
  expect(renamed.protection.changes).toEqual(asBefore.protection.changes);
});

test('many who came to it are told, as they would be under the name before', () => {
  const { A, B, C } = secondOf(FIRST, { ...FIRST, B: [31, 45] }).n;
  const { n } = secondOf(FIRST, { ...without('B'), X: [31, 45] });
  expect(n).toEqual({ A, C, X: B });
  expect(n.X).toBe(31);
});

test('new names alone change nothing', () => {
  const { n, protection } = secondOf(FIRST, { X: [21, 30], Y: [30, 30], Z: [44, 30] }, 'first');
  expect(n).toEqual({ X: 21, Y: 30, Z: 44 });
  expect(protection).toMatchObject({ late: [], revised: [], changes: new Map() });
});

test('of two that a new name could be of, the one is taken that differs least', () => {
  const two = { ...FIRST, D: [15, 26] } as const;
  const { n } = secondOf(two, { A: [40, 40], C: [44, 30], X: [22, 30], Y: [15, 26] });
  // Of fifteen in D eleven would have come, seven of whom say it: that could be told.
  expect(n).toMatchObject({ X: null, C: 44 });
});

test('a type with fewer people than were in the one that is gone is another, while more came elsewhere', () => {
  const { n, protection } = secondOf(
    { ...FIRST, B: [121, 130] },
    {
      ...{ A: [130, 160], C: [44, 30], X: [60, 70] },
    },
  );
  expect(n.X).toBe(60);
  expect(protection.changes).toEqual(new Map([['r1', 'more']]));
});

test('the figures of a unit that is gone are kept all the same, should it come back', () => {
  const first = publish([people(FIRST)], BY_TYPE);
  const second = publish([people({ ...without('B'), X: [21, 30] })], BY_TYPE, first.release, '2');
  const kept = [...second.protection.leftOut.known].filter(([name]) =>
    name.includes('\u0001type\u0001B\u0001'),
  );
  const told = [...first.release.known].filter(([name]) =>
    name.includes('\u0001type\u0001B\u0001'),
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toEqual(told);
});

test('a new unit, of which all are late, hides nobody who came to another', () => {
  // Three of ten who came to A say it. B cannot have changed, C is shown, and E would be all that is left.
  const before: Said = { A: [30, 30], B: [10, 10], C: [10, 10] };
  const { n } = secondOf(before, { ...before, A: [33, 37], E: [200, 200] });
  expect([n.A, n.E]).toEqual([null, null]);
});

test('a new unit is shown where all of it and many who came elsewhere are', () => {
  const { n } = secondOf(FIRST, { ...FIRST, A: [60, 75], E: [40, 50] });
  expect(n).toMatchObject({ A: 60, C: 44, E: 40 });
});

test('a unit that grows by one of which something was hidden does not tell what it was', () => {
  // Three of ten who came to A say it: hidden, and B and C with it.
  const late: Said = { ...FIRST, A: [33, 37], C: [51, 43] };
  const first = publish([people(FIRST)], BY_TYPE);
  const second = publish([people(late)], BY_TYPE, first.release, 'second');
  const merged: Said = { B: [21 + 33, 30 + 37], C: late.C! };
  const third = publish([people(merged)], BY_TYPE, second.release, 'second');
  const of = ({ tables }: typeof first, type: string) =>
    tables.problems.find((row) => row.code === 'P1' && row.value === type)!.n;
  expect([of(first, 'A'), of(second, 'A'), of(second, 'B')]).toEqual([30, null, 21]);
  expect(of(third, 'B')).toBeNull();
});

/** Respondents of the same groups are counted together, and spread out over their groups. */
import { expect, test } from '@jest/globals';
import { sumsOf } from '../../pipeline/tally/look-up.ts';
import { Profiles } from '../../pipeline/tally/profiles.ts';
import { emptyTally, increment } from '../../pipeline/tally/tally.ts';
import { surveyOf } from '../support/survey.ts';

const { groups } = surveyOf();

/** Counts `people`, all in units of their own, of whom each says one of `items`. */
function counted(people: number, items: number) {
  const tally = emptyTally();
  const profiles = new Profiles(groups, ['q'], tally);
  const one = increment(0.1);
  for (let i = 0; i < items; i++) profiles.item(0, `i${i}`, 'everywhere');
  for (let i = 0; i < people; i++) {
    const profile = profiles.of([`T${i % 3}`, `T${i % 3}/U${i}`], '');
    profiles.add(profile, [profiles.item(0, `i${i % items}`, 'everywhere')], one);
  }
  const isSettledBefore = tally.questions.size > 0;
  profiles.settle();
  return { tally, isSettledBefore };
}

test.each([
  ['few profiles are spread out at the end', 30, 10, false],
  ['many profiles are spread out in between', 5000, 2, true],
  ['few profiles of very many items are spread out in between', 100, 20_000, true],
])('%s, and everybody is counted once in each place', (_, people, items, isSettledBefore) => {
  const { tally, ...found } = counted(people, items);
  expect(found).toEqual({ isSettledBefore });
  const first = Math.ceil(people / items);
  expect(sumsOf(tally, 'q', 'all', '', 'i0').n).toBe(first);
  const inTypes = ['T0', 'T1', 'T2'].map((type) => sumsOf(tally, 'q', 'type', type, 'i0').n);
  expect(inTypes.reduce((sum, n) => sum + n, 0)).toBe(first);
  const last = people - 1;
  const unit = `T${last % 3}/U${last}`;
  expect(sumsOf(tally, 'q', 'unit', unit, `i${last % items}`)).toMatchObject({ n: 1, w: 0.1 });
});

test('who comes again after all was spread out is counted with those before', () => {
  const tally = emptyTally();
  const profiles = new Profiles(groups, ['q'], tally);
  const items = [profiles.item(0, 'i', 'everywhere')];
  for (let time = 0; time < 2; time++) {
    profiles.add(profiles.of(['T', 'T/U'], ''), items, increment(0.1));
    profiles.add(profiles.apart('~flagged', ''), items, increment(0.1));
    profiles.settle();
  }
  for (const [grouping, value] of [
    ['all', ''],
    ['unit', 'T/U'],
    ['~flagged', ''],
  ] as const) {
    expect(sumsOf(tally, 'q', grouping, value, 'i')).toMatchObject({ n: 2, w: 0.2 });
  }
});

test('weights that fill the high parts of sums are counted with those that do not', () => {
  const tally = emptyTally();
  const profiles = new Profiles(groups, ['q'], tally);
  const profile = profiles.of(['T', 'T/U'], '');
  for (const [i, weight] of [0.5, 5000, 2048, 0.25].entries()) {
    profiles.add(profile, [profiles.item(0, `i${i % 3}`, 'everywhere')], increment(weight));
  }
  profiles.settle();
  const sums = ['i0', 'i1', 'i2'].map((item) => sumsOf(tally, 'q', 'unit', 'T/U', item));
  expect(sums).toMatchObject([
    { n: 2, w: 0.75 },
    { n: 1, w: 5000, w2: 25_000_000 },
    { n: 1, w: 2048, w2: 2 ** 22 },
  ]);
});

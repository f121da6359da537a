/** Which groups weights go by. */
import { expect, test } from '@jest/globals';
import { groupWeights } from '../../pipeline/aggregate/weight-groups.ts';
import { countsOf } from '../support/made-tables.ts';
import { respondentOf, surveyOf } from '../support/survey.ts';

const base = surveyOf();
const group = base.groups[0]!;
const SURVEY = surveyOf({
  rounds: base.rounds.slice(0, 1),
  columns: { ...base.columns, weight: ['w'] },
  groups: ['region', 'sex', 'age'].map((id) => ({ ...group, id, column: [id], within: null })),
});

/** Groups that weights go by, of people evenly over two values of each of three groups. */
function groupsOf(weightOf: (region: number, sex: number, age: number) => number) {
  const people = Array.from({ length: 400 }, (_, i) => {
    const [region, sex, age] = [i % 2, (i >> 1) % 2, (i >> 2) % 2] as [number, number, number];
    return {
      ...respondentOf('P1', '', '', { weight: weightOf(region, sex, age), row: i + 2 }),
      groups: [`r${region}`, `s${sex}`, `a${age}`],
    };
  });
  const { tallies } = countsOf([people], SURVEY);
  return [...groupWeights(tallies, SURVEY).get('r1')!.keys()];
}

test.each([
  ['the one that tells weights', [0.6, 0, 0], ['region']],
  ['the one that tells nearly all, and not what is beside it', [0.6, 0.15, 0], ['region']],
  ['the one that tells most of it and the next', [0.6, 0.3, 0], ['region', 'sex']],
  ['all of three of which each tells a third', [0.4, 0.4, 0.4], ['region', 'sex', 'age']],
  ['none where weights are equal', [0, 0, 0], []],
] as const)('weights go by %s', (_, [region, sex, age], groups) => {
  expect(groupsOf((r, s, a) => 1 + region * r + sex * s + age * a)).toEqual(groups);
});

test('weights of a plan with a factor for each group go by all of them', () => {
  expect(groupsOf((r, s, a) => 1.5 ** r * 1.6 ** s * 1.4 ** a)).toEqual(['region', 'sex', 'age']);
});

test('weights that no group tells go by none', () => {
  let at = 0;
  expect(groupsOf(() => 1 + ((at++ * 7) % 11))).toEqual([]);
});

/** People added to or taken from random surveys of every form that ties published numbers together. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attackTables } from '../../support/attack-tables.ts';
import { besideRelease } from '../../support/beside-release.ts';
import { type Plan, plans, surveyFrom } from '../../support/oracle-surveys.ts';

const SURVEYS = 60;

function withMore(plan: Plan, more: number): Plan {
  const [first, ...rest] = plan.groups;
  return { ...plan, groups: [{ ...first!, people: first!.people + more }, ...rest] };
}

const kind = { unit: 0, open: 0, closed: 0, isFlagged: false };

/** Eleven people, all of one unit with a head-count. */
const ALL_IN_ONE: Plan = {
  minimum: 3,
  leaves: [0, 0],
  areApart: false,
  themes: [[0]],
  closed: 'single',
  hasPopulation: true,
  groups: [
    { ...kind, people: 1, isFlagged: true },
    { ...kind, people: 5 },
    { ...kind, people: 5 },
  ],
};

test('how many are in a value that holds everybody is told by the number of rows, and not hidden', () => {
  const now = surveyFrom(ALL_IN_ONE);
  const { response } = besideRelease(now, surveyFrom(withMore(ALL_IN_ONE, 1)));
  const shown = response.filter(({ respondents }) => respondents !== null);
  expect(shown.map(({ group, respondents }) => [group, respondents])).toContainEqual(['type', 11]);
});

test(`beside a release of a few more or fewer, ${SURVEYS} random surveys are published and tell of nobody`, () => {
  const made = fc.sample(fc.tuple(plans, fc.constantFrom(1, 2, 4, -1)), {
    numRuns: SURVEYS,
    seed: 7,
  });
  for (const [plan, more] of made) {
    const [now, before] = more > 0 ? [plan, withMore(plan, more)] : [withMore(plan, 1), plan];
    const one = surveyFrom(now);
    const published = besideRelease(one, surveyFrom(before));
    const { exposed } = attackTables(one.before, published, one.survey, one.codebook);
    expect(exposed).toEqual([]);
  }
});

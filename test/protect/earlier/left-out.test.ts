/** What a release leaves out, and what it is laid beside when it comes back. */
import { expect, test } from '@jest/globals';
import type { CountTables } from '../../../pipeline/aggregate/tables.ts';
import { knownCounts } from '../../../pipeline/protect/earlier/known-counts.ts';
import { leftOutText } from '../../../pipeline/protect/earlier/left-out.ts';
import type { Release } from '../../../pipeline/protect/earlier/release.ts';
import type { Survey } from '../../../pipeline/survey/survey.ts';
import { openQuestion, singleQuestion, surveyOf } from '../../support/survey.ts';
import { FIRST, type Part, peopleOf, publish } from './parts.ts';

const ALL = surveyOf({ rounds: surveyOf().rounds.slice(0, 1) });
const LATE: readonly Part[] = [...FIRST, ['P1', 1, 'T/U', 'x']];

const figures = ({ problems, closed }: CountTables, group: string) =>
  [...problems, ...closed].filter((row) => row.group === group).map(({ n }) => n);

/** Figures after one late answer, where a release between had another survey; and straight away. */
function figuresAfter(between: Survey, group: string) {
  const first = publish([peopleOf(FIRST)], ALL);
  const second = publish([peopleOf(LATE)], between, first.release, 'second');
  const third = publish([peopleOf(LATE)], ALL, second.release, 'second');
  const anew = publish(
    [peopleOf(LATE)],
    ALL,
    { ...second.release, known: knownCounts(second.tables), left: new Map() },
    'second',
  );
  const straight = publish([peopleOf(LATE)], ALL, first.release, 'second');
  return [third, straight, anew].map(({ tables }) => figures(tables, group));
}

test.each([
  ['a question', { ...ALL, questions: [openQuestion] }, 'all'],
  ['a question and its lines in groups', { ...ALL, questions: [openQuestion] }, 'unit'],
  ['an open question', { ...ALL, questions: [singleQuestion] }, 'all'],
  ['all groups', { ...ALL, groups: [] }, 'type'],
])(
  '%s that one release leaves out tells nothing of one late answer when it is back',
  (_, between, group) => {
    const [back, straight, forgotten] = figuresAfter(between, group);
    expect(back).toEqual(straight);
    expect(straight).toContain(null);
    // With nothing to be laid beside it would be told.
    expect(forgotten).not.toEqual(straight);
  },
);

test('what is left out is kept through any number of releases, until it is back', () => {
  const between = { ...ALL, questions: [openQuestion] };
  let last = publish([peopleOf(FIRST)], ALL);
  const singleIn = (known: Release['known']) =>
    [...known].filter(([name]) => name.includes('\u0001single\u0001'));
  const single = singleIn(last.release.known);
  for (const _ of [1, 2, 3]) {
    last = publish([peopleOf(FIRST)], between, last.release, 'first');
    expect(singleIn(last.protection.leftOut.known)).toEqual(single);
  }
  const back = publish([peopleOf(FIRST)], ALL, last.release, 'first');
  expect(back.protection.leftOut.known.size).toBe(0);
  expect(leftOutText(back.protection.leftOut)).toBeNull();
});

test('types that are back tell of nobody who joined since, beside the release that had them and all of the last', () => {
  const survey = { ...ALL, groups: ALL.groups.slice(0, 1) };
  const said = (n: number, type: string, options: string): readonly Part[] =>
    [...options].map((option) => ['P1', n, `${type}/${type}`, option]);
  const begun = ['A', 'B', 'C', 'D'].flatMap((type) => said(12, type, 'xyz'));
  const more = [...begun, ...said(7, 'C', 'xyz')];
  const first = publish([peopleOf(begun)], survey);
  const second = publish([peopleOf(more)], { ...survey, groups: [] }, first.release, 'second');
  const last = [...more, ...said(7, 'C', 'xyz'), ...said(1, 'B', 'y')];
  const third = publish([peopleOf(last)], survey, second.release, 'third');
  const of = ({ tables }: typeof first, value: string) =>
    tables.closed.find(
      (row) => row.option === 'y' && row.question === 'single' && row.value === value,
    )!.n;
  expect(of(third, '')).not.toBeNull();
  let left = of(third, '')! - of(first, '')!;
  for (const type of ['A', 'B', 'C', 'D']) {
    const [then, now] = [of(first, type), of(third, type)];
    if (then !== null && now !== null) left -= now - then;
  }
  expect(left).toBeGreaterThanOrEqual(5);
});

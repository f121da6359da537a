/** Groups that a question has no taxonomy for are told, instead of leaving out their people unsaid. */
import { expect, test } from '@jest/globals';
import { countedLines } from '../../pipeline/messages/counted.ts';
import type { OpenQuestion } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';
import {
  literalCoder,
  openQuestion,
  respondentOf,
  surveyOf,
  tinyCodebook,
} from '../support/survey.ts';

const NO_FILES = { files: [], duplicates: new Map(), hygiene: [], kept: [] };

/** What is said of 3 people of type 甲, 2 of 乙 and 4 of 丙, the first having a taxonomy. */
function said(taxonomies: OpenQuestion['taxonomy']): readonly string[] {
  const question = { ...(openQuestion as OpenQuestion), taxonomy: taxonomies, asked: ['r1'] };
  const survey = surveyOf({ questions: [question], rounds: surveyOf().rounds.slice(0, 1) });
  const plan = {
    ...{ survey, round: 'r1', codebook: tinyCodebook },
    coders: new Map([['tiny', literalCoder]]),
  };
  const tally = emptyTally();
  const people = ['甲', '甲', '甲', '乙', '乙', '丙', '丙', '丙', '丙'].map((type, i) => ({
    ...respondentOf('P1', type, 'U', { row: i + 2 }),
    answers: [{ kind: 'text', text: 'P1' } as const],
  }));
  countRespondents(people, 'f', plan, tally);
  return countedLines(
    { ...NO_FILES, tallies: new Map([['r1', tally]]) },
    survey,
    'zh-Hans',
    () => false,
  );
}

test('people whose group has no taxonomy are told with their groups and their number', () => {
  const lines = said({ by: 'type', taxonomies: new Map([['甲', 'tiny']]) });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/r1.*“丙”、“乙”.* 6 人/);
});

test('a taxonomy for a group that nobody has is told with the group it may be meant for', () => {
  const taxonomies = new Map(['甲', '乙', '丙类'].map((value) => [value, 'tiny']));
  const lines = said({ by: 'type', taxonomies });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/“丙”.* 4 人/);
  expect(lines[1]).toMatch(/没有“丙类”.*“丙”/);
});

test('nothing is told where every group has a taxonomy, or the question has one for all', () => {
  const taxonomies = new Map(['甲', '乙', '丙'].map((value) => [value, 'tiny']));
  expect(said({ by: 'type', taxonomies })).toEqual([]);
  expect(said({ by: null, taxonomy: 'tiny' })).toEqual([]);
});

/** Personal data in answers: counted once a respondent and kind, and kept out of evidence. */
import { expect, test } from '@jest/globals';
import type { Coder, Coding } from '../../pipeline/code/coding.ts';
import { PERSONAL_TYPES } from '../../pipeline/redact/personal.ts';
import type { Survey } from '../../pipeline/survey/survey.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { personalCounts } from '../../pipeline/tally/personal.ts';
import { emptyTally, mergeTally, type Tally } from '../../pipeline/tally/tally.ts';
import { respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const ANSWERS = [
  '电话13800001234或13800005678',
  '我叫张三，13800001234',
  '没有意见',
  '',
  '我叫李四',
];

/** Finds a code in the whole of every answer. */
const wholeCoder: Coder = {
  code: (answer) => coded(answer),
  codeTwice: (answer) => ({
    coding: coded(answer),
    byTerms: { status: 'coded', codes: ['P1'] },
  }),
  explain: () => {
    throw new Error('not asked for');
  },
};
const coded = (answer: string): Coding => ({
  status: 'coded',
  codes: [
    { code: 'P1', confidence: 1, evidence: [{ text: answer, start: 0, end: answer.length }] },
  ],
});

function count(answers: readonly string[], tally: Tally, survey: Survey = surveyOf()) {
  const people = answers.map((text) => respondentOf(text));
  const coders = new Map([['tiny', wholeCoder]]);
  return countRespondents(
    people,
    'f',
    { survey, round: 'r1', codebook: tinyCodebook, coders },
    tally,
  );
}

const found = (tally: Tally) =>
  personalCounts(new Map([['r1', tally]]), surveyOf()).filter(({ n }) => n > 0);

test('counts a respondent once for each kind, of those with an answer', () => {
  const tally = emptyTally();
  count(ANSWERS, tally);
  const place = { round: 'r1', question: 'open', base: 4 };
  expect(found(tally)).toEqual([
    { ...place, type: 'mobile', n: 2 },
    { ...place, type: 'name', n: 2 },
  ]);
  expect(personalCounts(new Map([['r1', tally]]), surveyOf())).toHaveLength(
    3 * PERSONAL_TYPES.length,
  );
});

test('counts add up, however the respondents are parted', () => {
  const whole = emptyTally();
  count(ANSWERS, whole);
  for (let at = 0; at <= ANSWERS.length; at++) {
    const [one, other] = [emptyTally(), emptyTally()];
    count(ANSWERS.slice(at), one);
    count(ANSWERS.slice(0, at), other);
    mergeTally(one, other);
    expect(found(one)).toEqual(found(whole));
  }
});

test('rounds come in the order of the survey, whichever was counted first', () => {
  const tallies = new Map(['r3', 'r1', 'r2'].map((round) => [round, emptyTally()]));
  const rounds = personalCounts(tallies, surveyOf()).map(({ round }) => round);
  expect([...new Set(rounds)]).toEqual(['r1', 'r2', 'r3']);
});

test('a question that the round did not ask is not searched', () => {
  const survey = surveyOf();
  const questions = survey.questions.map((one) => ({ ...one, asked: ['r2'] }));
  const tally = emptyTally();
  count(ANSWERS, tally, { ...survey, questions });
  const rounds = personalCounts(new Map([['r1', tally]]), { ...survey, questions });
  expect(new Set(rounds.map(({ round }) => round))).toEqual(new Set(['r2']));
  expect(found(tally)).toEqual([]);
});

test.each([
  ['mask', '我叫〔姓名〕，〔手机号〕'],
  ['drop', ''],
] as const)('with %s the evidence of private lines reads %j, its offsets stay', (policy, text) => {
  const privacy = { ...surveyOf().privacy, personalData: policy };
  const lines = count(ANSWERS, emptyTally(), surveyOf({ privacy }));
  expect(JSON.parse(String(lines[1]!.at(-1)))).toEqual([{ code: 'P1', text, start: 0, end: 16 }]);
  expect(JSON.parse(String(lines[2]!.at(-1)))[0].text).toBe('没有意见');
});

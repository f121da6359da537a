import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Coding } from '../../pipeline/code/coding.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { QUOTABLE_SIZE, quotableAnswers } from '../../pipeline/tally/quotable.ts';
import { emptyTally, mergeTally, type Tally } from '../../pipeline/tally/tally.ts';
import { coderOf, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

/** Gives `P1.1`, `P1.2` … to an answer that has the words, with less confidence the later they stand. */
const codingOf = (text: string): Coding => {
  const codes = [...text.matchAll(/P\d(?:\.\d)?/g)].map(({ 0: code, index }) => ({
    code,
    confidence: 1 - index / 1000,
    evidence: [{ text: code, start: index, end: index + code.length }],
  }));
  return { status: codes.length > 0 ? 'coded' : 'uncoded', codes };
};
const coder = coderOf(codingOf);
const columns = { respondent: ['id'], weight: null, stratum: null, cluster: null, fpc: null };
const privacy = { minimum: 5, quotes: 'redacted', personalData: 'mask' } as const;

function tallyOf(respondents: readonly Respondent[], more = {}, round = 'r1'): Tally {
  const tally = emptyTally();
  const survey = surveyOf({ columns, privacy, ...more });
  const plan = { survey, round, codebook: tinyCodebook, coders: new Map([['tiny', coder]]) };
  countRespondents(respondents, 'a.csv', plan, tally);
  return tally;
}
const quotable = (tally: Tally, problem: string) =>
  quotableAnswers(tally.quotable, 'open', 'tiny', problem);

test('without a wish for quotes nothing is gathered', () => {
  const none = { privacy: { ...privacy, quotes: 'none' as const } };
  expect(tallyOf([respondentOf('P1 说法')], none).quotable).toEqual(new Map());
});

test('an answer is kept for each problem it states, with the surest of its codes there', () => {
  const tally = tallyOf([respondentOf('缺 P1.2 又缺 P1 还缺 P3', 'T', 'V')]);
  expect(quotable(tally, 'P1')).toMatchObject([
    {
      text: '缺 P1.2 又缺 P1 还缺 P3',
      groups: ['T', 'T/V'],
      confidence: 0.998,
      at: 2,
      alone: false,
    },
  ]);
  expect(quotable(tally, 'P3')).toMatchObject([{ at: 16, alone: false }]);
  expect(quotable(tally, 'P2')).toEqual([]);
  expect(quotable(tallyOf([respondentOf('P1.1 和 P1.2')]), 'P1')).toMatchObject([{ alone: true }]);
});

test('uncoded answers and those too long to be looked at as a whole are not kept', () => {
  const tally = tallyOf([
    respondentOf('说法', 'T', 'U', { row: 2 }),
    respondentOf(`P1${'长'.repeat(199)}`, 'T', 'U', { row: 3 }),
    respondentOf(`P1${'长'.repeat(198)}`, 'T', 'U', { row: 4 }),
  ]);
  expect(quotable(tally, 'P1').map(({ text }) => text.length)).toEqual([200]);
});

test('an id is the same person in every round; without an id nobody is known again', () => {
  const one = { ...respondentOf('P1'), id: ' 7 ' };
  const person = (id: string, row: number, round: string, more = {}) =>
    quotable(tallyOf([{ ...one, id, row }], more, round), 'P1')[0]!.person;
  expect(person('7', 2, 'r1')).toBe(person(' 7 ', 9, 'r2'));
  expect(person('7', 2, 'r1')).not.toBe(person('8', 2, 'r1'));
  expect(person(' ', 2, 'r1')).not.toBe(person(' ', 3, 'r1'));
  const nameless = { columns: { ...columns, respondent: null } };
  expect(person('2', 2, 'r1', nameless)).not.toBe(person('2', 2, 'r2', nameless));
});

test('tallies merged in any split and order keep the same bounded sample', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 * QUOTABLE_SIZE }),
      fc.integer({ min: 1, max: 1000 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (size, stride, parts) => {
        const respondents = Array.from({ length: size }, (_, i) =>
          respondentOf(`P1 第${i % 50}种，P${2 + (i % 2)}`, 'T', `U${i % 7}`, { row: i + 2 }),
        );
        const whole = tallyOf(respondents);
        const merged = emptyTally();
        for (const part of parts) {
          const own = respondents.filter((_, i) => ((i * stride) >> 3) % 4 === part);
          mergeTally(merged, structuredClone(tallyOf(own.toReversed())));
        }
        for (const problem of ['P1', 'P2', 'P3']) {
          expect(quotable(merged, problem)).toEqual(quotable(whole, problem));
        }
        expect(quotable(whole, 'P1')).toHaveLength(Math.min(size, QUOTABLE_SIZE));
        expect(whole.quotable.get('open')?.get('code\ttiny\tP1')?.entries.length ?? 0).toBeLessThan(
          2 * QUOTABLE_SIZE,
        );
      },
    ),
    { numRuns: 30 },
  );
});

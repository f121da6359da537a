import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Coding } from '../../pipeline/code/coding.ts';
import { hashOf } from '../../pipeline/hash.ts';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { statusItem } from '../../pipeline/tally/items.ts';
import { sampledAnswers } from '../../pipeline/tally/look-up.ts';
import {
  answersOf,
  emptySample,
  mergeSample,
  offer,
  SAMPLE_SIZE,
} from '../../pipeline/tally/sample.ts';
import { emptyTally, mergeTally, type Tally } from '../../pipeline/tally/tally.ts';
import { coderOf, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

// Published with cyrb53 (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
test.each([
  ['a', 7929297801672961],
  ['b', 8684336938537663],
  ['revenge', 4051478007546757],
  ['revenue', 8309097637345594],
])('the hash of %s is that of cyrb53', (text, hash) => {
  expect(hashOf(text)).toBe(hash);
});

const answer = fc.record({
  hash: fc.nat(12), // few, so that ties are common
  text: fc.constantFrom('a', 'b', '食堂', '食堂太远'),
  groups: fc.constantFrom(['T', 'T/U'], ['T', 'T/V']),
});
const key = (one: { hash: number; text: string; groups: readonly string[] }) =>
  [String(one.hash).padStart(2, '0'), one.text, ...one.groups].join('\u0000');

test('keeps the answers with the smallest hashes, whatever the split and order', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { maxLength: 80, size: 'max' }),
      fc.array(fc.nat(3), { minLength: 80, maxLength: 80 }),
      fc.integer({ min: 1, max: 9 }),
      (answers, parts, size) => {
        const merged = emptySample(size);
        for (const part of [2, 0, 3, 1]) {
          const own = emptySample(size);
          for (const [i, one] of answers.entries()) {
            if (parts[i] === part) offer(own, one.hash, one.text, one.groups);
          }
          mergeSample(merged, structuredClone(own));
        }
        const expected = answers.map(key).sort().slice(0, size);
        expect(answersOf(merged).map(key)).toEqual(expected);
        expect(merged.entries.length).toBeLessThan(2 * size + 1);
      },
    ),
  );
});

test('keeps 200 units of a long answer and never half a character', () => {
  const sample = emptySample();
  offer(sample, 1, 'x'.repeat(1000), []);
  offer(sample, 2, `${'x'.repeat(199)}😀`, []);
  offer(sample, 3, 'x'.repeat(200), []);
  expect(answersOf(sample).map((one) => one.text)).toEqual([
    `${'x'.repeat(200)}…`,
    `${'x'.repeat(199)}…`,
    'x'.repeat(200),
  ]);
});

/** Codes what begins with P, leaves the rest uncoded. */
const codingOf = (text: string): Coding =>
  text === ''
    ? { status: 'empty', codes: [] }
    : text.startsWith('P')
      ? {
          status: 'coded',
          codes: [{ code: 'P1', confidence: 1, evidence: [{ text, start: 0, end: 1 }] }],
        }
      : { status: 'uncoded', codes: [] };
const coder = coderOf(codingOf);
const plan = {
  survey: surveyOf(),
  round: 'r1',
  codebook: tinyCodebook,
  coders: new Map([['tiny', coder]]),
};

function tallyOf(respondents: readonly Respondent[]): Tally {
  const tally = emptyTally();
  countRespondents(respondents, 'a.csv', plan, tally);
  return tally;
}
const sampleOf = (tally: Tally, status: 'uncoded' | 'coded') =>
  sampledAnswers(tally, 'open', statusItem('tiny', status));

test('a tally keeps uncoded and coded answers apart, with the values of their groups', () => {
  const tally = tallyOf([
    respondentOf('食堂太远', 'T', 'U', { row: 2 }),
    respondentOf('P 经费', 'T', 'V', { row: 3 }),
    respondentOf('', 'T', 'V', { row: 4 }),
  ]);
  expect(sampleOf(tally, 'uncoded')).toEqual([
    { hash: hashOf('r1\0a.csv\x002\0食堂太远'), text: '食堂太远', groups: ['T', 'T/U'] },
  ]);
  expect(sampleOf(tally, 'coded').map((one) => [one.text, one.groups])).toEqual([
    ['P 经费', ['T', 'T/V']],
  ]);
  expect(sampledAnswers(tally, 'open', statusItem('tiny', 'empty'))).toEqual([]);
});

test('of more answers than fit, tallies merged in any split keep the same ones', () => {
  const respondents = Array.from({ length: 2 * SAMPLE_SIZE + 700 }, (_, i) =>
    respondentOf(`第${i % 40}种说法`, 'T', `U${i % 7}`, { row: i + 2 }),
  );
  const whole = sampleOf(tallyOf(respondents), 'uncoded');
  expect(whole).toHaveLength(SAMPLE_SIZE);
  const merged = emptyTally();
  for (const part of [2, 0, 1]) {
    const tally = tallyOf(respondents.filter((_, i) => (i >> 3) % 3 === part));
    mergeTally(merged, structuredClone(tally));
  }
  expect(sampleOf(merged, 'uncoded')).toEqual(whole);
  // An even sample: each of seven units has about a seventh (285.7, standard deviation 12.2).
  const ofUnit = whole.filter((one) => one.groups[1] === 'T/U3').length;
  expect(Math.abs(ofUnit - SAMPLE_SIZE / 7)).toBeLessThan(60);
});

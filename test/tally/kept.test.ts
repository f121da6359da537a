/** Counts as text and back. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Respondent } from '../../pipeline/read/respondent.ts';
import { addToBottom, bottomOf, emptyBottom, settled } from '../../pipeline/tally/bottom-k.ts';
import { countRespondents } from '../../pipeline/tally/count.ts';
import { decode, encode } from '../../pipeline/tally/saved/codec.ts';
import {
  type KeptRound,
  readKept as readBytes,
  writeKept,
} from '../../pipeline/tally/saved/kept-round.ts';
import { emptyTally, mergeTally } from '../../pipeline/tally/tally.ts';
import { literalCoder, respondentOf, surveyOf, tinyCodebook } from '../support/survey.ts';

const readKept = (content: string, key: string) => readBytes(Buffer.from(content), key);

/** A count is never -0. */
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((one) => one + 0);
const leaf = fc.oneof(number, fc.string(), fc.constant(null), fc.constant(Infinity), fc.boolean());
const row = fc.array(fc.oneof(fc.constant(0), number)).map((list) => Float64Array.from(list));
const value = fc.letrec((tie) => ({
  any: fc.oneof(leaf, row, fc.array(tie('any')), tie('map'), tie('record')),
  map: fc
    .array(fc.tuple(fc.oneof(fc.string(), fc.integer()), tie('any')))
    .map((list) => new Map(list)),
  record: fc
    .dictionary(fc.constantFrom('n', 'cells', 'text'), tie('any'))
    .map((one) => ({ ...one })),
})).any;

test('whatever a tally is made of comes back as it was', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(decode(encode([one]))).toEqual([one]);
    }),
  );
});

const ROUND: KeptRound = {
  ...{ key: 'k', tally: emptyTally(), files: [], duplicates: [], hygiene: [] },
  lines: { codes: '', setAside: '第三行', flags: '' },
};

test('a kept round is read by its own key alone', () => {
  expect(readKept(writeKept(ROUND)!, 'k')).toEqual(ROUND);
  expect(readKept(writeKept(ROUND)!, 'another')).toBeNull();
});

test('a kept round with anything added, changed or missing is none', () => {
  const whole = writeKept(ROUND)!;
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.constantFrom('', '7', '\n'), (at, instead) => {
      const changed = whole.slice(0, at) + instead + whole.slice(at + 1);
      fc.pre(changed !== whole);
      expect(readKept(changed, 'k')).toBeNull();
      expect(readKept(whole.slice(0, at), 'k')).toBeNull();
    }),
  );
  for (const other of ['', '{}', `${whole}0`]) expect(readKept(other, 'k')).toBeNull();
});

test('the first line says that the counts are confidential', () => {
  expect(writeKept(ROUND)!.split('\n')[0]).toMatch(/机密.*confidential/);
});

const survey = surveyOf({
  panel: true,
  privacy: { minimum: 5, quotes: 'redacted', personalData: 'mask' },
});
const plan = {
  ...{ survey, round: 'r1', codebook: tinyCodebook },
  coders: new Map([['tiny', literalCoder]]),
};
const person = fc.record({
  answer: fc.constantFrom('P1', 'P1.1', 'P1.2;P2.1', 'P3', 'uncoded', 'no-problem', 'empty'),
  type: fc.constantFrom('T1', 'T2', 'T3'),
  weight: fc.double({ min: 0.01, max: 20, noNaN: true }),
});

test('a round is the same file in whatever order its respondents were counted', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), fc.nat(), (persons, cut) => {
      const respondents = persons.map(({ answer, type, weight }, i) => ({
        ...respondentOf(answer, type, `U${i % 2}`, { weight }),
        ...{ row: i + 2, id: String(i) },
      }));
      const at = cut % (persons.length + 1);
      const tallyOf = (some: readonly Respondent[]) => {
        const tally = emptyTally();
        countRespondents(some, 'a.csv', plan, tally);
        return tally;
      };
      const parts = tallyOf(respondents.slice(at));
      mergeTally(parts, tallyOf(respondents.slice(0, at)));
      const file = writeKept({ ...ROUND, tally: tallyOf(respondents) })!;
      expect(writeKept({ ...ROUND, tally: parts })).toBe(file);
      expect(writeKept(readKept(file, 'k')!)).toBe(file);
    }),
  );
});

test('a sample that is kept holds the same answers, and takes more as it did', () => {
  const entries = fc.array(fc.record({ hash: fc.nat(50), text: fc.string() }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, entries, fc.integer({ min: 1, max: 5 }), (first, second, size) => {
      const whole = emptyBottom<{ hash: number; text: string }>(size);
      for (const entry of first) addToBottom(whole, entry);
      const kept = settled(whole);
      expect(bottomOf(kept)).toEqual(bottomOf(whole));
      for (const entry of second) for (const one of [whole, kept]) addToBottom(one, entry);
      expect(bottomOf(kept)).toEqual(bottomOf(whole));
    }),
  );
});

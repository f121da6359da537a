/** Counts as text and back. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode } from '../../pipeline/tally/kept/codec.ts';
import { type KeptRound, readKept, writeKept } from '../../pipeline/tally/kept/kept-round.ts';
import { emptyTally } from '../../pipeline/tally/tally.ts';

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
  expect(readKept(writeKept(ROUND), 'k')).toEqual(ROUND);
  expect(readKept(writeKept(ROUND), 'another')).toBeNull();
});

test('a kept round with anything added, changed or missing is none', () => {
  const whole = writeKept(ROUND);
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
  expect(writeKept(ROUND).split('\n')[0]).toMatch(/机密.*confidential/);
});

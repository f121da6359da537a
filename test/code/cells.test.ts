import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codingCells, evidenceOf, twoDecimals } from '../../pipeline/code/cells.ts';
import type { Coding } from '../../pipeline/code/coding.ts';

const text = fc.string({ unit: 'binary', maxLength: 8 });
const evidence = fc.record({ text, start: fc.nat(), end: fc.nat() });
const codes = fc.array(
  fc.record({
    code: text,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    evidence: fc.array(evidence),
  }),
);

test('evidence is the JSON of all words with their codes', () => {
  fc.assert(
    fc.property(codes, (list) => {
      const coding: Coding = { status: 'coded', codes: list };
      expect(codingCells(coding)[3]).toBe(JSON.stringify(evidenceOf(coding)));
    }),
  );
});

test('codes and confidences stand in one order', () => {
  const coding: Coding = {
    status: 'coded',
    codes: [
      { code: 'A1', confidence: 0.5, evidence: [] },
      { code: 'A2', confidence: 1, evidence: [] },
    ],
  };
  expect(codingCells(coding)).toEqual(['coded', 'A1;A2', '0.50;1.00', '[]']);
});

test('shares are written as toFixed writes them, in the middle between hundredths too', () => {
  const halves = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  const shares = fc.oneof(halves, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(fc.property(shares, (share) => twoDecimals(share) === share.toFixed(2)));
});

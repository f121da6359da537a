import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFilled } from '../../pipeline/read/record.ts';

test.each(['', ' ', '\t\r\n', '\u00a0', '\u3000', '\ufeff', '\u2028\u205f'])(
  'blanks %j fill no cell',
  (cell) => expect(isFilled(cell)).toBe(false),
);

test('a cell is filled when trimming leaves something', () => {
  const character = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(32, 0x3000, 160));
  const cell = fc.array(character, { maxLength: 3 }).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(cell, (text) => expect(isFilled(text)).toBe(text.trim() !== '')),
    { numRuns: 5000 },
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileAutomaton, emptyMatches } from '../../pipeline/code/automaton.ts';

function scan(patterns: readonly string[], text: string): [string, number, number][] {
  const units = Uint16Array.from([...text].map((one) => one.charCodeAt(0)));
  const found = emptyMatches(1);
  compileAutomaton(patterns).scan(units, units.length, found);
  return Array.from({ length: found.length }, (_, i) => [
    patterns[found.pattern[i]!]!,
    found.start[i]!,
    found.end[i]!,
  ]);
}

test('finds overlapping and nested patterns, by end, longest first', () => {
  expect(scan(['经费', '经费不足', '不足', '足额'], '经费不足额')).toEqual([
    ['经费', 0, 2],
    ['经费不足', 0, 4],
    ['不足', 2, 4],
    ['足额', 3, 5],
  ]);
});

test('finds the same as looking for each pattern at each place', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', '经', '费'),
    minLength: 1,
    maxLength: 5,
  });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '经', '费'), maxLength: 40 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (patterns, where) => {
      const expected: [string, number, number][] = [];
      for (let end = 1; end <= where.length; end++) {
        for (let start = 0; start < end; start++) {
          const piece = where.slice(start, end);
          if (patterns.includes(piece)) expected.push([piece, start, end]);
        }
      }
      expect(scan(patterns, where)).toEqual(expected);
    }),
  );
});

test.each([
  ['an empty pattern', [''], /non-empty/],
  ['a pattern given twice', ['经费', '经费'], /经费 twice/],
])('refuses %s', (_, patterns, message) => {
  expect(() => compileAutomaton(patterns)).toThrow(message);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitChoices } from '../../pipeline/read/answers/split-choices.ts';

const HARD = ['A', 'A, B', 'B, C', 'x/y', 'p (q, r)', 'm┋n', '会议→材料'];
const OPTIONS = ['经费', '经费、阵地', '人手', 'Money, time', 'Money'];

test.each([
  { text: '经费┋人手', separator: null, options: [], known: ['经费', '人手'] },
  { text: '经费;人手;', separator: null, options: [], known: ['经费', '人手'] },
  { text: '经费、人手', separator: null, options: [], known: ['经费、人手'] },
  { text: '经费、人手', separator: '、', options: [], known: ['经费', '人手'] },
  { text: '经费、人手', separator: null, options: OPTIONS, known: ['经费', '人手'] },
  { text: '经费、阵地、人手', separator: null, options: OPTIONS, known: ['经费、阵地', '人手'] },
  {
    text: 'Money, time, Money',
    separator: null,
    options: OPTIONS,
    known: ['Money, time', 'Money'],
  },
  { text: '经费 人手', separator: ' ', options: OPTIONS, known: ['经费', '人手'] },
  { text: '经费，人手；', separator: null, options: OPTIONS, known: ['经费'], unknown: ['人手；'] },
  // Longest first from the left would leave C over.
  { text: 'A, B, C', separator: null, options: HARD, known: ['A', 'B, C'] },
  { text: 'A, B', separator: null, options: HARD, known: ['A, B'] },
  { text: 'p (q, r), x/y, A', separator: null, options: HARD, known: ['p (q, r)', 'x/y', 'A'] },
  { text: 'A┋m┋n┋x/y', separator: null, options: HARD, known: ['A', 'm┋n', 'x/y'] },
  { text: '会议→材料→A', separator: null, options: HARD, known: ['会议→材料', 'A'] },
  { text: '材料→会议', separator: '→', options: ['会议', '材料'], known: ['材料', '会议'] },
  { text: '会议→材料', separator: null, options: [], known: ['会议', '材料'] },
  { text: '经费不足', separator: null, options: OPTIONS, known: [], unknown: ['经费不足'] },
])('"$text" is $known', ({ text, separator, options, known, unknown = [] }) => {
  expect(splitChoices(text, separator, options)).toEqual({ known, unknown });
});

/** All ways to read pieces as options or as strays, the most pieces to an option first. */
function waysToRead(pieces: readonly string[], mark: string, options: readonly string[]) {
  if (pieces.length === 0) return [{ known: [] as string[], unknown: [] as string[] }];
  const ways: { known: string[]; unknown: string[] }[] = [];
  for (let n = pieces.length; n >= 0; n -= 1) {
    const taken = pieces.slice(0, Math.max(n, 1)).join(mark).trim();
    if (n > 0 && !options.includes(taken)) continue;
    for (const { known, unknown } of waysToRead(pieces.slice(Math.max(n, 1)), mark, options)) {
      if (n > 0) ways.push({ known: [taken, ...known], unknown });
      else ways.push({ known, unknown: taken === '' ? unknown : [taken, ...unknown] });
    }
  }
  return ways;
}

test('of all ways to read a cell, the one that leaves least over is taken', () => {
  const text = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom('a', 'b', ';', ' '), maxLength });
  const options = fc.array(
    text(4).map((option) => option.trim()),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(text(10), options, (cell, given) => {
      const declared = [...given.filter((option) => option !== ''), 'c'];
      const ways = waysToRead(cell.split(';'), ';', declared);
      const least = Math.min(...ways.map(({ unknown }) => unknown.length));
      const [best] = ways.filter(({ unknown }) => unknown.length === least);
      expect(splitChoices(cell, ';', declared)).toEqual(best);
    }),
  );
});

test('a cell of millions of options is split', () => {
  const options = Array.from({ length: 20 }, (_, i) => `选项${i}`);
  const { known, unknown } = splitChoices('选项7;'.repeat(2_000_000), null, options);
  expect([known.length, unknown.length]).toEqual([2_000_000, 0]);
});

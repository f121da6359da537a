/** What cells of numbers, scales and weights are taken for. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseNumber } from '../../pipeline/read/cell.ts';
import type { Question } from '../../pipeline/survey/survey.ts';
import { oneFile } from './effects.ts';
import { readAll, roundFile, scale, survey } from './surveys.ts';

const number = { ...scale('q'), type: 'number' } as unknown as Question;

/** Reads one cell of column q; the delimiter is a tab, so that commas need no quotes. */
async function cellOf(question: Question, cell: string) {
  const by = survey({ questions: [question] });
  const bytes = Buffer.from(`id\tq\n1\t${cell}\n`);
  const { respondents, setAside } = await readAll(roundFile('/q.csv'), by, oneFile(bytes));
  const answer = respondents[0]?.answers[0];
  return answer?.kind === 'number' ? answer.value : (setAside[0]?.reason ?? answer?.kind);
}

test.each([
  ['1234', 1234],
  ['1,234', 1234],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['1\u202f234', 1234],
  ["1'234", 1234],
  ['１，２３４', 1234],
  ['-12,345,678.5', -12345678.5],
  ['１２．５', 12.5],
  ['٣', 'not-a-number'],
  ['0,853', 'not-a-number'],
  ['12,5', 'not-a-number'],
  ['1,23,456', 'not-a-number'],
  ['1,234 567', 'not-a-number'],
  ['1.234.567', 'not-a-number'],
  ['二十', 'not-a-number'],
  ['20年', 'not-a-number'],
  ['NaN', 'not-a-number'],
  ['Infinity', 'not-a-number'],
  ['0x10', 'not-a-number'],
  ['1e400', 'not-a-number'],
  ['1e12', 'out-of-range'],
  ['  ', 'missing'],
])('number cell "%s" is %s', async (cell, value) => {
  expect(await cellOf(number, cell)).toBe(value);
});

test.each([
  ['４', 4],
  [' 4 ', 4],
  ['4.0', 4],
  ['04', 4],
  ['6', 'out-of-range'],
  ['-1', 'out-of-range'],
  ['4.5', 'not-a-point'],
  ['1,000', 'not-a-number'],
  ['1e0', 'not-a-point'],
  ['1e400', 'not-a-number'],
  ['很好', 'not-a-number'],
])('cell "%s" of a scale from 1 to 5 is %s', async (cell, value) => {
  expect(await cellOf(scale('q'), cell)).toBe(value);
});

const none = { stratum: null, cluster: null, fpc: null };

test.each([
  ['0', 0],
  ['0.85', 0.85],
  ['１.２', 1.2],
  ['-0.5', 'bad-weight'],
  ['', 'bad-weight'],
  ['NaN', 'bad-weight'],
  ['inf', 'bad-weight'],
  ['1e400', 'bad-weight'],
  ['1.2.3', 'bad-weight'],
  ['缺', 'bad-weight'],
  ['1,234', 'bad-weight'],
  ['0,85', 'bad-weight'],
])('weight "%s" is %s', async (cell, value) => {
  const by = survey({ columns: { respondent: null, weight: ['w'], ...none } });
  const bytes = Buffer.from(`id\tw\n1\t${cell}\n`);
  const read = await readAll(roundFile('/q.csv'), by, oneFile(bytes));
  expect(read.respondents[0]?.weight ?? read.setAside[0]?.reason).toBe(value);
  if (typeof value === 'string') {
    expect(read.setAside).toMatchObject([{ row: 2, column: '', blamed: 'w', found: `w=${cell}` }]);
  }
});

test('digits with a point or none are the number that the language reads in them, to the last bit', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(digits, digits, (whole, part) => {
      expect(parseNumber(whole)).toBe(Number(whole));
      expect(parseNumber(`${whole}.${part}`)).toBe(Number(`${whole}.${part}`));
      expect(parseNumber(`${whole}.${part}.${whole}`)).toBeNull();
    }),
  );
  expect(['', '.', '1.', '.5', '1..2'].map(parseNumber)).toEqual([null, null, 1, 0.5, null]);
  // Too long for its digits to be counted exactly.
  expect(parseNumber('9.515544053676569')).toBe(9.51554405367657);
});

/** CSV as it is written, read back by PapaParse. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { CsvWriter, csvText, unguarded } from '../pipeline/csv.ts';

test.each([
  ['plain text stays as it is', ['经费', 'a b', ''], '经费,a b,\r\n'],
  ['numbers and nothing', [1.5, null, -2], '1.5,,-2\r\n'],
  [
    'commas, quotes and line ends',
    ['a,b', 'c"d', 'e\nf', 'g\rh'],
    '"a,b","c""d","e\nf","g\rh"\r\n',
  ],
  ['blanks at the edges', [' a', 'b ', ' '], '" a","b "," "\r\n'],
  [
    'what looks like a formula',
    ['=1+1', '-1', '＋1', '@a', '+'],
    `"'=1+1","'-1","'＋1","'@a","'+"\r\n`,
  ],
  ['an apostrophe of its own', ["'a", "a'b"], `"'a",a'b\r\n`],
  ['a byte order mark', ['\uFEFFa'], '"\uFEFFa"\r\n'],
])('%s', (_, row, text) => {
  expect(csvText([row])).toBe(text);
});

test('raw text is not guarded against formulas', () => {
  expect(csvText([['=1+1', '-1']], { raw: true })).toBe('=1+1,-1\r\n');
});

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', ' ', "'", '=', '-', '党', '𠮷', '\uFEFF'),
  }),
);

test('PapaParse reads every cell back, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      (rows) => {
        const { data } = Papa.parse<string[]>(csvText(rows), { delimiter: ',', newline: '\r\n' });
        expect(data.slice(0, -1).map((one) => one.map(unguarded))).toEqual(
          rows.map((one) => one.map(unguarded)),
        );
      },
    ),
  );
});

test('the bytes are those of the text, half a pair of surrogates replaced', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.boolean(), (cells, half) => {
      const writer = new CsvWriter(false);
      writer.row(half ? [...cells, '\ud842'] : cells);
      expect(Buffer.compare(Buffer.from(writer.utf8()), Buffer.from(writer.text(), 'utf8'))).toBe(
        0,
      );
    }),
  );
});

test('what was taken from a writer stays when it goes on', () => {
  const writer = new CsvWriter(false);
  writer.row(['a', 'b']);
  const units = writer.units();
  writer.shorten(1);
  writer.add('c'.repeat(5000));
  expect(String.fromCharCode(...units)).toBe('a,b');
  expect(writer.text()).toBe(`a${'c'.repeat(5000)}`);
  expect(writer.text(5000)).toBe('c');
});

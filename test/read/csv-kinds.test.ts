/** The kinds of CSV there are, each as a small text and the records it holds. */
import { expect, test } from '@jest/globals';
import { readCsv } from '../../pipeline/read/csv.ts';
import { sniffDialect } from '../../pipeline/read/csv-dialect.ts';
import { Notes } from '../../pipeline/read/notes.ts';
import { inChunks } from './effects.ts';

async function recordsOf(text: string, chunk: number): Promise<string> {
  const source = { name: 'a.csv', chunks: inChunks(Buffer.from(text), chunk), encoding: 'utf-8' };
  const records: (readonly string[])[] = [];
  for await (const batch of readCsv(source, new Notes())) {
    records.push(...batch.map(({ cells }) => cells));
  }
  const filled = records.filter((cells) => cells.some((cell) => cell !== ''));
  return filled.map((cells) => cells.join('·')).join('⏎');
}

/** What it is, its text, and its records: `·` between cells, `⏎` between records. */
const KINDS: readonly (readonly [what: string, text: string, records: string])[] = [
  ['plain', 'a,b\n1,2\n', 'a·b⏎1·2'],
  ['no line end at the end', 'a,b\n1,2', 'a·b⏎1·2'],
  ['CRLF', 'a,b\r\n1,2\r\n', 'a·b⏎1·2'],
  ['CR', 'a,b\r1,2\r', 'a·b⏎1·2'],
  ['CR, then LF', 'a,b\r1,2\n3,4\r', 'a·b⏎1·2⏎3·4'],
  ['CRLF, then CR, then LF', 'a,b\r\n1,2\r3,4\n', 'a·b⏎1·2⏎3·4'],
  ['CR twice before LF', 'a,b\r\r\n1,2\r\r\n', 'a·b⏎1·2'],
  ['CR lines with LF in quotes', 'a,b\r1,"x\ny"\r', 'a·b⏎1·x\ny'],
  ['LF lines with CR in quotes', 'a,b\n1,"x\ry"\n', 'a·b⏎1·x\ry'],
  ['CRLF lines with CRLF in quotes', 'a,b\r\n1,"x\r\ny"\r\n', 'a·b⏎1·x\r\ny'],
  ['a cell of only a line end', 'a,b\n1,"\n"\n', 'a·b⏎1·\n'],
  ['a cell ending in CR', 'a,b\n1,"x\r"\r\n', 'a·b⏎1·x\r'],
  ['comma in quotes', 'a,b\n"x, y",2\n', 'a·b⏎x, y·2'],
  ['quotes doubled', 'a,b\n1,"say ""no"""\n', 'a·b⏎1·say "no"'],
  ['a cell of one quote', 'a,b\n1,""""\n', 'a·b⏎1·"'],
  ['a cell of two quotes', 'a,b\n1,""""""\n', 'a·b⏎1·""'],
  ['quotes and line ends', 'a,b\n1,"""x""\n""y"""\n', 'a·b⏎1·"x"\n"y"'],
  ['JSON in a cell', 'a,b\n1,"{""k"": ""v, w""}"\n', 'a·b⏎1·{"k": "v, w"}'],
  ['quoted header', '"a","b"\n1,2\n', 'a·b⏎1·2'],
  ['line end in the header', '"a\nx",b\n1,2\n', 'a\nx·b⏎1·2'],
  ['everything quoted', '"a","b"\n"1","2"\n', 'a·b⏎1·2'],
  ['empty cells', 'a,b,c\n,,3\n1,,\n', 'a·b·c⏎··3⏎1··'],
  ['empty quoted cells', 'a,b,c\n"",1,""\n', 'a·b·c⏎·1·'],
  ['quote inside an unquoted cell', 'a,b\n1,5" pipe\n', 'a·b⏎1·5" pipe'],
  ['single quotes are text', "a,b\n'1','2'\n", "a·b⏎'1'·'2'"],
  ['backslash is text', 'a,b\n1,x\\\n2,\\"\n', 'a·b⏎1·x\\⏎2·\\"'],
  ['blanks stay', 'a,b\n 1 , 2\n', 'a·b⏎ 1 · 2'],
  ['blanks behind a closing quote go', 'a,b\n1,"2" \n', 'a·b⏎1·2'],
  ['full-width comma is text', 'a,b\n1，2,3\n', 'a·b⏎1，2·3'],
  ['short and long rows', 'a,b\n1\n2,3,4\n5,6\n', 'a·b⏎1⏎2·3·4⏎5·6'],
  ['blank lines around and inside', '\n\na,b\n\n1,2\n\n', 'a·b⏎1·2'],
  ['tab', 'a\tb\n1\t"x\ty"\n', 'a·b⏎1·x\ty'],
  ['semicolon, decimal comma', 'a;b\n1,5;2,5\n', 'a·b⏎1,5·2,5'],
  ['bar', 'a|b\n1|x,y\n', 'a·b⏎1·x,y'],
  ['separator line of Excel', 'sep=;\r\na;b\r\n1;2\r\n', 'a·b⏎1·2'],
  ['separator line against the look', 'sep=|\na,b|c\n1,2|3\n', 'a,b·c⏎1,2·3'],
  ['byte order mark', '\ufeffa,b\n1,2\n', 'a·b⏎1·2'],
  ['byte order mark and quotes', '\ufeff"a","b"\n1,2\n', 'a·b⏎1·2'],
  ['one column', 'a\nx\ny\n', 'a⏎x⏎y'],
  ['one column with commas in quotes', 'a\n"x, y"\n', 'a⏎x, y'],
  ['header only', 'a,b\n', 'a·b'],
  ['beyond the first plane', 'a,b\n1,𠮷😀\n', 'a·b⏎1·𠮷😀'],
];

test.each(KINDS)('%s', async (_what, text, records) => {
  // However the bytes come: one by one, or all at once.
  for (const chunk of [1, 2, 3, 1000]) expect(await recordsOf(text, chunk)).toBe(records);
});

test('of delimiters that fit all records alike the one that makes more columns is taken', () => {
  expect(sniffDialect('a;b,c;d\n1;2,5;3\n4;5,5;6\n').delimiter).toBe(';');
  expect(sniffDialect('a,b;c,d\n1,2;5,3\n4,5;5,6\n').delimiter).toBe(',');
});

test('a record that is cut off tells nothing of the delimiter', () => {
  // As far as it goes, the second record is as wide as the header if both are cut at commas.
  expect(sniffDialect('a,x;b;c\n1,a long answer that goes on').delimiter).toBe(';');
});

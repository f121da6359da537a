import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../pipeline/errors.ts';
import { readCsv } from '../../pipeline/read/csv.ts';
import { Notes } from '../../pipeline/read/notes.ts';
import type { RawRecord } from '../../pipeline/read/record.ts';
import { inChunks } from './effects.ts';
import { encode } from './encode.ts';

type Encoding = Parameters<typeof encode>[1];

async function read(
  bytes: Uint8Array | string,
  { encoding = 'utf-8' as string, chunk = 5, notes = new Notes() } = {},
): Promise<RawRecord[]> {
  const chunks = inChunks(Buffer.from(bytes), chunk);
  const records: RawRecord[] = [];
  for await (const batch of readCsv({ name: 'a.csv', chunks, encoding }, notes))
    records.push(...batch);
  return records;
}

const filled = (records: readonly RawRecord[]) =>
  records.filter(({ cells }) => cells.some((cell) => cell !== ''));

async function problemOf(bytes: Uint8Array | string, encoding = 'utf-8') {
  const error = await read(bytes, { encoding }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems[0];
}

// A writer of CSV as RFC 4180 has it, independent of the reader.
const write = (
  table: readonly (readonly string[])[],
  separator: string,
  newline: string,
  all: boolean,
) =>
  table
    .map((cells) =>
      cells
        .map((cell) =>
          all || /[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(separator),
    )
    .join(newline) + newline;

const cell = fc
  .array(fc.constantFrom(...'ab1 ,;|\t"\r\n党建工作一业务两张皮，、。┋'), { maxLength: 8 })
  .map((characters) => characters.join(''));
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.tuple(
      fc.constant(Array.from({ length: width }, (_, i) => `列${i}`)),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
    ),
  );

test.each<Encoding>(['utf-8', 'utf-16le', 'gb18030'])(
  'any table written in %s reads back as it was',
  async (encoding) => {
    const any = fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async ([header, rows], separator, newline, all, chunk) => {
        const bytes = encode(write([header, ...rows], separator, newline, all), encoding);
        const records = await read(bytes, { encoding, chunk });
        expect(records.slice(0, rows.length + 1).map(({ cells }) => cells)).toEqual([
          header,
          ...rows,
        ]);
        expect(records.slice(rows.length + 1)).toEqual([]);
      },
    );
    await fc.assert(any, { numRuns: 150 });
  },
);

test('rows are numbered as a spreadsheet numbers them: blank lines count, breaks in cells do not', async () => {
  const records = await read('a,b\n1,"x\ny\nz"\n\n2,c\n');
  expect(filled(records)).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['1', 'x\ny\nz'] },
    { row: 4, cells: ['2', 'c'] },
  ]);
});

test.each([
  { what: 'CR alone', text: 'a,b\r1,x\r2,y\r' },
  { what: 'CRLF', text: 'a,b\r\n1,x\r\n2,y\r\n' },
  { what: 'no line end at the end', text: 'a,b\n1,x\n2,y' },
  { what: 'CRLF and LF in one file', text: 'a,b\r\n1,x\n2,y\r\n' },
  { what: 'a byte order mark before a quoted header', text: '\ufeff"a","b"\n1,x\n2,y\n' },
])('reads $what', async ({ text }) => {
  const cells = filled(await read(text)).map((record) => record.cells);
  expect(cells).toEqual([
    ['a', 'b'],
    ['1', 'x'],
    ['2', 'y'],
  ]);
});

test('separators inside answers do not mislead', async () => {
  const records = await read('id,answer\n1,"a;b;c|d"\n2,"e;f;g|h"\n');
  expect(records[1]?.cells).toEqual(['1', 'a;b;c|d']);
});

test.each([
  { what: 'in the middle', text: 'a,b\n1,x\n2,"y\n3,z\n', row: 3 },
  { what: 'in the last row', text: 'a,b\n1,x\n2,y\n3,"z\n', row: 4 },
])('an unclosed quote $what is told by the row and column that open it', async ({ text, row }) => {
  expect(await problemOf(text)).toMatchObject({
    message: 'quote-unclosed',
    file: 'a.csv',
    row,
    column: 'b',
  });
});

test('a quote closed by the opening quote of a later row is refused', async () => {
  const text = 'a,b\n1,"x\n2,y\n3,"z"\n4,w\n';
  expect(await problemOf(text)).toMatchObject({ message: 'quote-misplaced', row: 2, column: 'b' });
});

test('a stray quote within a line stays in the text and is noted', async () => {
  const notes = new Notes();
  const records = await read('a,b\n1,"say "no" now"\n', { notes });
  expect(records[1]?.cells).toEqual(['1', 'say "no" now']);
  expect(notes.list()).toEqual([{ kind: 'stray-quote', row: 2, column: '', count: 1 }]);
});

test.each<{ encoding: Encoding; bad: number[] }>([
  { encoding: 'utf-8', bad: [0x92] },
  { encoding: 'gb18030', bad: [0xb5, 0x20] },
  { encoding: 'utf-16le', bad: [0x00, 0xd8] },
])('a byte that is no $encoding is told by row, column and offset', async ({ encoding, bad }) => {
  const before = encode('序号,问题\n1,"两\n张"\n2,皮', encoding);
  const bytes = Buffer.concat([before, Buffer.from(bad), encode('\n3,好\n', encoding)]);
  expect(await problemOf(bytes, encoding)).toMatchObject({
    message: 'undecodable',
    row: 3,
    column: '问题',
    values: { encoding, offset: before.length },
  });
});

test('Windows-1252 is not read as Latin-1', async () => {
  const records = await read(Buffer.of(0x61, 0x2c, 0x62, 0x0a, 0x92, 0x2c, 0x8c, 0x0a), {
    encoding: 'windows-1252',
  });
  expect(records[1]?.cells).toEqual(['’', 'Œ']);
});

test('a zero byte in a cell is kept and noted, a tail of them is refused', async () => {
  const notes = new Notes();
  const records = await read('a,b\n1,x\0y\n', { notes });
  expect(records[1]?.cells).toEqual(['1', 'x\0y']);
  expect(notes.list()).toEqual([{ kind: 'zero-byte', row: 2, column: 'b', count: 1 }]);
  expect(await problemOf(`a,b\n1,x\n${'\0'.repeat(300)}`)).toMatchObject({
    message: 'zero-bytes',
    row: 3,
  });
});

/** Files of unusual size; made here, since they are too large to keep. */
import { expect, jest, test } from '@jest/globals';
import Papa from 'papaparse';
import { InputError } from '../../pipeline/errors.ts';
import { openExport } from '../../pipeline/read/export.ts';
import { oneFile } from './effects.ts';
import { type Encoding, encode } from './encode.ts';

const CHUNK = 64 * 1024;

async function read(bytes: Uint8Array, chunk = CHUNK) {
  const options = { encoding: null, sheet: null, headerRows: null };
  const opened = await openExport('/a', 'a', options, oneFile(bytes, chunk));
  const cells: (readonly string[])[] = [];
  for await (const batch of opened.records(100)) cells.push(...batch.map((one) => one.cells));
  return { ...opened, cells };
}

test('a cell of ten megabytes is read whole', async () => {
  const answer = '会议太多，"报表"重复。\n'.repeat(350_000);
  const text = `id,q\n1,"${answer.replaceAll('"', '""')}"\n2,无\n`;
  expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
  const { cells } = await read(Buffer.from(text), 1 << 20);
  expect(cells.map(([id]) => id)).toEqual(['1', '2']);
  expect(cells[0]?.[1] === answer).toBe(true);
});

test('a cell that spans many blocks is not parsed anew with each of them', async () => {
  const parser = jest.spyOn(Papa, 'Parser');
  const { cells } = await read(Buffer.from(`id,q\n1,"${'会议太多。\n'.repeat(500_000)}"\n2,无\n`));
  expect(cells.map(([, cell]) => cell?.length)).toEqual([3_000_000, 1]);
  // 8 MB are 61 blocks; from one of them on the text doubles at most six times.
  expect(parser.mock.calls.length).toBeLessThan(15);
  parser.mockRestore();
});

test('behind a cell that spans many blocks an undecodable byte has its row and column', async () => {
  const long = `id,q\n1,"${'会议太多。\n'.repeat(40_000)}"\n`;
  const bytes = Buffer.concat([
    Buffer.from(`${long}2,无\n3,`),
    Buffer.from([0xff]),
    Buffer.from('\n'),
  ]);
  const opened = { encoding: 'utf-8', sheet: null, headerRows: null };
  const error = await openExport('/a', 'a', opened, oneFile(bytes, CHUNK))
    .then(async ({ records }) => {
      for await (const _ of records(100));
    })
    .catch((caught: unknown) => caught);
  expect((error as InputError).problems).toMatchObject([
    { message: 'undecodable', row: 4, column: 'q' },
  ]);
});

test('a quote that is never closed is refused by its row before a large file has been read', async () => {
  const text = `id,q\n1,x\n2,"${'3,some answer\n'.repeat(3_000_000)}`;
  const error = await read(Buffer.from(text), 1 << 20).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems).toMatchObject([
    { message: 'quote-unclosed', row: 3, column: 'q' },
  ]);
});

test('five thousand columns are read, each under its own header', async () => {
  const names = Array.from({ length: 5000 }, (_, i) => `第${i}题`);
  const rows = Array.from({ length: 20 }, (_, row) => names.map((_, i) => `${row * i}`));
  const text = [names, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
  const { header, cells } = await read(Buffer.from(text));
  expect(header).toEqual(names);
  expect(cells).toEqual(rows);
});

test.each<Encoding>(['utf-8', 'gb18030'])(
  'Chinese in only the last of many rows is found to be %s',
  async (encoding) => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},UNIT-${i % 9},none,ok\n`);
    const text = `id,unit,q1,q2\n${rows.join('')}5000,UNIT-1,none,党建和业务两张皮\n`;
    const opened = await read(encode(text, encoding));
    expect(opened.encoding).toBe(encoding);
    expect(opened.cells.at(-1)?.at(-1)).toBe('党建和业务两张皮');
  },
);

test.each<Encoding>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])(
  'no token of %s is torn where chunks meet',
  async (encoding) => {
    // Repeated with growing length, so that every token crosses a chunk somewhere.
    const answer = '党建，和业务"两张皮"；\r\n材料多,报表多 — 基层负担重😀各干各的，没有专职干部。';
    const long = encoding === 'gb18030' ? answer.replace('😀', '啊') : answer;
    const cells = Array.from({ length: 12 }, (_, i) => long.repeat(300 + i));
    const quoted = cells.map((cell, i) => `${i},"${cell.replaceAll('"', '""')}"\r\n`);
    const bytes = encode(`id,问题\r\n${quoted.join('')}`, encoding);
    for (const chunk of [4093, CHUNK]) {
      const opened = await read(bytes, chunk);
      expect(opened.encoding).toBe(encoding);
      expect(opened.cells.map(([, cell]) => cell)).toEqual(cells);
    }
  },
);

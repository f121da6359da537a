/** Workbooks that are damaged, dishonest, enormous or no workbooks at all. */
import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import { InputError } from '../../pipeline/errors.ts';
import { Notes } from '../../pipeline/read/notes.ts';
import { readWorkbook } from '../../pipeline/read/workbook.ts';
import { SHEET, sheetData, workbookParts, zip } from './xlsx-parts.ts';

const TWO = sheetData({ A1: 'a', B1: 'b', A2: 'x', B2: 'y' });

function read(bytes: Uint8Array, notes = new Notes()) {
  return [
    ...readWorkbook(bytes, 'a.xlsx', { sheet: null, columns: [] }, notes).records(notes),
  ].flat();
}

function problemOf(bytes: Uint8Array) {
  try {
    read(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems[0];
  }
  throw new Error('it was read');
}

test('an honest workbook of this making is read', () => {
  expect(read(zip(workbookParts(TWO)))).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['x', 'y'] },
  ]);
});

const BOMB = 'x'.repeat(40 * 1024 * 1024);
const SMALL = { [SHEET]: { unpacked: 500 } };

test.each([
  {
    what: 'that says how large it is',
    bytes: zip({ ...workbookParts(TWO), bomb: BOMB }, { bomb: { unpacked: 0x7fffffff } }),
    message: 'workbook-too-large',
  },
  {
    what: 'whose directory says it is small',
    bytes: zip({ ...workbookParts(TWO), [SHEET]: BOMB }, SMALL),
    message: 'workbook-parts-untrue',
  },
  {
    what: 'whose directory is right, but not the header before the data',
    bytes: zip(workbookParts(TWO), { [SHEET]: { unpackedLocally: 0x7fffffff } }),
    message: 'workbook-parts-untrue',
  },
  {
    what: 'of many parts',
    bytes: zip({
      ...workbookParts(TWO),
      ...Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`xl/${i}`, ''])),
    }),
    message: 'workbook-too-many-parts',
  },
])('a zip bomb $what is refused without unpacking it', ({ bytes, message }) => {
  const before = performance.now();
  expect(problemOf(bytes)).toMatchObject({ message, file: 'a.xlsx' });
  expect(performance.now() - before).toBeLessThan(1000);
});

test('a zip file inside a workbook stays packed', () => {
  const inner = zip({ bomb: BOMB }, { bomb: { unpacked: 0x7fffffff } });
  expect(read(zip({ ...workbookParts(TWO), 'xl/media/a.zip': inner }))).toHaveLength(2);
});

test('the cells decide how large a sheet is, not what it declares', () => {
  const declared = `<dimension ref="A1:XFD1048576"/>${TWO}`;
  expect(read(zip(workbookParts(declared)))).toHaveLength(2);
});

test('a single cell in the last corner costs no more than its row', () => {
  const cells = { A1: 'a', A2: 'x', XFD1048576: 'far' };
  const records = read(zip(workbookParts(sheetData(cells))));
  expect(records.map(({ row }) => row)).toEqual([1, 2, 1048576]);
  expect(records[2]?.cells.at(-1)).toBe('far');
});

test('a cell where no spreadsheet has any is refused', () => {
  const cells = { A1: 'a', A2: 'x', ZZZZ4294967290: 'far' };
  expect(problemOf(zip(workbookParts(sheetData(cells))))).toMatchObject({
    message: 'workbook-broken',
  });
});

const ONE = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(ONE, XLSX.utils.aoa_to_sheet([['sound']]), 'S');

const locked = { encrypted: true };
const ole = (...streams: string[]) => {
  const file = XLSX.CFB.utils.cfb_new();
  for (const one of streams) XLSX.CFB.utils.cfb_add(file, `/${one}`, Buffer.alloc(64, 4));
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
};

test.each([
  { what: 'an OpenDocument table', parts: { mimetype: 'x', 'content.xml': '<x/>' }, kind: 'ODS' },
  { what: 'a Word document', parts: { 'word/document.xml': '<x/>' }, kind: 'DOCX' },
  { what: 'slides', parts: { 'ppt/presentation.xml': '<x/>' }, kind: 'PPTX' },
  { what: 'a Numbers document', parts: { 'Index/Document.iwa': 'x' }, kind: 'NUMBERS' },
])('$what is refused by name', ({ parts, kind }) => {
  expect(problemOf(zip(parts))).toMatchObject({ message: 'not-a-table', values: { kind } });
});

test.each([
  { what: 'a zip file of tables', bytes: zip({ 'a.csv': 'a,b' }), message: 'archive' },
  {
    what: 'a zip file with a password',
    bytes: zip({ 'a.csv': 'a,b' }, { 'a.csv': locked }),
    message: 'archive-encrypted',
  },
  {
    what: 'a workbook with encrypted parts',
    bytes: zip(workbookParts(TWO), { [SHEET]: locked }),
    message: 'workbook-encrypted',
  },
  {
    what: 'a workbook that Excel has encrypted',
    bytes: ole('EncryptionInfo', 'EncryptedPackage'),
    message: 'workbook-encrypted',
  },
  { what: 'an old Word document', bytes: ole('WordDocument'), message: 'not-a-table' },
  { what: 'a compound file of something else', bytes: ole('Other'), message: 'workbook-broken' },
  { what: 'an empty zip file', bytes: zip({}), message: 'archive' },
  {
    what: 'a workbook cut off in the middle',
    bytes: zip(workbookParts(TWO)).subarray(0, 700),
    message: 'workbook-broken',
  },
  {
    what: 'a workbook with a damaged part',
    bytes: Buffer.from(zip(workbookParts(TWO))).fill(0x55, 60, 100),
    message: 'workbook-parts-untrue',
  },
  {
    what: 'a workbook with one wrong letter in a part that is not compressed',
    bytes: (() => {
      const bytes = XLSX.write(ONE, { type: 'buffer', compression: false }) as Buffer;
      bytes.write('z', bytes.indexOf('>sound<') + 1);
      return bytes;
    })(),
    message: 'workbook-parts-untrue',
  },
])('$what is refused: $message', ({ bytes, message }) => {
  expect(problemOf(bytes)).toMatchObject({ message });
});

test('of a formula the saved result is read; one without is empty and noted', () => {
  const notes = new Notes();
  const cells = {
    A1: 'a',
    B1: 'b',
    A2: '<c r="A2"><f>1+1</f><v>2</v></c>',
    B2: '<c r="B2"><f>1+1</f></c>',
    A3: '<c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    B3: '<c r="B3" t="str"><f>T(1)</f><v></v></c>',
  };
  const records = read(zip(workbookParts(sheetData(cells))), notes);
  expect(records.slice(1).map((record) => record.cells)).toEqual([
    ['2', ''],
    ['#DIV/0!', ''],
  ]);
  expect(notes.list()).toEqual([{ kind: 'formula-without-value', row: 2, column: 'B', count: 1 }]);
});

import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import { InputError } from '../../pipeline/errors.ts';
import { noteText } from '../../pipeline/messages/notes.ts';
import { Notes } from '../../pipeline/read/notes.ts';
import { readWorkbook } from '../../pipeline/read/workbook.ts';

type Cell = XLSX.CellObject;

function workbook(
  sheets: Record<string, (Cell | null)[][]>,
  bookType: 'xlsx' | 'xls' = 'xlsx',
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as unknown[][]), name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const text = (v: string): Cell => ({ t: 's', v });
const number = (v: number, z = 'General'): Cell => ({ t: 'n', v, z });
const read = (bytes: Uint8Array, sheet: string | null = null) =>
  [
    ...readWorkbook(bytes, 'a.xlsx', { sheet: sheet, columns: [] }, new Notes()).records(
      new Notes(),
    ),
  ].flat();

test.each(['xlsx', 'xls'] as const)('cells of an .%s come as text without loss', (bookType) => {
  const cells = [
    text('0012'),
    number(12, '00000'),
    number(1, '0.00'),
    number(1234567890123),
    number(0.1 + 0.2),
    number(1234.5, '#,##0.0'),
    number(0.5, '0%'),
    // 45356.5 days after 1899-12-30 is noon of 5 March 2024.
    number(45356.5, 'yyyy/m/d h:mm'),
    { t: 'b', v: true } as Cell,
  ];
  const bytes = workbook({ Sheet1: [[text('a')], cells] }, bookType);
  expect(read(bytes)[1]?.cells).toEqual([
    '0012',
    '00012',
    '1.00',
    '1234567890123',
    '0.30000000000000004',
    '1234.5',
    '0.5',
    '2024/03/05 12:00:00',
    'TRUE',
  ]);
});

test('rows have one width and the number the sheet shows', () => {
  const bytes = workbook({ S: [[text('a'), text('b')], [], [text('1')]] });
  expect(read(bytes).map(({ row, cells }) => [row, ...cells])).toEqual([
    [1, 'a', 'b'],
    [3, '1', ''],
  ]);
});

test('the first sheet with more than one row is read, or the one named', () => {
  const bytes = workbook({
    说明: [[text('note')]],
    数据: [[text('a')], [text('1')]],
    其他: [[text('b')], [text('2')]],
  });
  const notes = new Notes();
  const records = [
    ...readWorkbook(bytes, 'a.xlsx', { sheet: null, columns: [] }, notes).records(notes),
  ].flat();
  expect(records[1]?.cells).toEqual(['1']);
  expect(notes.list()).toEqual([{ kind: 'other-sheets', row: 1, column: '其他', count: 1 }]);
  expect(read(bytes, '其他')[1]?.cells).toEqual(['2']);
});

test('of several sheets the one with a numbered first question is read', () => {
  const bytes = workbook({
    统计: [
      [text('题目'), text('人数')],
      [text('满意度'), text('3')],
    ],
    数据: [
      [text('序号'), text('1、满意度')],
      [text('1'), text('5')],
    ],
  });
  expect(read(bytes)[1]?.cells).toEqual(['1', '5']);
});

const table = (rows: number, ...header: string[]) => [
  header.map(text),
  ...Array.from({ length: rows }, (_, i) => header.map((_, at) => text(`${i} ${at}`))),
];
const sheetRead = (sheets: Record<string, (Cell | null)[][]>, columns: readonly string[]) => {
  const { sheet } = readWorkbook(workbook(sheets), 'a.xlsx', { sheet: null, columns }, new Notes());
  return sheet;
};

test('of several sheets the one that holds most is read, not the notes before it', () => {
  const notes = table(2, '填表说明');
  const answers = table(40, '单位', '编号', '满意度', '问题', '建议');
  expect(sheetRead({ 说明: notes, 数据: answers }, [])).toBe('数据');
  expect(sheetRead({ 数据: answers, 说明: notes }, [])).toBe('数据');
});

test('what the survey looks for tells the sheet of answers from a larger one', () => {
  const sheets = { 代码: table(90, '代码', '名称', '类别'), 数据: table(9, '单位', '满 意 度') };
  expect(sheetRead(sheets, ['单位', '满意度'])).toBe('数据');
  expect(sheetRead(sheets, [])).toBe('代码');
});

test('a sheet with the same header that is not read is told by itself, with its rows', () => {
  const notes = new Notes();
  const bytes = workbook({
    一处: table(3, '单位', '问题'),
    二处: table(2, '单位', '问题'),
    其他: table(1, '备注'),
  });
  readWorkbook(bytes, 'a.xlsx', { sheet: null, columns: ['问题'] }, notes);
  expect(notes.list()).toEqual([
    {
      kind: 'sheet-alike',
      row: 1,
      column: '二处',
      count: 1,
      values: { sheet: '二处', read: '一处', rows: 2 },
    },
    { kind: 'other-sheets', row: 1, column: '其他', count: 1 },
  ]);
  expect(noteText('a.xlsx', notes.list()[0]!, 'zh-Hans')).toContain('{path: 文件名, sheet: 二处}');
  const named = new Notes();
  readWorkbook(bytes, 'a.xlsx', { sheet: '二处', columns: [] }, named);
  expect(named.list()).toEqual([]);
});

test.each([
  {
    what: 'a sheet that is not there',
    bytes: workbook({ S: [[text('a')]] }),
    message: 'sheet-missing',
  },
  {
    what: 'a cut-off .xlsx',
    bytes: workbook({ S: [[text('a')]] }).slice(0, 900),
    message: 'workbook-broken',
  },
  {
    what: 'a broken .xls',
    bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
    message: 'workbook-broken',
  },
])('$what is refused with a clear problem', ({ bytes, message }) => {
  const reading = () => read(bytes, 'X');
  expect(reading).toThrow(InputError);
  expect(reading).toThrow(message);
});

test('a workbook that says it unpacks to more than the limit is not unpacked', () => {
  const bytes = Buffer.from(workbook({ S: [[text('a')], [text('b')]] }));
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(0x7fffffff, directory + 24);
  expect(() => read(bytes)).toThrow('workbook-too-large');
});

test('days of an old Macintosh workbook count from 1904', () => {
  const book = XLSX.utils.book_new();
  book.Workbook = { WBProps: { date1904: true } };
  const rows = [['d'], [number(43894.5, 'yyyy/m/d h:mm')]];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'S');
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
  // 1462 days lie between the two days zero.
  expect(read(bytes)[1]?.cells).toEqual(['2024/03/05 12:00:00']);
});

import { expect, test } from '@jest/globals';
import { contextsOf } from '../../pipeline/report/context.ts';
import { howRead } from '../../pipeline/report/how-read.ts';
import { MANIFEST, MODEL } from './model.ts';

/** The text in each language, for rows of these files. */
function said(rows: readonly object[]): readonly string[] {
  const [row] = MODEL.tables.rows;
  const tables = { ...MODEL.tables, rows: rows.map((one) => ({ ...row!, ...one })) };
  return contextsOf({ ...MODEL, tables }, [], MANIFEST, new Map()).map((context) =>
    String(howRead(context) ?? '').replace(/<[^>]*>/g, ''),
  );
}

const utf8 = { encoding: 'utf-8', encoding_reason: 'valid-utf8', runner_up: '' };

test('plain UTF-8, with or without a mark, is not worth a word', () => {
  const marked = { ...utf8, encoding_reason: 'byte-order-mark' };
  const ascii = { ...utf8, encoding_reason: 'ascii' };
  expect(said([utf8, marked, ascii])).toEqual(['', '', '']);
});

test('files read in one way are told together, each once, with the next best guess', () => {
  const guessed = { encoding: 'gb18030', encoding_reason: 'plausible-text', runner_up: 'big5' };
  const book = { encoding: 'workbook', encoding_reason: 'workbook', runner_up: '' };
  const rows = [
    { ...guessed, file: 'a.csv', reason: 'used' },
    { ...guessed, file: 'a.csv', reason: 'excluded' },
    { ...book, file: 'c.xlsx' },
    { ...utf8, file: 'd.csv' },
    { ...guessed, file: 'b.csv' },
  ];
  expect(said(rows)).toEqual([
    'a.csv、b.csv 没有编码标记，也不是 UTF-8，按读出的文字最通顺者读作 gb18030（其次为 big5）。c.xlsx 为 Excel 工作簿。',
    'a.csv、b.csv 沒有編碼標記，也不是 UTF-8，按讀出的文字最通順者讀作 gb18030（其次為 big5）。c.xlsx 為 Excel 活頁簿。',
    'Neither marked nor UTF-8, and read as gb18030, which gives the most plausible text (next best: big5): a.csv, b.csv. Read as Excel workbooks: c.xlsx.',
  ]);
});

test('a name of a file is data, never markup', () => {
  const [row] = MODEL.tables.rows;
  const file = {
    encoding: 'big5',
    encoding_reason: 'given' as const,
    runner_up: '',
    file: '<b>.csv',
  };
  const tables = { ...MODEL.tables, rows: [{ ...row!, ...file }] };
  const [context] = contextsOf({ ...MODEL, tables }, [], MANIFEST, new Map());
  expect(String(howRead(context!))).toContain('&lt;b&gt;.csv');
});

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';
import { oneFile } from './effects.ts';
import { encode } from './encode.ts';
import { layoutOf } from './exported.ts';
import { fixture } from './surveys.ts';

const EXPORTS = [
  'wenjuanxing-pair-by-text.csv',
  'wenjuanxing-pair-by-number.csv',
  'tencent-trailing-comma.csv',
  'wenjuan-readable.csv',
  'wenjuan-original.csv',
  'qualtrics-three-header-rows.csv',
  'qualtrics-legacy.csv',
  'surveymonkey-two-header-rows.csv',
  'google-forms-grid.csv',
  'microsoft-forms-trailing-semicolon.csv',
  'limesurvey-full-headings.csv',
  'kobotoolbox-groups.csv',
  'jinshuju-option-columns.csv',
  'plain-pipes-and-grid.txt',
];

function cellsOf(name: string): string[][] {
  const bytes = readFileSync(fixture(name));
  const text = new TextDecoder(name.startsWith('wenjuan-') ? 'gb18030' : 'utf-8').decode(bytes);
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

test.each(EXPORTS)('%s is known as UTF-16 with tabs, as .xls and as .xlsx too', async (name) => {
  const cells = cellsOf(name);
  const known = await layoutOf(name);
  const tabbed = Papa.unparse(cells, { delimiter: '\t', quotes: true });
  const sheet = XLSX.utils.aoa_to_sheet(cells);
  const book = { SheetNames: ['Sheet1'], Sheets: { Sheet1: sheet } };
  const workbook = (bookType: 'xls' | 'xlsx') =>
    new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
  const files = [
    Buffer.from(encode(`\ufeff${tabbed}`, 'utf-16le')),
    Buffer.from(workbook('xls')),
    Buffer.from(workbook('xlsx')),
  ];
  for (const bytes of files) expect(await layoutOf(name, oneFile(bytes, 64))).toEqual(known);
});

/** Headers laid out with merged cells in a workbook. */
import { expect, test } from '@jest/globals';
import { openExport } from '../../pipeline/read/export.ts';
import { oneFile } from './effects.ts';
import { mergedSheet, workbookParts, zip } from './xlsx-parts.ts';

async function open(
  cells: Readonly<Record<string, string>>,
  ranges: readonly string[],
  headerRows: number | null = null,
) {
  const fx = oneFile(zip(workbookParts(mergedSheet(cells, ranges))), 100_000);
  const options = { encoding: null, sheet: null, headerRows };
  const opened = await openExport('/a.xlsx', 'a.xlsx', options, fx);
  const rows: number[] = [];
  for await (const batch of opened.records(100)) rows.push(...batch.map(({ row }) => row));
  const { header, notes } = opened;
  return { header, rows, notes: notes() };
}

const GRID = { A1: '单位', B1: '满意度', D1: '建议', B2: '会议', C2: '材料' };
const ANSWERS = { A3: '甲', B3: '4', C3: '5', D3: '无' };

test.each([
  { what: 'merged downwards beside it', ranges: ['A1:A2', 'B1:C1', 'D1:D2'] },
  { what: 'blank below beside it', ranges: ['B1:C1'] },
])('a cell merged over columns is the stem of those below ($what)', async ({ ranges }) => {
  const { header, rows } = await open({ ...GRID, ...ANSWERS }, ranges);
  expect(header).toEqual(['单位', '满意度 [会议]', '满意度 [材料]', '建议']);
  expect(rows).toEqual([3]);
});

test('so it is where the survey says how many header rows there are', async () => {
  const { header } = await open({ ...GRID, ...ANSWERS }, ['B1:C1'], 2);
  expect(header[2]).toBe('满意度 [材料]');
});

test('a title over the whole table is no stem', async () => {
  const cells = { A1: '某某调查', A2: '单位', B2: '建议', A3: '甲', B3: '无' };
  const { header, rows } = await open(cells, ['A1:B1']);
  expect({ header, rows }).toEqual({ header: ['单位', '建议'], rows: [3] });
});

test('a title may stand above a header of two rows', async () => {
  const below = Object.entries({ ...GRID, ...ANSWERS }).map(([place, text]) => [
    place.replace(/\d/, (row) => String(Number(row) + 1)),
    text,
  ]);
  const cells = { A1: '某某调查', ...Object.fromEntries(below) };
  const { header, rows } = await open(cells, ['A1:D1', 'B2:C2']);
  expect(header).toEqual(['单位', '满意度 [会议]', '满意度 [材料]', '建议']);
  expect(rows).toEqual([4]);
});

test('answers right below a merged name are no header', async () => {
  const cells = { A1: '单位', B1: '意见', A2: '甲', B2: '开会', C2: '写材料' };
  const { header, rows } = await open(cells, ['B1:C1']);
  expect({ header, rows }).toEqual({ header: ['单位', '意见', '意见'], rows: [2] });
});

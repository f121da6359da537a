/** Merged cells among the answers of a workbook. */
import { expect, test } from '@jest/globals';
import { openExport } from '../../pipeline/read/export.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { countFiles } from '../support/counted.ts';
import { oneFile } from './effects.ts';
import { scale } from './surveys.ts';
import { mergedSheet, workbookParts, zip } from './xlsx-parts.ts';

type Cells = Readonly<Record<string, string>>;

const workbook = (cells: Cells, ranges: readonly string[]) =>
  zip(workbookParts(mergedSheet(cells, ranges)));

/** Rows below the header by number, and notes; each column named by its letter. */
async function read(cells: Cells, ranges: readonly string[]) {
  const named = { A1: 'A', B1: 'B', C1: 'C', ...cells };
  const options = { encoding: null, sheet: null, headerRows: null };
  const fx = oneFile(workbook(named, ranges), 100_000);
  const opened = await openExport('/a.xlsx', 'a.xlsx', options, fx);
  const rows: string[] = [];
  for await (const batch of opened.records(2)) {
    rows.push(...batch.map(({ row, cells: texts }) => `${row} ${texts.join('|')}`));
  }
  const again: string[] = [];
  for await (const batch of opened.again()) {
    again.push(...batch.map(({ row, cells: texts }) => `${row} ${texts.join('|')}`));
  }
  expect(again).toEqual(rows);
  return { rows, notes: opened.notes() };
}

test('a cell merged down one column gives its value to every row, and the note says to how many', async () => {
  const answers = { B2: '1', B3: '2', B4: '3', B5: '4', B6: '5' };
  const { rows, notes } = await read({ ...answers, A2: '甲', A5: '乙' }, ['A2:A4', 'A5:A6']);
  expect(rows).toEqual(['2 甲|1|', '3 甲|2|', '4 甲|3|', '5 乙|4|', '6 乙|5|']);
  expect(notes).toEqual([{ kind: 'merged-filled', row: 3, column: 'A', count: 3 }]);
});

test('so does one far down, and rows below it stay as they are', async () => {
  const cells = Object.fromEntries(Array.from({ length: 48 }, (_, i) => [`B${i + 2}`, '无']));
  const { rows, notes } = await read({ ...cells, A40: '甲' }, ['A40:A44']);
  expect(rows.filter((row) => row.includes('甲'))).toHaveLength(5);
  expect(rows.at(-1)).toBe('49 |无|');
  expect(notes).toEqual([{ kind: 'merged-filled', row: 41, column: 'A', count: 4 }]);
});

test('a blank line inside a merge is still no row', async () => {
  const { rows } = await read({ A2: '甲', B2: '1', B4: '2', C3: ' ' }, ['A2:A4']);
  expect(rows).toEqual(['2 甲|1|', '3 || ', '4 甲|2|']);
});

test('a merge over several columns is noted and not filled, near the header too', async () => {
  const cells = { A2: '甲', B2: '1', A3: '乙', C3: '2', A4: '丙', C4: '3' };
  const { rows, notes } = await read(cells, ['A3:B4']);
  expect(rows).toEqual(['2 甲|1|', '3 乙||2', '4 丙||3']);
  expect(notes).toEqual([{ kind: 'merged-cells', row: 3, column: 'A', count: 1 }]);
});

test('units merged four rows at a time: every respondent has one, and the balance tells of it', async () => {
  const cells: Record<string, string> = { A1: '单位', B1: '满意度' };
  const ranges: string[] = [];
  for (let i = 0; i < 24; i += 1) {
    cells[`B${i + 2}`] = '3';
    if (i % 4 === 0) {
      cells[`A${i + 2}`] = `单位${i / 4}`;
      ranges.push(`A${i + 2}:A${i + 5}`);
    }
  }
  const unit = { label: sameInAll('单位'), column: ['单位'], within: null, aliases: new Map() };
  const { files } = await countFiles(
    { r1: { 'a.xlsx': workbook(cells, ranges) } },
    { groups: [{ id: 'unit', ...unit }], questions: [scale('满意度')] },
  );
  const { balance } = files[0]!;
  const ofUnits = balance.columns.find(({ key }) => key === 'groups.unit')!;
  expect(ofUnits.cells).toEqual({ in: 24, out: new Map([['used', 24]]) });
  expect(balance.repaired).toBe(18);
});

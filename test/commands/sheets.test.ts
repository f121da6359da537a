/** Several sheets of one workbook in a survey. */
import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import { canvass, folderWith } from '../support/cli.ts';

function workbook(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as string[][]), name);
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const DATA = workbook({
  甲: [['问题'], ['会议太多'], ['经费不足']],
  乙: [['问题'], ['人手不够']],
});

const checked = (rounds: string) => {
  const yaml = `title: t\nrounds:\n${rounds}questions:\n  - {id: q, type: open, column: 问题, taxonomy: organ}\n`;
  const { status, stdout, stderr } = canvass(
    ['check', '.', '--json'],
    folderWith({ 'survey.yaml': yaml, 'a.xlsx': DATA }),
  );
  return { status, stderr, files: status === 0 ? JSON.parse(stdout).files : [] };
};

test('two sheets of one workbook may be two files of a round', () => {
  const { files, stderr } = checked(
    '  - {id: r1, files: [{path: a.xlsx, sheet: 甲}, {path: a.xlsx, sheet: 乙}]}\n',
  );
  expect(stderr).toBe('');
  expect(files.map(({ file, used }: { file: string; used: number }) => [file, used])).toEqual([
    ['a.xlsx [甲]', 2],
    ['a.xlsx [乙]', 1],
  ]);
});

test('or of two rounds, but one sheet counts once', () => {
  const two = (first: string, second: string) =>
    checked(`  - {id: r1, files: [${first}]}\n  - {id: r2, files: [${second}]}\n`);
  const sheet = (name: string) => `{path: a.xlsx, sheet: ${name}}`;
  expect(two(sheet('甲'), sheet('乙')).files).toHaveLength(2);
  const same = two('a.xlsx', sheet('甲'));
  expect(same.status).toBe(1);
  expect(same.stderr).toContain('the same bytes as a.xlsx');
});

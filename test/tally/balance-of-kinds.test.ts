/** The import balance where rows are dropped, rounds differ, or cells are not just what a text file holds. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as XLSX from 'xlsx';
import type { Line } from '../../pipeline/read/fates.ts';
import type { FileBalance } from '../../pipeline/tally/balance.ts';
import { fixture, inColumns, joined, open, scale, single } from '../read/surveys.ts';
import { countFiles } from '../support/counted.ts';
import { policy } from '../support/survey.ts';

const TINY = { taxonomy: { by: null, taxonomy: 'tiny' } } as const;
const plain = ({ in: entered, out }: Line) => ({ in: entered, ...Object.fromEntries(out) });
const columnsOf = ({ columns }: FileBalance) =>
  columns.map(({ key, column, cells }) => [key, column, plain(cells)]);

test('of rows that a rule of hygiene drops everything is set aside, nothing is used', async () => {
  const text = [
    '序号,a,b,c,困难,问题',
    '1,1,2,3,经费,会议太多',
    '1,2,3,1,人手,又来', // the id of the first
    '2,4,4,4,其他〖会〗┋经费┋经费,拒答', // straight-lined
    '3,1,2,9,经费┋以上都没有┋乱写,多', // contradicts itself
    '4,1,2,3,经费,会议太多', // as the first
    '5,5,2,9,乱写,很好',
  ].join('\n');
  const { files } = await countFiles(
    { r1: { 'a.csv': text } },
    {
      columns: { respondent: ['序号'], weight: null, stratum: null, cluster: null, fpc: null },
      questions: [
        scale('a'),
        scale('b'),
        scale('c'),
        joined('困难', ['经费', '人手', '其他', '以上都没有']),
        open('问题', { ...TINY, missing: ['拒答'] }),
      ],
      hygiene: policy('drop'),
    },
  );
  const { balance } = files[0]!;
  expect(plain(balance.rows)).toEqual({
    in: 6,
    used: 2,
    duplicate: 1,
    'straight-lining': 1,
    contradiction: 1,
    'identical-row': 1,
  });
  // Six cells in each of four rows; of the last row 9 and 乱写 cannot be used.
  expect(plain(balance.cells)).toEqual({
    in: 36,
    used: 10,
    'row-set-aside': 24,
    'out-of-range': 1,
    'unknown-option': 1,
  });
  // Of the rows dropped: one, three, three and one.
  expect(plain(balance.selections)).toEqual({
    in: 10,
    used: 1,
    'unknown-option': 1,
    'row-set-aside': 8,
  });
  // 会议太多, 很好; 又来, 拒答, 多, 会议太多.
  expect(plain(balance.characters)).toEqual({ in: 15, used: 6, 'row-set-aside': 9 });
  expect(balance.columns.map(({ fillIns }) => fillIns)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('columns of a question that the round did not ask are left as not asked', async () => {
  const both = { asked: ['r1', 'r2'] };
  const { files, refusals } = await countFiles(
    { r1: { 'a.csv': 'g,q,m\n甲,会议,A┋B\n' }, r2: { 'b.csv': 'g,q\n乙,会议太多\n丙, \n' } },
    { questions: [single('g', [], both), open('q', TINY), joined('m')] },
  );
  const [first, second] = files.map(({ balance }) => balance);
  expect(columnsOf(first!)).toEqual([
    ['questions.g', 'g', { in: 1, used: 1 }],
    ['questions.q', 'q', { in: 1, used: 1 }],
    ['questions.m', 'm', { in: 1, used: 1 }],
  ]);
  expect(columnsOf(second!)).toEqual([
    ['questions.g', 'g', { in: 2, used: 2 }],
    ['questions.q', 'q', { in: 1, 'not-asked': 1 }],
  ]);
  expect(plain(second!.characters)).toEqual({ in: 5, 'not-asked': 5 });
  expect(second!.unreadColumns).toEqual([]);
  expect(refusals).toEqual([]);
});

test('of two exports of the same answers the text is balanced, with the words that numbers tell', async () => {
  const [text, number] = ['text', 'number'].map((by) =>
    readFileSync(fixture(`wenjuanxing-pair-by-${by}.csv`)),
  );
  const { files } = await countFiles(
    { r1: { 'a.csv': text! } },
    {
      questions: [
        joined('3：主要困难（可多选）'),
        joined('4:请按轻重排序'),
        open('5、还有什么问题？', TINY),
      ],
    },
    1,
    undefined,
    { 'a.csv': ['b.csv', number!] },
  );
  const { balance } = files[0]!;
  expect(plain(balance.rows)).toEqual({ in: 4, used: 4 });
  expect(columnsOf(balance)).toEqual([
    ['questions.3：主要困难（可多选）', '3：主要困难（可多选）', { in: 4, used: 3, skipped: 1 }],
    // The third is blank, and -3 by number.
    ['questions.4:请按轻重排序', '4:请按轻重排序', { in: 4, used: 3, skipped: 1 }],
    [
      'questions.5、还有什么问题？',
      '5、还有什么问题？',
      { in: 4, used: 2, missing: 1, skipped: 1 },
    ],
  ]);
  expect(plain(balance.selections)).toEqual({ in: 11, used: 11 });
  expect(plain(balance.characters)).toEqual({ in: 12, used: 5, missing: 3, skipped: 4 });
  expect(balance.unread.columns).toBe(9);
});

test('old and new wording of an option in two columns: who chose both chose it twice', async () => {
  const question = { ...inColumns(['旧', '新', 'B'], ['新', 'B']), id: 'm' };
  const aliases = new Map([['旧', '新']]);
  const { files } = await countFiles(
    { r1: { 'a.csv': '旧,新,B\n1,1,0\n,1,1\n1,,\n' } },
    { questions: [{ ...question, aliases } as typeof question] },
  );
  expect(plain(files[0]!.balance.selections)).toEqual({ in: 5, used: 4, repeated: 1 });
  expect(plain(files[0]!.balance.cells)).toEqual({ in: 6, used: 6 });
});

test('blank rows of a sheet are no rows, and a header of merged cells is no row either', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['满意度调查', null],
    ['q', 'm'],
    ['x', 'A'],
    [],
    [null, null],
    ['y', 'B'],
    ['  ', null],
    ['z', null],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
  const { files } = await countFiles({ r1: { 'a.xlsx': bytes } }, { questions: [single('q')] });
  const { balance, file } = files[0]!;
  expect(file.headerRows).toBe(2);
  expect(plain(balance.rows)).toEqual({ in: 3, used: 3 });
  expect(balance.blank).toBe(3);
  expect(balance.unreadColumns).toEqual([{ column: 'm', position: 2, cells: 2 }]);
});

test('characters are counted without what a tool put around answers', async () => {
  const question = open('6.还有什么问题？#1', TINY);
  const bytes = readFileSync(fixture('tencent-trailing-comma.csv'));
  const { files } = await countFiles({ r1: { 'a.csv': bytes } }, { questions: [question] });
  // 会议太多 without the tabs on either side, and A.一是人少.
  expect(plain(files[0]!.balance.characters)).toEqual({ in: 10, used: 10 });
});

test('an open question counts alike in the export by text, where a blank is (空), and by number, where it is -2', async () => {
  const question = open('5、还有什么问题？', TINY);
  const [text, number] = await Promise.all(
    ['text', 'number'].map(async (form) => {
      const bytes = readFileSync(fixture(`wenjuanxing-pair-by-${form}.csv`));
      const { files } = await countFiles({ r1: { 'a.csv': bytes } }, { questions: [question] });
      return plain(files[0]!.balance.cells);
    }),
  );
  expect(text).toEqual({ in: 4, used: 2, missing: 1, skipped: 1 });
  expect(number).toEqual(text);
});

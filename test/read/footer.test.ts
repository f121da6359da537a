/** Lines below the data that are no respondents. */
import { expect, test } from '@jest/globals';
import { countFiles } from '../support/counted.ts';
import { oneFile } from './effects.ts';
import { open, readAll, roundFile, scale, survey } from './surveys.ts';

const HEAD = '单位,编号,满意度,问题\n甲,1,4,a\n乙,2,5,b\n';

async function asideOf(below: string, size = 4, head = HEAD) {
  const by = survey({ questions: [scale('满意度'), open('问题')] });
  const read = await readAll(roundFile('/a.csv'), by, oneFile(Buffer.from(head + below)));
  expect(read.rows).toBe(read.respondents.length + read.setAside.filter((o) => !o.column).length);
  return read.setAside
    .filter(({ column }) => column === '')
    .map(({ row, reason, found }) => `${row} ${reason} ${found}`)
    .slice(0, size);
}

test.each([
  '填表人：张三,,审核：李四,',
  '填表人,张三,,',
  '填表人：张三,,,2026年9月3日',
  '注：以上数据截至9月3日,,,',
  '注：以上数据截至9月3日',
  '備註：資料截至9月3日,,,',
  '製表：張三,,覆核：李四,',
  ',填报单位：某处,,',
  '（说明：仅供参考）,,,',
  'Prepared by: N. N.,,,',
  'Note: as of 3 September,,,',
])('"%s" below the data is set aside as such', async (line) => {
  expect(await asideOf(`${line}\n`)).toEqual([
    `4 footer-row ${line.split(',').find((cell) => cell !== '')}`,
  ]);
});

test.each([
  { what: 'other rows follow', below: '注：代填,,,\n丙,3,4,c\n' },
  { what: 'most cells are filled', below: '说明：丙,3,4,\n' },
  { what: 'it answers a question', below: '备注：丙,,4,\n' },
  { what: 'only an open question is answered', below: ',,,说明：人手不够\n' },
  { what: 'the first cell is no such label', below: '审核科,,,\n' },
  { what: 'a label alone may be an answer', below: '审核,,,\n' },
])('a row is a respondent where $what', async ({ below }) => {
  expect(await asideOf(below)).toEqual([]);
});

test('sums and blank lines may stand between the data and several such lines', async () => {
  expect(await asideOf('合计,,9,\n\n注：一,,,\n注：二,,,\n填表人：张三,,,\n')).toEqual([
    '4 totals-row 合计',
    '6 footer-row 注：一',
    '7 footer-row 注：二',
    '8 footer-row 填表人：张三',
  ]);
});

test('they are told in the account of rows, and are no reason to stop', async () => {
  const { files, refusals } = await countFiles(
    { r1: { 'a.csv': `${HEAD}填表人：张三,,审核：李四,\n` } },
    { questions: [scale('满意度')] },
  );
  expect(files[0]!.account.setAside).toEqual(new Map([['footer-row', 1]]));
  expect(files[0]!.balance.rows.out.get('footer-row')).toBe(1);
  expect(refusals).toEqual([]);
});

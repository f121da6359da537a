/** Lines below the data that are no respondents. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countFiles } from '../support/counted.ts';
import { oneFile } from './effects.ts';
import { open, readAll, roundFile, scale, single, survey } from './surveys.ts';

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
  '填表人：甲,审核人：乙,日期：2026年3月,',
  '填表人,甲,审核人,乙',
  '日期：2026年3月31日,,,',
  '日期：　　年　月　日,,,',
  '填报单位（盖章）：某局,,,',
  '单位（盖章）：,,,',
  '單位負責人（簽字）：,,填表人：甲,',
  '制表：甲  审核：乙,,,',
  '备注1：,,,',
  '数据截至2026年3月31日,,,',
  '資料截止3月底,,,',
  '以上共60人,,,',
  '总计：60人,,,',
  '共计,60人,,',
  '——以下空白——,,,',
  '（完）,,,',
  '第1页 共1页,,,',
  '导出时间：2026-03-31 10:00,,,',
  '统计时间：2026年3月,,,',
  '来源：问卷星,,,',
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
  { what: 'the first cell is a post', below: '负责人,7,,\n' },
  { what: 'a count is part of an answer', below: '共3人参加,,,\n' },
  { what: 'a date begins an answer', below: '日期：尚未定,,,\n' },
  { what: 'a page is not all', below: '第3页有误,,,\n' },
  { what: 'its unit is a sum by name, its id a word', below: '总计,某号,,\n' },
  { what: 'it has an id and answers', below: '填表人：丙,3,4,c\n' },
  { what: 'it has an id and a label', below: '丙,填表人,4,\n' },
  { what: 'others have the first cell too', below: '审核人,7,4,c\n审核人,8,,\n' },
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

test('a word that may be chosen is no label', async () => {
  const by = survey({ questions: [single('角色', ['填表人', '审核人']), scale('满意度')] });
  const text = '角色,编号,满意度,备用\n填表人,1,4,\n审核人,b,,\n';
  const { setAside } = await readAll(roundFile('/a.csv'), by, oneFile(Buffer.from(text)));
  expect(setAside).toEqual([]);
});

test('a last respondent whose cells are ordinary answers stays, whatever they are', async () => {
  const word = fc.constantFrom(
    '甲',
    '乙',
    '填表',
    '审核',
    '注',
    '合',
    '总',
    '3',
    '共',
    '页',
    '日期',
  );
  const cell = fc.array(word, { maxLength: 3 }).map((words) => words.join(''));
  await fc.assert(
    fc.asyncProperty(cell, cell, fc.integer({ min: 1, max: 5 }), async (unit, text, point) => {
      expect(await asideOf(`${unit},9,${point},${text}\n`)).toEqual([]);
    }),
  );
});

test('what is repeated on each page is a footer all the same', async () => {
  const below = '填表人：张三,,,\n丙,3,4,c\n填表人：张三,,,\n';
  expect(await asideOf(below)).toEqual(['6 footer-row 填表人：张三']);
});

import { expect, test } from '@jest/globals';
import { findSeparator } from '../../../pipeline/read/guess/separator.ts';

const cells = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts));

test.each([
  {
    what: '问卷星 joins by ┋, also where an option holds other marks',
    given: { '运动┋政治/军事': 3, '美食┋ACG文化(动漫、游戏等)': 2, 运动: 4, '运动┋美食': 1 },
    separator: '┋',
    options: ['运动', '政治/军事', '美食', 'ACG文化(动漫、游戏等)'],
  },
  {
    what: 'Microsoft Forms ends each cell with ;',
    given: { 'Red, dark;': 4, 'Red, dark;Blue: light;': 3, 'Blue: light;': 2 },
    separator: ';',
    options: ['Red, dark', 'Blue: light'],
  },
  {
    what: 'a comma list keeps an option whose halves only come together',
    given: { 'a, b': 6, 'a, b, c': 5, c: 9, 'c, d': 4, d: 7 },
    separator: ',',
    options: ['a, b', 'c', 'd'],
  },
  {
    what: 'an open bracket and its end belong together, however seldom',
    given: { 'x, y (p, q)': 1, x: 8, z: 9, 'x, z': 7 },
    separator: ',',
    options: ['x', 'y (p, q)', 'z'],
  },
  {
    what: 'words typed in beside an option are taken off',
    given: { '会多┋其他〖我说┋两句〗': 1, '会多┋人少': 1 },
    separator: '┋',
    options: ['会多', '其他', '人少'],
  },
  {
    what: 'SurveyCake writes each option into a line of its own, also where two come together only',
    given: { '錢少、人少\n會多': 9, 事雜: 4, '會多\n事雜': 5, '錢少、人少\n會多\n事雜': 3 },
    separator: '\n',
    options: ['錢少、人少', '會多', '事雜'],
  },
  {
    what: 'lines that only ever come together are options all the same',
    given: {
      '甲\n乙': 9,
      '丙\n丁': 9,
      '丙\n戊': 5,
      '戊\n丁': 5,
      '甲\n乙\n丙\n丁': 1,
      '甲\n乙\n丁': 1,
    },
    separator: '\n',
    options: ['甲', '乙', '丙', '丁', '戊'],
  },
  {
    what: 'a ranking',
    given: { '甲→乙→丙': 3, '丙→甲→乙': 2, '乙→甲→丙': 4 },
    separator: '→',
    options: ['甲', '乙', '丙'],
  },
])('$what', ({ given, separator, options }) => {
  const found = findSeparator(cells(given as unknown as Record<string, number>), false);
  expect(found?.separator).toBe(separator);
  expect([...(found?.options ?? [])].sort()).toEqual([...options].sort());
});

test('options come in the order in which cells name them, not by how often', () => {
  const found = findSeparator(
    cells({ 'c;d': 9, 'a;c': 5, 'a;b': 4, 'b;c': 3, d: 50, 'b;d': 3 }),
    false,
  );
  expect(found?.options).toEqual(['a', 'b', 'c', 'd']);
});

test('texts typed in by one person each are counted, not listed', () => {
  const typed = Object.fromEntries(['u', 'v', 'w', 'x'].map((one) => [`a;other ${one}`, 1]));
  const found = findSeparator(cells({ 'a;b': 400, a: 300, b: 200, ...typed }), false);
  expect(found?.options).toEqual(['a', 'b']);
  expect(found?.rare).toBe(4);
});

test.each([
  { what: 'prose with commas', given: { '会多，事杂': 1, '人少，钱少，事多': 1, 没有问题: 9 } },
  {
    what: 'single options that hold a comma',
    given: { '$25,000 - $49,999': 186, '$50,000 - $99,999': 298, '$150,000+': 95 },
  },
  {
    what: 'prose of several lines',
    given: { '會多\n事雜': 1, '人少\n錢少\n事多': 1, 沒有問題: 9 },
  },
  { what: 'one option with a mark inside', given: { '忙于业务、顾不上党建': 60, 没有困难: 50 } },
])('$what is no list', ({ given }) => {
  expect(findSeparator(cells(given as unknown as Record<string, number>), false)).toBeNull();
});

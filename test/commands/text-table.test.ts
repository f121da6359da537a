import { expect, test } from '@jest/globals';
import { textTable } from '../../pipeline/commands/text-table.ts';

test('names stand left, figures right, and a Chinese character is two columns wide', () => {
  const rows = [
    ['', '读入', 'in'],
    ['行', '7', '12345'],
    ['characters', '120', '1'],
  ];
  expect(textTable(rows, '  ')).toEqual([
    '              读入     in',
    '  行             7  12345',
    '  characters   120      1',
  ]);
});

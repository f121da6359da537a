import { expect, test } from '@jest/globals';
import { AsideLists } from '../../pipeline/commands/aside-lists.ts';

test('entries are told apart by round and by file', () => {
  const lists = new AsideLists();
  const entry = (row: number) =>
    ({ row, column: 'q', reason: 'not-a-number', found: 'x' }) as const;
  lists.add('r1', 'a.csv', [entry(2), entry(3)]);
  lists.add('r1', 'b.csv', [entry(4)]);
  lists.add('r2', 'a.csv', [entry(5)]);
  lists.add('r1', 'a.csv', [entry(6)]);
  const rows = (round: string, file: string) => lists.of(round, file).entries.map(({ row }) => row);
  expect(rows('r1', 'a.csv')).toEqual([2, 3, 6]);
  expect(rows('r1', 'b.csv')).toEqual([4]);
  expect(rows('r2', 'a.csv')).toEqual([5]);
  expect(lists.of('r2', 'b.csv')).toEqual({ entries: [], counts: [], total: 0 });
  expect(lists.of('r1', 'a.csv').total).toBe(3);
});

import { expect, test } from '@jest/globals';
import { memoryLines } from '../../pipeline/messages/memory.ts';

const GB = 1e9;

test('nothing is said of tables that fit', () => {
  expect(memoryLines(30_000, 2 * GB, 'en')).toEqual([]);
});

test('tables that may not fit are told with the option that would do, in whole GiB', () => {
  const [line, ...others] = memoryLines(3_000_000, 4 * GB, 'en');
  expect(others).toEqual([]);
  expect(line).toContain('3000000 lines and may need 3.9 GB');
  expect(line).toContain('may take 4.0 GB');
  const option = Number(/--max-old-space-size=(\d+)/.exec(line!)![1]);
  expect(option % 1024).toBe(0);
  // With it, the same tables are not told of any more.
  expect(memoryLines(3_000_000, option * 2 ** 20, 'en')).toEqual([]);
});

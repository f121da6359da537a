/** Hashes by which answers are picked evenly. */
import { expect, test } from '@jest/globals';
import { hashOf, hashOfParts } from '../pipeline/hash.ts';

test('parts have the hash of the text that they would make with NUL between them', () => {
  for (const parts of [
    [''],
    ['', ''],
    ['第一轮', 'a.csv', '17', '经费不足𠮷'],
    ['a\u0000b', 'c'],
  ]) {
    expect(hashOfParts(parts)).toBe(hashOf(parts.join('\u0000')));
  }
  expect(hashOfParts(['a', 'b'])).not.toBe(hashOfParts(['ab']));
});

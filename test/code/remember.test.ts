import { expect, test } from '@jest/globals';
import { remember } from '../../pipeline/code/remember.ts';

test('a text met twice before is not worked out again', () => {
  const asked: string[] = [];
  const length = remember((text) => {
    asked.push(text);
    return text.length;
  });
  const texts = ['ab', 'abc', 'ab', 'abc', 'ab', 'abc', 'ab'];
  expect(texts.map(length)).toEqual([2, 3, 2, 3, 2, 3, 2]);
  expect(asked).toEqual(['ab', 'abc', 'ab', 'abc']);
});

test('what is remembered is bounded, and what is asked often stays', () => {
  const asked = new Map<string, number>();
  const own = remember((text) => {
    asked.set(text, (asked.get(text) ?? 0) + 1);
    return text;
  });
  for (let i = 0; i < 200_000; i++) {
    own(`text ${i}`);
    own(`text ${i}`);
    own('often');
  }
  // Now and then another text takes its place among those met, and it is met anew.
  expect(asked.get('often')).toBeLessThan(20);
  own('text 0');
  expect(asked.get('text 0')).toBe(3);
});

test('long texts are worked out each time', () => {
  let times = 0;
  const own = remember(() => ++times);
  const long = '长'.repeat(1000);
  expect([own(long), own(long)]).toEqual([1, 2]);
});

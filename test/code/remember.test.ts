import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

test('what is remembered of texts does not keep the chunks of a file that they were cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const middle = remember((text) => text.slice(2, -2));
  const before = heap();
  for (let i = 0; i < 50; i++) {
    const chunk = `${i}号单位党员活动经费长期没有保障，基层反映较多，建议上级关注`.padEnd(
      500_000,
      '长',
    );
    middle(chunk.slice(0, 30));
    middle(chunk.slice(0, 30));
  }
  // Fifty chunks hold 50 MB.
  expect(heap() - before).toBeLessThan(10_000_000);
  expect(middle('0号单位党员活动经费长期没有保障，基层反映较多，建议上级')).toContain('党员');
});

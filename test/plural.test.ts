import { expect, test } from '@jest/globals';
import { fillIn } from '../pipeline/chart/words.ts';
import { fill } from '../pipeline/messages/message.ts';
import { inEitherNumber, inNumber } from '../pipeline/plural.ts';

test('one is told in the singular, every other number in the plural', () => {
  const text = (n: unknown) => inNumber('{n} {n|round|rounds}', () => n);
  expect([text(1), text('1')]).toEqual(['{n} round', '{n} round']);
  expect([text(0), text(2), text('1,000'), text(undefined)]).toEqual(
    Array.from({ length: 4 }, () => '{n} rounds'),
  );
});

test('words in number may hold other values, and a value cannot bring such words along', () => {
  const text = '{n|{name} is|these {n} are} gone';
  expect(fill(text, { n: 1, name: '{n|a|b}' })).toBe('{n|a|b} is gone');
  expect(fillIn(text, { n: '3', name: 'x' })).toBe('these 3 are gone');
  expect(inEitherNumber(text)).toEqual(['{name} is gone', 'these {n} are gone']);
});

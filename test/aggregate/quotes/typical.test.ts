import { expect, test } from '@jest/globals';
import { byTypicality, isNear, type Weighed } from '../../../pipeline/aggregate/quotes/typical.ts';

const quote = (text: string, more: Partial<Weighed> = {}): Weighed => ({
  text,
  words: [...text.replace(/[，。]/g, '')],
  confidence: 0.9,
  isWhole: true,
  ...more,
});
const order = (...quotes: readonly Weighed[]) => byTypicality(quotes).map(({ text }) => text);

test('words that many share come before words that few use', () => {
  const common = [
    '支部的活动经费一直都不足',
    '支部的活动经费一直都不够',
    '支部的活动经费一直都短缺',
  ];
  const rare = '购置图书的专款年年落空了';
  const ranked = order(quote(rare), ...common.map((text) => quote(text)));
  expect(ranked.at(-1)).toBe(rare);
  expect(ranked).toHaveLength(4);
});

test('of the same words the surer, the whole answer, and the one of middle length come first', () => {
  const text = '支部的活动经费一直都不足';
  const unsure = quote(`${text}。`, { confidence: 0.5 });
  const clause = quote(`${text}，`, { isWhole: false });
  const sure = quote(text);
  expect(byTypicality([unsure, clause, sure])).toEqual([sure, clause, unsure]);
  const pair = ['经', '费'];
  expect(
    order(
      quote('经费不足', { words: pair }),
      quote('经费'.repeat(30), { words: pair }),
      quote('经费'.repeat(10), { words: pair }),
    ),
  ).toEqual(['经费'.repeat(10), '经费'.repeat(30), '经费不足']);
});

test('equals stay in the order in which they come', () => {
  const [a, b] = [quote('活动经费不足，'), quote('活动经费不足。')];
  expect(byTypicality([a, b])).toEqual([a, b]);
  expect(byTypicality([b, a])).toEqual([b, a]);
  expect(byTypicality([])).toEqual([]);
});

test.each([
  ['经费不足', '经费不足', true],
  ['经费不足', '我们这里经费不足希望解决', true], // all 3 pairs of the shorter
  ['经费不足', '经费充裕', false], // 1 of 3
  ['经费不足啊', '经费不多啊', false], // 经费, 费不: 2 of 4
])('%s and %s say much the same: %s', (first, second, near) => {
  expect(isNear([...first], [...second])).toBe(near);
  expect(isNear([...second], [...first])).toBe(near);
});

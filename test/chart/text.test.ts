import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clean, ems, wrap } from '../../pipeline/chart/text.ts';

test.each([
  ['规范化建设不足', 12, '规范化建设不足'],
  ['党务干部岗位吸引力弱', 9, '党务干部岗位\n吸引力弱'],
  ['各类问题的提及率，2026年三季度', 11, '各类问题的提及率，\n2026年三季度'],
  ['缺乏创新亮点不多', 6, '缺乏创新\n亮点不多'],
  ['考核（结果）办法', 4, '考核\n（结果）\n办法'],
  ['组织生活内容、方式单一', 9, '组织生活内容、\n方式单一'],
  ['Importance not recognised', 9, 'Importance\nnot recognised'],
])('%s in %d ems', (text, width, wrapped) => {
  expect(wrap(text, width)).toBe(wrapped);
});

test('breaking lines loses no letter and makes no line much too long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 4, max: 20 }),
      (text, width) => {
        const wrapped = wrap(text, width);
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of wrapped.split('\n'))
          expect(ems(line)).toBeLessThanOrEqual(width * 1.6 + 1);
      },
    ),
  );
});

test('a Chinese character is about twice as wide as a Latin letter', () => {
  expect(ems('党建')).toBe(2);
  expect(ems('abcd')).toBeCloseTo(2.2);
});

test.each([
  ['an escape character', 'a\u001b[31m', 'a\u241b[31m'],
  ['a null', 'a\u0000', 'a\u2400'],
  ['a line break', 'a\r\nb', 'a b'],
  ['half of a character', 'a\ud83d', 'a\u25a1'],
  ['a whole one', 'a\u{1f600}', 'a\u{1f600}'],
  ['a turn of direction', 'a\u202eb', 'ab'],
])('%s is shown as what it is', (_what, text, shown) => {
  expect(clean(text)).toBe(shown);
});

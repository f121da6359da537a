import { expect, test } from '@jest/globals';
import { quotedStretch } from '../../../pipeline/aggregate/quotes/stretch.ts';

function quoteOf(text: string, words: string, alone = true): string | null {
  const stretch = quotedStretch({ text, at: text.indexOf(words), alone });
  return stretch === null ? null : text.slice(stretch.start, stretch.end);
}

const LONG = '今年以来我们支部的工作总体上还是平稳推进的没有大的变化';

test.each([
  [
    'a short answer that states one problem is quoted whole',
    ' 经费不足，望解决。 ',
    true,
    '经费不足，望解决。',
  ],
  [
    'an answer of several problems is cut to the clause',
    '人手紧，经费不足，场地小',
    false,
    '经费不足',
  ],
  [
    'a long answer is cut to the clause',
    `${LONG}，${LONG}；活动经费不足。其他还好`,
    true,
    '活动经费不足',
  ],
  ['an answer of several lines is cut to the clause', '一是缺人\n二是经费不足\n', true, '经费不足'],
  ['a clause that is too long is not quoted', `${LONG}${LONG}经费不足${LONG}`, true, null],
  ['a clause that says too little is not quoted', '人少，缺经费，场地小', false, null],
  ['full width and traditional marks are borders too', '人少；經費不足！場地小', false, '經費不足'],
])('%s', (_, text, alone, quote) => {
  const words = ['经费', '經費'].find((one) => text.includes(one))!;
  expect(quoteOf(text, words, alone)).toBe(quote);
});

test('60 characters are quoted, whatever they take to store, and 61 are not', () => {
  const text = (length: number) => `经费不足${'𠮷'.repeat(length - 4)}`;
  expect(quoteOf(text(60), '经费')).toBe(text(60));
  expect(quoteOf(text(61), '经费')).toBeNull();
});

test('says whether the quote is all of the answer', () => {
  expect(quotedStretch({ text: '经费不足', at: 0, alone: true })?.isWhole).toBe(true);
  expect(quotedStretch({ text: '经费不足，缺人', at: 0, alone: false })?.isWhole).toBe(false);
});

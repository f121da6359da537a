import { expect, test } from '@jest/globals';
import { orderWords } from '../../../pipeline/read/guess/scale-words.ts';

// The order is that of the questionnaires such words are taken from.
test.each([
  { scale: '非常不满意 不满意 一般 满意 非常满意' },
  { scale: '非常不同意 比较不同意 一般 比较同意 非常同意' },
  { scale: '不重视 不太重视 一般 比较重视 非常重视' },
  { scale: '很差 较差 一般 较好 很好' },
  { scale: '从不 很少 有时 经常 总是' },
  { scale: '不了解 了解一些 非常了解' },
  { scale: 'D.不满意 C.一般 B.满意 A.非常满意' },
  { scale: 'Strongly disagree|Disagree|Neutral|Agree|Strongly agree' },
  { scale: 'Not at all important|Slightly important|Moderately important|Very important' },
  { scale: 'Poor|Fair|Good|Very good|Excellent' },
  { scale: 'very dissatisfied|dissatisfied|neither|satisfied|very satisfied' },
])('puts $scale into order, however the cells come', ({ scale }) => {
  const words = scale.split(scale.includes('|') ? '|' : ' ');
  expect(orderWords([...words].sort())?.points).toEqual(words);
  expect(orderWords([...words].reverse())?.points).toEqual(words);
});

test('words for "cannot say" are no point of the scale', () => {
  expect(orderWords(['满意', '说不清', '一般', '不满意'])).toEqual({
    points: ['不满意', '一般', '满意'],
    outside: ['说不清'],
  });
});

test.each([
  { why: 'sexes', words: ['男', '女', '其他'] },
  { why: 'yes and no', words: ['是', '否', '说不清'] },
  { why: 'age groups', words: ['20岁以下', '20-30岁', '30岁以上'] },
  { why: 'two points', words: ['满意', '不满意'] },
  { why: 'posts', words: ['普通党员', '支部书记', '支部委员'] },
  { why: 'two words of one degree', words: ['完全同意', '非常同意', '不同意', '一般'] },
  { why: 'two scales in one', words: ['很满意', '不重要', '一般'] },
])('does not make a scale of $why', ({ words }) => {
  expect(orderWords(words)).toBeNull();
});

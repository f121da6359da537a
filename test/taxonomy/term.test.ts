import { expect, test } from '@jest/globals';
import { isSoundTerm, parseTerm, termKeys } from '../../pipeline/taxonomy/term.ts';

test.each([
  ['经费不足', [['经费不足']]],
  [
    '没|没有|缺 + 經費|活动费',
    [
      ['没', '没有', '缺'],
      ['经费', '活动费'],
    ],
  ],
  ['甲＋乙 + 丙', [['甲'], ['乙'], ['丙']]],
  ['缺钱|没钱', [['缺钱', '没钱']]],
])('%s is read as its parts', (term, parts) => {
  expect(parseTerm(term)).toEqual(parts);
  expect(isSoundTerm(parseTerm(term))).toBe(true);
});

test.each(['', '+', '经费 +', '甲||乙', '甲 + 乙 + 丙 + 丁', '“”'])(
  '%j is no sound term',
  (term) => {
    expect(isSoundTerm(parseTerm(term))).toBe(false);
  },
);

test('the order of parts and alternatives makes no other term', () => {
  expect(termKeys(parseTerm('没|缺 + 经费'))).toEqual(termKeys(parseTerm('經費 + 缺|没')));
  expect(termKeys(parseTerm('缺钱|没钱'))).toEqual(['缺钱', '没钱']);
});

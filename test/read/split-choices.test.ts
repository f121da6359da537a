import { expect, test } from '@jest/globals';
import { splitChoices } from '../../pipeline/read/answers/split-choices.ts';

const HARD = ['A', 'A, B', 'B, C', 'x/y', 'p (q, r)', 'm┋n', '会议→材料'];
const OPTIONS = ['经费', '经费、阵地', '人手', 'Money, time', 'Money'];

test.each([
  { text: '经费┋人手', separator: null, options: [], known: ['经费', '人手'] },
  { text: '经费;人手;', separator: null, options: [], known: ['经费', '人手'] },
  { text: '经费、人手', separator: null, options: [], known: ['经费、人手'] },
  { text: '经费、人手', separator: '、', options: [], known: ['经费', '人手'] },
  { text: '经费、人手', separator: null, options: OPTIONS, known: ['经费', '人手'] },
  { text: '经费、阵地、人手', separator: null, options: OPTIONS, known: ['经费、阵地', '人手'] },
  {
    text: 'Money, time, Money',
    separator: null,
    options: OPTIONS,
    known: ['Money, time', 'Money'],
  },
  { text: '经费 人手', separator: ' ', options: OPTIONS, known: ['经费', '人手'] },
  { text: '经费，人手；', separator: null, options: OPTIONS, known: ['经费'], unknown: ['人手；'] },
  // Longest first from the left would leave C over.
  { text: 'A, B, C', separator: null, options: HARD, known: ['A', 'B, C'] },
  { text: 'A, B', separator: null, options: HARD, known: ['A, B'] },
  { text: 'p (q, r), x/y, A', separator: null, options: HARD, known: ['p (q, r)', 'x/y', 'A'] },
  { text: 'A┋m┋n┋x/y', separator: null, options: HARD, known: ['A', 'm┋n', 'x/y'] },
  { text: '会议→材料→A', separator: null, options: HARD, known: ['会议→材料', 'A'] },
  { text: '材料→会议', separator: '→', options: ['会议', '材料'], known: ['材料', '会议'] },
  { text: '会议→材料', separator: null, options: [], known: ['会议', '材料'] },
  { text: '经费不足', separator: null, options: OPTIONS, known: [], unknown: ['经费不足'] },
])('"$text" is $known', ({ text, separator, options, known, unknown = [] }) => {
  expect(splitChoices(text, separator, options)).toEqual({ known, unknown });
});

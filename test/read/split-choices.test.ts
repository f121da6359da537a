import { expect, test } from '@jest/globals';
import { splitChoices } from '../../pipeline/read/answers/split-choices.ts';

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
  { text: '经费不足', separator: null, options: OPTIONS, known: [], unknown: ['经费不足'] },
])('"$text" is $known', ({ text, separator, options, known, unknown = [] }) => {
  expect(splitChoices(text, separator, options)).toEqual({ known, unknown });
});

/** What of a text is explained by known pieces. */
import { expect, test } from '@jest/globals';
import { coverBy, UNKNOWN } from '../../../pipeline/protect/audit/coverage.ts';

/** The text with what is not explained in brackets. */
function told(text: string, pieces: readonly string[]): string {
  const { text: found, marks } = coverBy(pieces)(text);
  return [...found].map((one, i) => (marks[i] === UNKNOWN ? `[${one}]` : one)).join('');
}

test.each([
  [
    'pieces, figures and punctuation',
    '共 1,234 人，占 5.0%',
    ['共', '人', '占'],
    '共1,234人,占5.0%',
  ],
  ['a piece that a chart has broken into lines', '经费\n无保证', ['经费无保证'], '经费无保证'],
  ['another width and case', 'Ａ1 Funding', ['a1', 'FUNDING'], 'a1 funding'],
  ['the longer of two readings', '党建工作', ['党建', '党建工作', '工'], '党建工作'],
])('explains %s', (_, text, pieces, expected) => {
  expect(told(text, pieces)).toBe(expected);
});

test.each([
  ['letters of no piece', '经费被挪用', ['经费'], '经费[被][挪][用]'],
  ['parts of a word', 'minister', ['mini', 'in', 'ster'], '[m][i][n][i][s][t][e][r]'],
  ['a piece cut short', '经费无保', ['经费无保证'], '[经][费][无][保]'],
])('does not explain %s', (_, text, pieces, expected) => {
  expect(told(text, pieces)).toBe(expected);
});

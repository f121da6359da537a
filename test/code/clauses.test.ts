import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitClauses } from '../../pipeline/code/clauses.ts';
import { compileLexicon } from '../../pipeline/code/lexicon.ts';
import { normalise, textOf } from '../../pipeline/code/normalise.ts';
import { settleCues } from '../../pipeline/code/overlaps.ts';
import { taxonomyOf } from './tiny-taxonomy.ts';

const lexicon = compileLexicon(taxonomyOf([]));

function clausesOf(answer: string) {
  const normalised = normalise(answer);
  const cues = settleCues(lexicon.scan(normalised).cues, []);
  const { list } = splitClauses(normalised, cues);
  return list.map(({ start, end, kind }) => [textOf(normalised, start, end), kind]);
}

test.each([
  [
    '一是学习少，二是人手少',
    [
      ['学习少', 'number'],
      ['人手少', 'number'],
    ],
  ],
  [
    '一是学习少二是人手少',
    [
      ['学习少', 'number'],
      ['人手少', 'number'],
    ],
  ],
  [
    '1.学习少2、人手少(3)钱少④会多',
    [
      ['学习少', 'number'],
      ['人手少', 'number'],
      ['钱少', 'number'],
      ['会多', 'number'],
    ],
  ],
  [
    '第一，学习少；第二，人手少',
    [
      ['学习少', 'number'],
      ['人手少', 'number'],
    ],
  ],
  [
    '学习少\n人手少',
    [
      ['学习少', 'start'],
      ['人手少', 'stop'],
    ],
  ],
  [
    '学习少 人手少',
    [
      ['学习少', 'start'],
      ['人手少', 'space'],
    ],
  ],
  [
    '学习好，但是人手少',
    [
      ['学习好', 'start'],
      ['但是人手少', 'contrast'],
    ],
  ],
  [
    '学习好就是人手少',
    [
      ['学习好', 'start'],
      ['就是人手少', 'contrast'],
    ],
  ],
])('splits %s', (answer, clauses) => {
  expect(clausesOf(answer)).toEqual(clauses);
});

test.each([
  ['a decimal', '每年2.5万元'],
  ['a list', '经费、场地、人员不足'],
  ['a range of numbers', '只有2、3人'],
  ['a topic set off by a comma', '经费方面，不足'],
  ['a word that only holds a contrast word', '不但忙还过不了关'],
  ['a word that only looks like numbering', '统一是不可能的'],
  ['a post', '第一书记少'],
  ['blanks in Latin text', 'no time at all'],
])('does not split %s', (_, answer) => {
  expect(clausesOf(answer)).toHaveLength(1);
});

test('clauses are in order, apart from each other, and found by position', () => {
  const pieces = ['学习', '，', '。', '但是', '1.', '①', ' ', '、', '一是', 'a b', '\n', '('];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (words) => {
      const normalised = normalise(words.join(''));
      const cues = settleCues(lexicon.scan(normalised).cues, []);
      const clauses = splitClauses(normalised, cues);
      let last = 0;
      for (const [index, { start, end }] of clauses.list.entries()) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(start).toBeLessThan(end);
        for (let at = start; at < end; at++) expect(clauses.at(at)).toBe(index);
        last = end;
      }
    }),
  );
});

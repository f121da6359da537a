import { expect, test } from '@jest/globals';
import { trainCodes } from '../../pipeline/code/learn/train-codes.ts';
import type { Example } from '../../pipeline/taxonomy/taxonomy.ts';
import { problemEntry, taxonomyOf } from './tiny-taxonomy.ts';

const taxonomy = taxonomyOf([
  problemEntry('A1', ['缺钱'], { 'A1.1': ['没有专项经费'] }),
  problemEntry('A2', ['缺人']),
]);

/** Of every ten, five have A1.1, three A2 and two no code; all different. */
function examples(n: number, place: string): readonly Example[] {
  return Array.from({ length: n }, (_, i) => {
    const [text, code] =
      i % 10 < 5 ? ['没有专项经费', 'A1.1'] : i % 10 < 8 ? ['缺人手', 'A2'] : ['天气太热', 'OTHER'];
    return { text: `${place}${i}号：${text!}`, codes: [code!] };
  });
}

/** How a model is judged that learnt from so many examples and hand-coded answers. */
function judged(ofTaxonomy: number, byHand: number) {
  const trained = trainCodes(
    { ...taxonomy, examples: examples(ofTaxonomy, '例') },
    examples(byHand, '答'),
  );
  const { source, answers, codes } = trained!.model.quality;
  return { source, answers, support: codes.map((one) => [one.code, one.support]) };
}

test('judged by its examples; a problem is due through its sub-problems too', () => {
  expect(judged(120, 0)).toEqual({
    source: 'examples',
    answers: 120,
    support: [
      ['A1', 60],
      ['A2', 36],
      ['A1.1', 60],
    ],
  });
});

test('fewer than 100 hand-coded answers teach, but do not judge and leave no trace in counts', () => {
  expect(judged(120, 99)).toEqual(judged(120, 0));
});

test('from 100 hand-coded answers on they alone judge', () => {
  expect(judged(120, 100)).toEqual({
    source: 'hand-codes',
    answers: 100,
    support: [
      ['A1', 50],
      ['A2', 30],
      ['A1.1', 50],
    ],
  });
});

test.each([
  [99, 0],
  [60, 60],
])('%i examples and %i hand-coded answers are too few to judge by', (ofTaxonomy, byHand) => {
  expect(judged(ofTaxonomy, byHand)).toEqual({ source: 'examples', answers: 0, support: [] });
});

test('nothing is learnt where there is no example', () => {
  expect(trainCodes(taxonomy, [])).toBeNull();
});

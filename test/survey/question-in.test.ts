import { expect, test } from '@jest/globals';
import { isComparable, pointLabel, questionIn } from '../../pipeline/survey/question-in.ts';
import type { ScaleQuestion } from '../../pipeline/survey/survey.ts';
import { sameInAll } from '../../pipeline/survey/text.ts';
import { scaleQuestion } from '../support/survey.ts';

const scale: ScaleQuestion = {
  ...(scaleQuestion as ScaleQuestion),
  asked: ['r1', 'r2', 'r3'],
  labels: new Map([['5', sameInAll('best')]]),
  rounds: new Map([
    ['r2', { range: [1, 5], reverse: true, labels: new Map([['1', sameInAll('best')]]) }],
    ['r3', { range: [1, 10], reverse: false, labels: new Map() }],
  ]),
};

test('a round has its own range and labels, or none where it did not ask', () => {
  expect(questionIn(scale, 'r1')?.range).toEqual([1, 5]);
  expect(questionIn(scale, 'r3')?.range).toEqual([1, 10]);
  expect(questionIn(scale, 'r4')).toBeNull();
});

test('a point keeps its name where a round turned the scale round', () => {
  expect(pointLabel(scale, '5')?.en).toBe('best');
  expect(pointLabel(questionIn(scale, 'r2')!, '5')?.en).toBe('best');
  expect(pointLabel(questionIn(scale, 'r2')!, '1')).toBeUndefined();
});

test('rounds compare if both asked and the range is the same, turned round or not', () => {
  expect(isComparable(scale, 'r1', 'r2')).toBe(true);
  expect(isComparable(scale, 'r1', 'r3')).toBe(false);
  expect(isComparable(scale, 'r1', 'r4')).toBe(false);
});

import { expect, test } from '@jest/globals';
import {
  columnOf,
  frameOf,
  groupSum,
  joinOn,
  MAXIMUM_GROUPS,
  rowsOf,
  sortOn,
  stack,
} from '../../pipeline/aggregate/frame.ts';

const bad = (value: unknown) => value as number;

test.each([null, undefined, Number.NaN])(
  'refuses %p, which danfo would count as 0 in a mean',
  (value) => {
    expect(() => frameOf({ n: [1, bad(value)] })).toThrow('column n has no value in row 1');
  },
);

test('takes one whole key only, since danfo joins several with a hyphen', () => {
  const frame = frameOf({ key: ['A', 'A-B'], n: [1, 2] });
  expect(() => groupSum(frame, 'key', ['n'])).toThrow('key key must be whole, found A');
});

test('names a missing column, which danfo passes over', () => {
  const frame = frameOf({ key: [1], n: [1] });
  expect(() => columnOf(frame, 'm')).toThrow('no column m; there is key, n');
  expect(() => groupSum(frame, 'key', ['m'])).toThrow('no column m');
  expect(() => sortOn(frame, 'm')).toThrow('no column m');
  expect(() => joinOn(frame, frame, 'm')).toThrow('no column m');
});

test('gives groups in order of their number, not in the order of their text', () => {
  const frame = frameOf({ key: [10, 9, 100, 9], n: [1, 2, 4, 8] });
  expect(rowsOf(groupSum(frame, 'key', ['n']))).toEqual([
    { key: 9, n: 10 },
    { key: 10, n: 1 },
    { key: 100, n: 4 },
  ]);
});

test('keeps the order of the left rows in a join, which danfo shuffles', () => {
  const left = frameOf({ key: [3, 1, 2, 1], n: [30, 10, 20, 11] });
  const right = frameOf({ key: [1, 2, 3], base: [100, 200, 300] });
  expect(rowsOf(joinOn(left, right, 'key'))).toEqual([
    { key: 3, n: 30, base: 300 },
    { key: 1, n: 10, base: 100 },
    { key: 2, n: 20, base: 200 },
    { key: 1, n: 11, base: 100 },
  ]);
});

test('refuses a join that would lose or double rows', () => {
  const left = frameOf({ key: [1, 2], n: [1, 2] });
  expect(() => joinOn(left, frameOf({ key: [1], m: [1] }), 'key')).toThrow('no row with key 2');
  expect(() => joinOn(left, frameOf({ key: [1, 1, 2], m: [1, 2, 3] }), 'key')).toThrow(
    'key is not unique',
  );
  expect(() => joinOn(left, frameOf({ key: [1, 2], n: [1, 2] }), 'key')).toThrow(
    'both frames have a column n',
  );
});

test('has empty frames, on which danfo throws', () => {
  const empty = frameOf({ key: [], n: [] });
  expect(rowsOf(empty)).toEqual([]);
  expect(rowsOf(groupSum(empty, 'key', ['n']))).toEqual([]);
  expect(rowsOf(sortOn(empty, 'key'))).toEqual([]);
  expect(rowsOf(joinOn(empty, frameOf({ key: [1], m: [1] }), 'key'))).toEqual([]);
  expect(rowsOf(stack([empty, frameOf({ key: [1], n: [2] })]))).toEqual([{ key: 1, n: 2 }]);
});

test('refuses more groups than danfo can sum in a reasonable time', () => {
  const many = Array.from({ length: MAXIMUM_GROUPS + 1 }, (_, i) => i);
  expect(() => groupSum(frameOf({ key: many, n: many }), 'key', ['n'])).toThrow(
    '5001 groups in one frame',
  );
});

test('refuses columns of different length', () => {
  expect(() => frameOf({ key: [1, 2], n: [1] })).toThrow('column n has 1 rows instead of 2');
});

test('stacks frames in order and refuses other columns', () => {
  const [a, b] = [frameOf({ key: [2], n: [1] }), frameOf({ key: [1], n: [3] })];
  expect(rowsOf(stack([a, b]))).toEqual([
    { key: 2, n: 1 },
    { key: 1, n: 3 },
  ]);
  expect(() => stack([a, frameOf({ key: [1], m: [3] })])).toThrow('cannot stack');
});

/** Sums and bounds by number, in long lists. */
import { expect, test } from '@jest/globals';
import {
  amountOf,
  amountsOf,
  listsWith,
  TieMaker,
  type Ties,
} from '../../pipeline/protect/attack/ties.ts';
import { atMost, equal, NO_COUNT, type Relation } from '../../pipeline/protect/counts/relation.ts';

const NAMES = ['a', 'b', 'c', 'd'];

function made(...relations: readonly Relation[]): Ties {
  const maker = new TieMaker(new Map(NAMES.map((name, i) => [name, i])));
  for (const one of relations) maker.add(one);
  return maker.made();
}

function listed(ties: Ties): readonly (readonly (readonly [number, number])[])[] {
  return Array.from({ length: ties.length }, (_, i) => {
    const { at, times } = ties.tie(i);
    return [...at].map((cell, k) => [cell, times[k]!] as const);
  });
}

test('what stands on the right is taken off, whether it is named or numbered', () => {
  const expected = [
    [
      [0, 1],
      [1, -1],
      [2, -1],
    ],
  ];
  expect(listed(made(equal(['a'], ['b', 'c'])))).toEqual(expected);
  expect(listed(made(equal([0], [1, 'c'])))).toEqual(expected);
});

test('a count that is named again is counted again, and one that comes to nothing is left out', () => {
  expect(listed(made(atMost(['a', 'b', 0], ['c'])))).toEqual([
    [
      [0, 2],
      [1, 1],
      [2, -1],
    ],
  ]);
  expect(listed(made(atMost(['a', 'b'], ['a', 'd'])))).toEqual([
    [
      [1, 1],
      [3, -1],
    ],
  ]);
});

test('a tie of the same counts as the one before is a tie of its own', () => {
  const [first, second] = listed(made(atMost(['a'], ['b']), atMost(['b'], ['a'])));
  expect([first, second]).toEqual([
    [
      [0, 1],
      [1, -1],
    ],
    [
      [1, 1],
      [0, -1],
    ],
  ]);
});

test('what is not published is 0, and nothing is tied where fewer than two are left', () => {
  const ties = made(
    atMost(['a'], ['nobody']),
    atMost([NO_COUNT], ['b']),
    atMost(['a'], ['a']),
    equal(['b'], ['c', 'nobody']),
  );
  expect(listed(ties)).toEqual([
    [
      [1, 1],
      [2, -1],
    ],
  ]);
});

test('counts are taken as many times as a relation says', () => {
  const ties = made({ left: ['a', 'b'], right: ['c'], times: [0, 3, 2], is: 'zero' });
  expect(listed(ties)).toEqual([
    [
      [1, 3],
      [2, -2],
    ],
  ]);
  // 3 × 4 − 2 × 5
  expect(amountOf(ties, 0, Float64Array.of(9, 4, 5, 9))).toBe(2);
});

test('of more ties than there was room for at first none is lost', () => {
  const many = Array.from({ length: 1000 }, (_, i) =>
    atMost([i % 2 === 0 ? 'a' : 'b'], ['c', 'd']),
  );
  const ties = made(...many);
  expect(ties.length).toBe(1000);
  const amounts = amountsOf(ties, Float64Array.of(1, 10, 3, 4));
  expect(amounts.filter((one) => one === -6)).toHaveLength(500);
  expect(amounts.filter((one) => one === 3)).toHaveLength(500);
});

test('each count knows the ties that it stands in, and where', () => {
  const ties = made(equal(['a'], ['b', 'c']), atMost(['d'], ['c']));
  const { lists, places } = listsWith(ties, NAMES.length);
  const found = NAMES.map((_, cell) => [...lists.of(cell)]);
  expect(found).toEqual([[0], [0], [0, 1], [1]]);
  expect([...places].map((k) => ties.items[k])).toEqual([0, 1, 2, 2, 3]);
  expect([lists.has(2, 1), lists.has(0, 1)]).toEqual([true, false]);
});

test('only two counts of which one is taken off say that they are equal', () => {
  const ties = made(equal(['a'], ['b']), equal(['a', 'b'], []), equal(['a'], ['b', 'c']));
  expect([0, 1, 2].map((i) => ties.isEquality(i))).toEqual([true, false, false]);
});

test('a number that no count has is no count', () => {
  expect(() => made(atMost([4], ['a']))).toThrow(RangeError);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CountCell,
  isPrimary,
  type Relation,
  suppress,
} from '../../pipeline/protect/suppress.ts';

const cell = (n: number, more: Partial<CountCell> = {}): CountCell => ({
  n,
  primary: false,
  dependents: [],
  fixed: false,
  ...more,
});
const sumOf = (total: string, ...parts: string[]): Relation => ({
  first: [],
  last: [total],
  members: [total, ...parts],
});

test.each([
  { what: 'a small count', n: 4, base: 50, hidden: true },
  { what: 'the threshold itself', n: 5, base: 50, hidden: false },
  { what: 'nobody', n: 0, base: 50, hidden: false },
  { what: 'nobody of a small base', n: 0, base: 4, hidden: true },
  { what: 'all but four', n: 46, base: 50, hidden: true },
  { what: 'all but five', n: 45, base: 50, hidden: false },
  { what: 'everybody', n: 50, base: 50, hidden: true },
])('with minimum 5, $what ($n of $base) is hidden: $hidden', ({ n, base, hidden }) => {
  expect(isPrimary(n, base, 5)).toBe(hidden);
});

test('hides the next smallest part where a sum would give one away', () => {
  const cells = new Map([
    ['all', cell(60)],
    ['a', cell(3, { primary: true })],
    ['b', cell(17)],
    ['c', cell(40)],
    ['d', cell(0)],
  ]);
  expect([...suppress(cells, [sumOf('all', 'a', 'b', 'c', 'd')])]).toEqual(['a', 'b']);
});

test('hides the total where there is no other part', () => {
  const cells = new Map([
    ['all', cell(3)],
    ['a', cell(3, { primary: true })],
  ]);
  expect([...suppress(cells, [sumOf('all', 'a')])].sort()).toEqual(['a', 'all']);
});

test('follows a hidden cell through every sum it stands in', () => {
  const cells = new Map([
    ['all', cell(100)],
    ['x', cell(40)],
    ['y', cell(60)],
    ['x1', cell(2, { primary: true })],
    ['x2', cell(38)],
    ['y1', cell(30)],
    ['y2', cell(30)],
  ]);
  const relations = [
    sumOf('all', 'x', 'y'),
    sumOf('x', 'x1', 'x2'),
    sumOf('y', 'y1', 'y2'),
    sumOf('all', 'x1', 'x2', 'y1', 'y2'),
  ];
  expect([...suppress(cells, relations)].sort()).toEqual(['x1', 'x2']);
});

test('hides what stands over a hidden base', () => {
  const cells = new Map([
    ['base', cell(3, { primary: true, dependents: ['n'] })],
    ['n', cell(0)],
    ['other base', cell(20)],
    ['all', cell(23)],
  ]);
  expect(suppress(cells, [sumOf('all', 'base', 'other base')])).toEqual(
    new Set(['base', 'n', 'other base']),
  );
});

test('never chooses a fixed figure', () => {
  const cells = new Map([
    ['used', cell(50, { fixed: true })],
    ['coded', cell(30)],
    ['empty', cell(2, { primary: true })],
    ['uncoded', cell(18)],
  ]);
  expect(suppress(cells, [sumOf('used', 'coded', 'empty', 'uncoded')])).toEqual(
    new Set(['empty', 'uncoded']),
  );
});

test('no sum is left with exactly one hidden member, whatever the tree', () => {
  const tree = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(tree, fc.integer({ min: 2, max: 10 }), (types, minimum) => {
      const cells = new Map<string, CountCell>();
      const relations: Relation[] = [];
      const add = (name: string, n: number) =>
        cells.set(name, cell(n, { primary: n > 0 && n < minimum }));
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      types.forEach((units, t) => {
        units.forEach((n, u) => {
          add(`${t}/${u}`, n);
        });
        add(`${t}`, sum(units));
        relations.push(sumOf(`${t}`, ...units.map((_, u) => `${t}/${u}`)));
      });
      add('all', sum(types.map(sum)));
      relations.push(sumOf('all', ...types.map((_, t) => `${t}`)));
      relations.push(
        sumOf('all', ...types.flatMap((units, t) => units.map((_, u) => `${t}/${u}`))),
      );
      const hidden = suppress(cells, relations);
      for (const [name, one] of cells) if (one.primary) expect(hidden).toContain(name);
      for (const { members } of relations)
        expect(members.filter((name) => hidden.has(name))).not.toHaveLength(1);
    }),
  );
});

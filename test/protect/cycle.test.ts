/** Ways round a grid, against every change that leaves its margins as they are. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cycleThrough } from '../../pipeline/protect/suppress/cycle.ts';
import type { Grid } from '../../pipeline/protect/suppress/grids.ts';

const [LINES, COLUMNS] = [3, 3];

/** Three lines of three counts, of which each is there or not, hidden or not, and perhaps 0. */
const grids = fc.record({
  wholes: fc.constantFrom(0, 1),
  states: fc.array(fc.constantFrom('some', 'some', 'none', 'shown'), {
    ...{ minLength: LINES * COLUMNS, maxLength: LINES * COLUMNS },
  }),
  by: fc.constantFrom(1 as const, -1 as const),
});

function gridOf(wholes: number): Grid {
  const values = ['a', 'b', 'c'];
  return {
    ...{ values, wholes, lineOf: new Map(values.map((value, i) => [value, i])) },
    lines: values.map((_, line) => [0, 1, 2].map((column) => line * COLUMNS + column)),
  };
}

/** Whether the whole of each line is the sum of its parts as before, and each column what it was. */
function keepsMargins(changes: readonly number[], wholes: number): boolean {
  const signed = changes.map((change, i) => (i % COLUMNS < wholes ? -change : change));
  return [0, 1, 2].every((k) => {
    const line = signed.filter((_, i) => Math.floor(i / COLUMNS) === k);
    const column = changes.filter((_, i) => i % COLUMNS === k);
    return [line, column].every((some) => some.reduce((sum, one) => sum + one, 0) === 0);
  });
}

/** Every way to change nine counts by at most one each. */
const EVERY = Array.from({ length: 3 ** (LINES * COLUMNS) }, (_, number) =>
  Array.from({ length: LINES * COLUMNS }, (_, i) => (Math.floor(number / 3 ** i) % 3) - 1),
).filter((changes) => changes.some((change) => change !== 0));
const EVERY_BY_WHOLES = [0, 1].map((wholes) =>
  EVERY.filter((changes) => keepsMargins(changes, wholes)),
);

test('a way round is found where counts can change, and leaves every margin as it is', () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(grids, ({ wholes, states, by }) => {
      const canMove = (cell: number, change: number) =>
        states[cell] === 'some' || (states[cell] === 'none' && change > 0);
      const steps = cycleThrough(gridOf(wholes), 0, 0, by, canMove);
      const changes = Array.from({ length: LINES * COLUMNS }, (_, cell) =>
        (steps ?? []).reduce((sum, one) => sum + (one.cell === cell ? one.by : 0), 0),
      );
      const possible = EVERY_BY_WHOLES[wholes]!.filter(
        (some) => some[0] === by && some.every((change, i) => change === 0 || canMove(i, change)),
      );
      expect(steps !== null).toBe(possible.length > 0);
      if (steps === null) return;
      expect(possible).toContainEqual(changes);
      // None changes fewer counts.
      expect(steps).toHaveLength(Math.min(...possible.map((some) => some.filter(Boolean).length)));
      lengths.add(steps.length);
    }),
    { numRuns: 500, seed: 7 },
  );
  expect([...lengths].sort()).toEqual([4, 6]);
});

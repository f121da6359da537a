/** Linear programs that the solver does not get to the end of in the way that is fastest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openModel, type Row } from '../../pipeline/protect/attack/linear.ts';

/**
 * Met by chance, once in millions: sums and bounds of a survey's hidden counts, and two ends to which
 * they are driven one after the other. The solver gives the second up unless it is shaken.
 */
const hard: {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Variables, times, the least (null: none) and the most. */
  readonly rows: readonly (readonly [number[], number[], number | null, number])[];
  readonly drives: readonly (readonly (readonly [variable: number, weight: number])[])[];
} = JSON.parse(readFileSync(join(import.meta.dirname, 'hard-program.json'), 'utf8'));

const rows = hard.rows.map(([at, by, low, high]): Row => ({ at, by, low: low ?? -Infinity, high }));
const open = () => openModel(Float64Array.from(hard.lower), Float64Array.from(hard.upper), rows);
const [first, second] = hard.drives.map((weights) => new Map(weights)) as [
  Map<number, number>,
  Map<number, number>,
];

function reached(weights: ReadonlyMap<number, number>, values: Float64Array): number {
  return [...weights].reduce((sum, [variable, weight]) => sum + weight * values[variable]!, 0);
}

test('where the solver comes to no end it solves afresh, with the end that it would have found', () => {
  const model = open();
  expect(model.drive(first)).not.toBeNull();
  const { values } = model.drive(second)!;
  // From the start the same end is found without any trouble.
  const alone = open();
  expect(reached(second, values)).toBeCloseTo(reached(second, alone.drive(second)!.values), 6);
  for (const { at, by, low, high } of rows) {
    const sum = at.reduce((all, one, j) => all + by[j]! * values[one]!, 0);
    expect(sum).toBeLessThanOrEqual(high + 1e-6);
    expect(sum).toBeGreaterThanOrEqual(low - 1e-6);
  }
  // The ways tried for one end are not taken for the next.
  expect(reached(first, model.drive(first)!.values)).toBeCloseTo(
    reached(first, alone.drive(first)!.values),
    6,
  );
  for (const one of [model, alone]) one.dispose();
});

test('where nothing ties variables together each comes to the end that the solver finds too', () => {
  const [lower, upper] = [Float64Array.of(1, 0, 2, 3), Float64Array.of(4, 7, 9, 3)];
  const weights = new Map([
    [0, 1],
    [2, -2],
    [3, 1],
  ]);
  const idle: Row = { at: [0, 2], by: [1, 1], low: -Infinity, high: 1000 };
  const models = [openModel(lower, upper, []), openModel(lower, upper, [idle])];
  const [alone, solved] = models.map((one) => one.drive(weights)!);
  expect([...alone!.values]).toEqual([4, 0, 2, 3]);
  expect([...alone!.prices]).toEqual([-1, 0, 2, -1]);
  for (const variable of weights.keys()) {
    expect(solved!.values[variable]).toBeCloseTo(alone!.values[variable]!, 9);
    expect(solved!.prices[variable]).toBeCloseTo(alone!.prices[variable]!, 9);
  }
  for (const one of models) one.dispose();
});

test('of one end nothing is left when the next is asked for', () => {
  const row: Row = { at: [0, 1], by: [1, 1], low: -Infinity, high: 10 };
  const model = openModel(Float64Array.of(0, 0, 0), Float64Array.of(8, 8, 8), [row]);
  expect([...model.drive(new Map([[0, 1]]))!.values.subarray(0, 2)]).toEqual([8, 0]);
  expect(model.drive(new Map([[2, 1]]))!.values[2]).toBe(8);
  expect(model.drive(new Map([[1, 1]]))!.values[1]).toBe(8);
  // Aims of both kinds, where the one before was of one alone.
  const apart = model.drive(
    new Map([
      [0, -1],
      [1, 1],
    ]),
  )!.values;
  expect(apart[0]! - apart[1]!).toBe(-8);
  model.dispose();
});

test('where no variable can have a value there is no solution, with rows and without', () => {
  const [lower, upper] = [Float64Array.of(0, 5), Float64Array.of(9, 3)];
  const idle: Row = { at: [0, 1], by: [1, 1], low: -Infinity, high: 1000 };
  for (const rows of [[], [idle]]) {
    const model = openModel(lower, upper, rows);
    expect(model.drive(new Map([[0, 1]]))).toBeNull();
    model.dispose();
  }
});

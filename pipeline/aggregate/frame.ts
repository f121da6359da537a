/**
 * danfo data frames behind guards; the only way to danfojs-node (`load-danfo.ts`).
 *
 * Each guard answers a fault of danfojs 1.2.0 (see test/aggregate/frame.test.ts): a null counts as
 * 0 in means; several group keys are joined with `-`, so that ("A", "B-C") and ("A-B", "C") become
 * one; a missing column raises nothing; numeric-like keys are reordered; a left merge reorders
 * rows; empty frames throw; and group-by time is worse than quadratic in the number of groups.
 */
import type { DataFrame } from 'danfojs-node';
import { rowMaker } from '../row.ts';
import { danfo } from './load-danfo.ts';

/** More groups than this make danfo's group-by too slow to use. */
export const MAXIMUM_GROUPS = 5000;

type Value = number | string;

/** A table of equally long columns without missing values. */
export interface Frame {
  readonly columns: readonly string[];
  readonly length: number;
  /** null where there are no rows: danfo cannot hold them. */
  readonly data: DataFrame | null;
}

/**
 * Makes a frame.
 *
 * @throws RangeError if columns differ in length or hold null, undefined or NaN
 * @example frameOf({ key: [0, 1], n: [3, 4] })
 */
export function frameOf(columns: Readonly<Record<string, readonly Value[]>>): Frame {
  const names = Object.keys(columns);
  const length = columns[names[0] ?? '']?.length ?? 0;
  for (const [name, values] of Object.entries(columns)) {
    if (values.length !== length) {
      throw new RangeError(`column ${name} has ${values.length} rows instead of ${length}`);
    }
    const bad = values.findIndex((one) => one === null || one === undefined || Number.isNaN(one));
    if (bad >= 0) throw new RangeError(`column ${name} has no value in row ${bad}`);
  }
  const data = length === 0 ? null : new danfo.DataFrame(columns);
  return { columns: names, length, data };
}

/** The values of a column. @throws RangeError if there is no such column */
export function columnOf<T extends Value>(frame: Frame, name: string): readonly T[] {
  requireColumns(frame, [name]);
  return frame.data === null ? [] : (frame.data.column(name).values as T[]);
}

/**
 * Sums of `columns` over the rows with the same `key`, in ascending order of the key.
 *
 * @param key a column of whole numbers
 * @throws RangeError for a missing column, a key that is not whole, or too many groups
 */
export function groupSum(frame: Frame, key: string, columns: readonly string[]): Frame {
  requireColumns(frame, [key, ...columns]);
  if (frame.data === null) return { columns: [key, ...columns], length: 0, data: null };
  const groups = new Set(requireWhole(frame, key)).size;
  if (groups > MAXIMUM_GROUPS) {
    throw new RangeError(`${groups} groups in one frame; at most ${MAXIMUM_GROUPS} can be summed`);
  }
  const summed = frame.data
    .groupby([key])
    .agg(Object.fromEntries(columns.map((one) => [one, 'sum'])));
  const renamed = summed.rename(Object.fromEntries(columns.map((one) => [`${one}_sum`, one])));
  return sortOn(wrap(renamed), key);
}

/**
 * Each row of `left` with the columns of the row of `right` that has the same `key`; rows stay in
 * the order of `left`.
 *
 * @throws RangeError if a key of `left` is absent from `right`, or stands there twice
 */
export function joinOn(left: Frame, right: Frame, key: string): Frame {
  const keys = requireWhole(right, key);
  const known = new Set(keys);
  if (known.size !== keys.length) throw new RangeError(`${key} is not unique in the frame joined`);
  const absent = requireWhole(left, key).find((one) => !known.has(one));
  if (absent !== undefined)
    throw new RangeError(`no row with ${key} ${absent} in the frame joined`);
  const both = left.columns.filter((one) => one !== key && right.columns.includes(one));
  if (both.length > 0) throw new RangeError(`both frames have a column ${both[0]}`);
  if (left.data === null || right.data === null) {
    return { columns: [...new Set([...left.columns, ...right.columns])], length: 0, data: null };
  }
  const numbered = left.data.addColumn(POSITION, [...Array(left.length).keys()]);
  const merged = danfo.merge({ left: numbered, right: right.data, on: [key], how: 'left' });
  const sorted = sortOn(wrap(merged), POSITION);
  return wrap(sorted.data!.drop({ columns: [POSITION] }));
}

/** Rows in ascending order of a column of distinct or equal whole numbers. */
export function sortOn(frame: Frame, key: string): Frame {
  const keys = requireWhole(frame, key);
  const isSorted = keys.every((one, i) => i === 0 || keys[i - 1]! <= one);
  if (frame.data === null || isSorted) return frame;
  return wrap(frame.data.sortValues(key, { ascending: true }).resetIndex());
}

/** Frames with the same columns, one after the other. */
export function stack(frames: readonly Frame[]): Frame {
  const first = frames[0];
  if (first === undefined) throw new RangeError('no frames to stack');
  for (const frame of frames) {
    if (frame.columns.join() !== first.columns.join()) {
      throw new RangeError(`cannot stack columns ${frame.columns} under ${first.columns}`);
    }
  }
  const filled = frames.flatMap((frame) => (frame.data === null ? [] : [frame.data]));
  if (filled.length === 0) return first;
  if (filled.length === 1) return wrap(filled[0]!);
  return wrap((danfo.concat({ dfList: filled, axis: 0 }) as DataFrame).resetIndex());
}

/** The rows as objects, in order. */
export function rowsOf(frame: Frame): readonly Readonly<Record<string, Value>>[] {
  if (frame.data === null) return [];
  const row = rowMaker<Value>(frame.columns);
  return (frame.data.values as Value[][]).map((cells) => row((column) => cells[column]!));
}

const POSITION = ' position';

function wrap(data: DataFrame): Frame {
  return { columns: data.columns, length: data.shape[0] ?? 0, data };
}

function requireColumns(frame: Frame, names: readonly string[]): void {
  for (const name of names) {
    if (!frame.columns.includes(name)) {
      throw new RangeError(`no column ${name}; there is ${frame.columns.join(', ')}`);
    }
  }
}

function requireWhole(frame: Frame, key: string): readonly number[] {
  const values = columnOf<number>(frame, key);
  const bad = values.find((one) => !Number.isInteger(one));
  if (bad !== undefined) throw new RangeError(`key ${key} must be whole, found ${bad}`);
  return values;
}

/** Examples as rows of features, and the vocabulary they make. */

import { gramsOf } from '../grams.ts';
import { gramValue, RULE_VALUE } from '../model.ts';
import type { Statement } from '../statements.ts';

/** Features of an example or a statement of it: hashes of its clauses' grams, rows of its rules. */
export interface Sample {
  readonly hashes: readonly number[];
  readonly rules: readonly number[];
}

/** An example with its statements, where it has several. */
export interface ReadExample extends Sample {
  /** The folded text. */
  readonly key: string;
  readonly statements: readonly Sample[];
}

/**
 * Examples × features, sparse: row i has the features `columns[starts[i] … starts[i+1])`. After
 * the examples come the rows of their statements.
 */
export interface Matrix {
  /** Rows that are whole examples. */
  readonly examples: number;
  /** Per example its first row of statements; one more at the end. */
  readonly statements: Int32Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** Columns in all: rules, then grams. */
  readonly width: number;
  /** Hash of the gram of column `rules + i`, rising. */
  readonly grams: Uint32Array;
}

/** From as many examples on, grams that stand in one only, in one or two, are left out. */
const MANY = 500;
const VERY_MANY = 3000;

export function sampleOf({ clauses, rules }: Statement): Sample {
  return { hashes: clauses.flatMap(({ text }) => gramsOf(text).hashes), rules };
}

export function buildMatrix(examples: readonly ReadExample[], rules: number): Matrix {
  const grams = vocabulary(examples);
  const samples: readonly Sample[] = [...examples, ...examples.flatMap((one) => one.statements)];
  const statements = new Int32Array(examples.length + 1);
  statements[0] = examples.length;
  examples.forEach((one, i) => {
    statements[i + 1] = statements[i]! + one.statements.length;
  });
  const rowOf = new Map(Array.from(grams, (hash, i) => [hash, rules + i]));
  const starts = new Int32Array(samples.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  samples.forEach((sample, i) => {
    const known = sample.hashes.flatMap((hash) => rowOf.get(hash) ?? []);
    const value = gramValue(known.length);
    for (const row of sample.rules) add(row, RULE_VALUE);
    for (const [row, times] of tally(known)) add(row, times * value);
    starts[i + 1] = columns.length;
  });
  return {
    examples: examples.length,
    statements,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    width: rules + grams.length,
    grams,
  };

  function add(column: number, value: number): void {
    columns.push(column);
    values.push(value);
  }
}

function tally(rows: readonly number[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const row of rows) times.set(row, (times.get(row) ?? 0) + 1);
  return times;
}

function vocabulary(samples: readonly Sample[]): Uint32Array {
  const least = samples.length >= VERY_MANY ? 3 : samples.length >= MANY ? 2 : 1;
  const counts = new Map<number, number>();
  for (const { hashes } of samples) {
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= least).map(([hash]) => hash);
  return Uint32Array.from(frequent).sort();
}

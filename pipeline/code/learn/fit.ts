/** Models from a matrix of examples: one separator a label, weights cut to 8 bits. */

import { fnv1a } from '../../hash.ts';
import { type Model, STATEMENT_HANDICAP, UNKNOWN_SCORE } from '../model.ts';
import type { Matrix } from './matrix.ts';
import { separate } from './separate.ts';

/** What is to be learnt: for each label which examples have it. */
export interface Task {
  readonly matrix: Matrix;
  readonly labels: readonly string[];
  /** Rules among the columns. */
  readonly rules: number;
  /** Per label one flag an example. */
  readonly positive: readonly Uint8Array[];
  /** Per label the weights that hold where no example speaks. */
  readonly prior: readonly Float64Array[];
}

const FOLDS = 5;

/** Trains on all examples. */
export function fitModel(task: Task): Model {
  const { matrix, labels, rules } = task;
  const rows = matrix.width;
  const all = Int32Array.from({ length: matrix.examples }, (_, i) => i);
  const weights = new Int8Array(rows * labels.length);
  const scale = new Float64Array(labels.length);
  labels.forEach((_, label) => {
    const own = separate(matrix, task.positive[label]!, all, task.prior[label]!, UNKNOWN_SCORE);
    let most = 0;
    for (let row = 0; row < rows; row++) most = Math.max(most, Math.abs(own[row]!));
    scale[label] = most === 0 ? 1 : most / 127;
    for (let row = 0; row < rows; row++) {
      weights[row * labels.length + label] = Math.round(own[row]! / scale[label]!);
    }
  });
  return { labels, rules, grams: matrix.grams, weights, scale };
}

/** Scores of examples by models that did not see them. */
export interface HeldOut {
  /** Per example the scores of all labels. */
  readonly scores: readonly Float64Array[];
  /** Per example the part it was left out with. */
  readonly fold: Uint8Array;
}

/**
 * Cross-validation in five parts.
 *
 * @param keys one text an example; equal ones are left out together
 */
export function holdOut(task: Task, keys: readonly string[]): HeldOut {
  const { matrix, labels } = task;
  const fold = Uint8Array.from(keys, (key) => foldOf(key));
  const scores = keys.map(() => new Float64Array(labels.length));
  for (let part = 0; part < FOLDS; part++) {
    const rest = Int32Array.from(keys.keys()).filter((row) => fold[row] !== part);
    labels.forEach((_, label) => {
      const weights = separate(
        matrix,
        task.positive[label]!,
        rest,
        task.prior[label]!,
        UNKNOWN_SCORE,
      );
      for (let row = 0; row < keys.length; row++) {
        if (fold[row] === part) scores[row]![label] = bestOf(matrix, weights, row);
      }
    });
  }
  return { scores, fold };
}

/** The parts of cross-validation. */
export const PARTS: readonly number[] = Array.from({ length: FOLDS }, (_, i) => i);

/** The score of an example or, a little lower, of its best statement. */
function bestOf(matrix: Matrix, weights: Float64Array, row: number): number {
  let best = scoreOf(matrix, weights, row);
  for (let at = matrix.statements[row]!; at < matrix.statements[row + 1]!; at++) {
    best = Math.max(best, scoreOf(matrix, weights, at) - STATEMENT_HANDICAP);
  }
  return best;
}

function scoreOf({ starts, columns, values }: Matrix, weights: Float64Array, row: number): number {
  let score = UNKNOWN_SCORE;
  for (let i = starts[row]!; i < starts[row + 1]!; i++) score += weights[columns[i]!]! * values[i]!;
  return score;
}

/** A part by the text alone, so that an example more leaves the others where they are. */
function foldOf(key: string): number {
  return (fnv1a(key) >>> 0) % FOLDS;
}

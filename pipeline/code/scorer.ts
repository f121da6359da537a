/**
 * Scores of answers by a linear model.
 *
 * Sums of weights are made clause by clause, as the same clause is said by many, and added up for
 * a statement and for the whole answer. Of an answer in several statements each label has its best
 * score, of the whole or of one statement.
 */

import { gramsOf, NO_HASH } from './grams.ts';
import { gramValue, type Model, RULE_VALUE, STATEMENT_HANDICAP, UNKNOWN_SCORE } from './model.ts';
import type { Piece, PieceSums } from './pieces.ts';
import type { Statement } from './statements.ts';

/** Scores answers by one model; it has working memory of its own. */
export interface Scorer {
  /**
   * The scores of all labels; overwritten by the next answer.
   *
   * @param statements all of the answer
   * @param rules rows of the rules that hold for the whole of it
   */
  score(statements: readonly Statement[], rules: readonly number[]): Float64Array;
  sumsOf(clause: Piece): PieceSums;
  /** What each gram of `gramsOf(clause)` adds to a label. */
  weightsIn(clause: string, label: number): readonly number[];
}

/** @param place of this model among those that score the same pieces */
export function createScorer(model: Model, place: number): Scorer {
  const { labels, weights, scale } = model;
  const count = labels.length;
  const rowOf = rowTable(model.grams, model.rules);
  const scores = new Float64Array(count);
  const whole = new Int32Array(count);
  const own = new Int32Array(count);
  const ofRules = new Int32Array(count);

  return {
    score(statements, rules) {
      scores.fill(Number.NEGATIVE_INFINITY);
      whole.fill(0);
      let known = 0;
      if (statements.length === 1) known = addUp(statements[0]!.clauses, whole);
      else {
        for (const statement of statements) {
          own.fill(0);
          const inStatement = addUp(statement.clauses, own);
          raiseTo(own, inStatement, statement.rules, STATEMENT_HANDICAP);
          addSums(own, whole);
          known += inStatement;
        }
      }
      raiseTo(whole, known, rules, 0);
      return scores;
    },
    sumsOf,
    weightsIn: (clause, label) =>
      gramsOf(clause).hashes.map((hash) => {
        const row = rowOf(hash);
        return row < 0 ? 0 : weights[row * count + label]!;
      }),
  };

  function sumsOf(piece: Piece): PieceSums {
    const known = piece.sums[place];
    if (known !== undefined) return known;
    const sums = sumClause(piece.text);
    piece.sums[place] = sums;
    return sums;
  }

  /** Adds the sums of clauses to `into`; returns how many grams are known. */
  function addUp(clauses: readonly Piece[], into: Int32Array): number {
    let known = 0;
    for (const clause of clauses) {
      const sums = sumsOf(clause);
      known += sums[count]!;
      addSums(sums, into);
    }
    return known;
  }

  /** Raises scores to those of a part of the answer where they are higher. */
  function raiseTo(
    sums: Int32Array,
    known: number,
    rules: readonly number[],
    handicap: number,
  ): void {
    ofRules.fill(0);
    for (const row of rules) addRow(weights, row * count, ofRules);
    raise(scores, sums, ofRules, scale, gramValue(known), handicap);
  }

  function sumClause(clause: string): PieceSums {
    const sums = new Int32Array(count + 1);
    for (const hash of gramsOf(clause).hashes) {
      const row = rowOf(hash);
      if (row < 0) continue;
      sums[count]! += 1;
      for (let label = 0; label < count; label++) sums[label]! += weights[row * count + label]!;
    }
    return sums;
  }
}

// The loops over labels are functions of their own, without a closure's variables: the engine makes
// them several times as fast.

function addSums(sums: Int32Array, into: Int32Array): void {
  for (let label = 0; label < into.length; label++) into[label]! += sums[label]!;
}

function addRow(weights: Int8Array, from: number, into: Int32Array): void {
  for (let label = 0; label < into.length; label++) into[label]! += weights[from + label]!;
}

function raise(
  scores: Float64Array,
  sums: Int32Array,
  ofRules: Int32Array,
  scale: Float64Array,
  value: number,
  handicap: number,
): void {
  for (let label = 0; label < scores.length; label++) {
    const sum = sums[label]! * value + ofRules[label]! * RULE_VALUE;
    const score = UNKNOWN_SCORE + sum * scale[label]! - handicap;
    if (score > scores[label]!) scores[label] = score;
  }
}

/** The row of each known hash, `first` and on; -1 for others. */
function rowTable(hashes: Uint32Array, first: number): (hash: number) => number {
  let size = 16;
  while (size < hashes.length * 1.6) size *= 2;
  const mask = size - 1;
  // Hash and row side by side: both come with one look into memory.
  const slots = new Uint32Array(size * 2);
  hashes.forEach((hash, index) => {
    let slot = hash & mask;
    while (slots[2 * slot] !== NO_HASH) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = first + index;
  });
  return (hash) => {
    let slot = hash & mask;
    while (slots[2 * slot] !== hash && slots[2 * slot] !== NO_HASH) slot = (slot + 1) & mask;
    return slots[2 * slot] === hash ? slots[2 * slot + 1]! : -1;
  };
}

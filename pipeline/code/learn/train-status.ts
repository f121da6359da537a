/** Examples of several taxonomies -> the model that tells answers stating no problem. */

import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { keyOf } from '../normalise.ts';
import { createReader, type Reader } from '../reader.ts';
import { statusRules } from '../rules.ts';
import { differentClauses } from '../statements.ts';
import type { StatusModel } from '../trained.ts';
import { fitModel, holdOut, type Task } from './fit.ts';
import { buildMatrix, type ReadExample, sampleOf } from './matrix.ts';

/**
 * Of the answers that state a problem by no known term, at most this share may score as stating
 * none; those with terms have codes that outweigh it. A complaint taken for contentment is the
 * worst mistake, yet half of the answers without a problem are known by this model alone.
 */
const MISTAKEN = 0.09;

/** How the model did on examples that took no part in training. */
export interface StatusQuality {
  readonly none: number;
  readonly found: number;
  readonly stated: number;
  readonly mistaken: number;
}

/** Trains on all examples of the taxonomies, equal ones once. */
export function trainStatus(taxonomies: readonly Taxonomy[]): {
  readonly model: StatusModel;
  readonly quality: StatusQuality;
} {
  const seen = new Set<string>();
  const read = taxonomies.flatMap((taxonomy) => {
    const reader = createReader(taxonomy);
    return taxonomy.examples.flatMap(({ text, codes }) => {
      const one = readWhole(text, reader);
      if (seen.has(one.key)) return [];
      seen.add(one.key);
      return [{ ...one, isNone: codes.some(isNone), isEmpty: codes.includes('EMPTY') }];
    });
  });
  const matrix = buildMatrix(read, statusRules.count);
  const flags = (has: (one: (typeof read)[number]) => boolean) =>
    Uint8Array.from(read, (one) => (has(one) ? 1 : 0));
  const prior = new Float64Array(matrix.width);
  const task: Task = {
    matrix,
    labels: ['NONE', 'EMPTY'],
    rules: statusRules.count,
    positive: [flags((one) => one.isNone), flags((one) => one.isEmpty)],
    prior: [prior, prior],
  };
  const { scores } = holdOut(
    task,
    read.map((one) => one.key),
  );
  const scored = (wanted: (one: (typeof read)[number]) => boolean) =>
    read.flatMap((one, i) => (wanted(one) ? [scores[i]![0]!] : []));
  const problems = scored((one) => !one.isNone);
  const hard = scored((one) => !one.isNone && !one.hasTerm).sort((a, b) => b - a);
  const none = rounded(hard[Math.floor(hard.length * MISTAKEN)] ?? 0);
  const above = (list: readonly number[]) => list.filter((score) => score >= none).length;
  return {
    model: { model: fitModel(task), none, empty: bestSplit(read, scores) },
    quality: {
      none: scored((one) => one.isNone).length,
      found: above(scored((one) => one.isNone)),
      stated: problems.length,
      mistaken: above(problems),
    },
  };
}

/** The features of an example: all its clauses, as a denied problem tells of its status. */
function readWhole(
  text: string,
  reader: Reader,
): ReadExample & {
  /** A term counts in it. */
  readonly hasTerm: boolean;
} {
  reader.glance(text);
  const reading = reader.reading();
  const sample = sampleOf({
    clauses: differentClauses(reading),
    rules: statusRules.rowsOf(reading),
  });
  const hasTerm = reading.kept.length > 0;
  return { key: keyOf(reading.normalised), ...sample, statements: [], hasTerm };
}

function isNone(code: string): boolean {
  return code === 'NONE' || code === 'EMPTY';
}

/** The score of `EMPTY` that parts it best from other answers without a problem. */
function bestSplit(
  read: readonly { readonly isNone: boolean; readonly isEmpty: boolean }[],
  scores: readonly Float64Array[],
): number {
  const own = read.flatMap((one, i) =>
    one.isNone ? [{ isEmpty: one.isEmpty, score: scores[i]![1]! }] : [],
  );
  let best = { value: 0, right: -1 };
  for (let value = -0.8; value <= 0.4; value += 0.05) {
    const right = own.filter((one) => one.score >= value === one.isEmpty).length;
    if (right > best.right) best = { value, right };
  }
  return rounded(best.value);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

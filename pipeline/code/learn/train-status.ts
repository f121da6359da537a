/** Examples of several taxonomies -> the model that tells answers stating no problem. */

import type { Taxonomy } from '../../taxonomy/taxonomy.ts';
import { keyOf } from '../normalise.ts';
import { createReader, type Reader } from '../reader.ts';
import { statusRules } from '../rules.ts';
import { differentClauses } from '../statements.ts';
import type { StatusModel } from '../trained.ts';
import { fitModel, holdOut, type Task } from './fit.ts';
import { buildMatrix, type ReadExample, sampleOf } from './matrix.ts';

/** Of the answers that state a problem, at most this share may score as stating none. */
const MISTAKEN = 0.05;

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
  const scored = (wanted: boolean) =>
    read.flatMap((one, i) => (one.isNone === wanted ? [scores[i]![0]!] : []));
  const problems = scored(false).sort((a, b) => b - a);
  const none = rounded(problems[Math.floor(problems.length * MISTAKEN)] ?? 0);
  const above = (list: readonly number[]) => list.filter((score) => score >= none).length;
  return {
    model: { model: fitModel(task), none, empty: bestSplit(read, scores) },
    quality: {
      none: scored(true).length,
      found: above(scored(true)),
      stated: problems.length,
      mistaken: above(problems),
    },
  };
}

/** The features of an example: all its clauses, as a denied problem tells of its status. */
function readWhole(text: string, reader: Reader): ReadExample {
  reader.glance(text);
  const reading = reader.reading();
  const sample = sampleOf({
    clauses: differentClauses(reading),
    rules: statusRules.rowsOf(reading),
  });
  return { key: keyOf(reading.normalised), ...sample, statements: [] };
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
